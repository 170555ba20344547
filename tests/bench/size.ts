/**
 * What size costs: the CPU time and the statements of each page and of a move, in a community of 200 tasks (25 themes of 8) and in
 * one of 5,000 (300 themes: one of 200 tasks, one of 8 like those of the other, the rest of 16 or 17). Both are asked by turns
 * in one process, over the whole app but the socket. Pages are measured as they are written (at an address nobody has asked for
 * before: whatever stands behind the question mark means nothing to them) and, below, as they are kept: a signed-out page for
 * somebody without a cookie, an organizer's as one who opens it again; and as one who opens it right after a task on it was
 * renamed. Run it by `npm run bench:size`; it prints a table, with the goals beside it, and judges nothing. `ONLY=theme` takes the rows of that name.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { startSession } from "../../app/auth/session.server";
import type { frontDoor } from "../../app/server/front-door.server";
import { openClient } from "../../db/client.server";
import { openEmbedded } from "../../db/embedded.server";
import { migrate } from "../../db/migrate.server";
import { change } from "../../db/queries/change.server";
import { doorSettings, origin } from "./door";
import { type Harbour, makeHarbour } from "./harbour";

// React has a slower build for development, which it takes unless told.
process.env.NODE_ENV = "production";

const rounds = Number(process.env.ROUNDS ?? 7);
const requests = Number(process.env.REQUESTS ?? 40);
const only = new RegExp(process.env.ONLY ?? "");

const dataDir = mkdtempSync(join(tmpdir(), "portolan-size-"));
chmodSync(dataDir, 0o755);
const cluster = await openEmbedded({ dataDir, fast: true });
const statements: string[] = [];
const client = openClient({ url: cluster.url, onStatement: (text) => void statements.push(text) });

type Ask = (
  path: string,
  who: Harbour | null | "anybody",
  form?: Record<string, string>,
) => Promise<{ status: number; body: Buffer }>;

/** The built app without its socket, and with everybody's sessions. */
async function openDoor(): Promise<Ask> {
  const build = await import(pathToFileURL(join(process.cwd(), "build/server/index.js")).href);
  const doors = (build.entry.module as { frontDoor: typeof frontDoor }).frontDoor({
    ...doorSettings(client.db, build),
  });
  const cookies = new Map<number, string>();
  return async (path, who, form) => {
    if (who && who !== "anybody" && !cookies.has(who.organizer.id)) {
      const { id } = who.organizer;
      const set = await change(client.db, { personId: id, requestId: null }, "sign in", (tx) =>
        startSession(tx, id, { secure: false }),
      );
      cookies.set(id, set.split(";")[0] ?? "");
    }
    const headers = new Headers({ Host: "localhost:3000", "Sec-Fetch-Site": "same-origin" });
    if (who === null) headers.set("Cookie", "reads=anew");
    else if (who !== "anybody") headers.set("Cookie", cookies.get(who.organizer.id) ?? "");
    const body = form && new URLSearchParams(form);
    const request = new Request(origin + path, { method: form ? "POST" : "GET", headers, body });
    const answer = await doors.fetch(request, { incoming: { socket: {}, headers: {} } } as never);
    return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) };
  };
}

type Page = { name: string; signedIn?: boolean; path: (harbour: Harbour) => string };

const at = (index: number) => (harbour: Harbour) => harbour.themes.at(index)?.slug ?? "";
const pages: Page[] = [
  { name: "community", path: ({ slug }) => `/${slug}` },
  { name: "roadmap", path: ({ slug }) => `/${slug}/roadmap` },
  { name: "theme of 8", path: (harbour) => `/${harbour.slug}/themes/${at(0)(harbour)}` },
  { name: "task", path: ({ slug }) => `/${slug}/tasks/3` },
  { name: "tasks", path: ({ slug }) => `/${slug}/tasks` },
  { name: "question", path: ({ slug }) => `/${slug}/questions/1` },
  { name: "guidance", path: ({ slug }) => `/${slug}/roadmap/guidance` },
  { name: "decisions", path: ({ slug }) => `/${slug}/decisions` },
  { name: "sprint", path: ({ slug }) => `/${slug}/sprints/harbour-days` },
  { name: "community", signedIn: true, path: ({ slug }) => `/${slug}` },
  { name: "roadmap", signedIn: true, path: ({ slug }) => `/${slug}/roadmap` },
  { name: "theme of 8", signedIn: true, path: (harbour) => `/${harbour.slug}/themes/${at(0)(harbour)}` },
  { name: "task", signedIn: true, path: ({ slug }) => `/${slug}/tasks/3` },
  { name: "guidance", signedIn: true, path: ({ slug }) => `/${slug}/roadmap/guidance` },
  { name: "nearly ready", signedIn: true, path: ({ slug }) => `/${slug}/tasks/nearly-ready` },
  { name: "edit a task", signedIn: true, path: ({ slug }) => `/${slug}/tasks/3/edit` },
  { name: "move a task", signedIn: true, path: ({ slug }) => `/${slug}/tasks/3/position` },
  { name: "move a theme", signedIn: true, path: (harbour) => `/${harbour.slug}/themes/${at(0)(harbour)}/position` },
  { name: "overview", signedIn: true, path: ({ slug }) => `/${slug}/sprints/harbour-days/overview` },
];

async function measure(ask: Ask, small: Harbour, large: Harbour): Promise<void> {
  console.log(`${requests} requests a round, ${rounds} rounds by turns; milliseconds of CPU a request: min median max`);
  const row = (...cells: (string | number)[]) =>
    console.log(
      cells.map((cell, index) => (index === 0 ? String(cell).padEnd(26) : String(cell).padStart(20))).join(""),
    );
  console.log(
    "Goals: a ratio of at most 1.3, the same statements; a theme of 200 in 5 ms and 20 kB packed; a move in 5 statements",
  );
  row("", "200 tasks", "5,000 tasks", "ratio of medians", "statements", "bytes (gzip)");
  for (const { name, signedIn = false, path } of pages) {
    const read = async (harbour: Harbour) => {
      const answer = await ask(anew(path(harbour)), signedIn ? harbour : null);
      if (answer.status !== 200) throw new Error(`${path(harbour)} answered ${answer.status}`);
      return answer.body;
    };
    await report(
      `${name}${signedIn ? ", organizer" : ""}`,
      () => read(small),
      () => read(large),
    );
  }
  const biggest = `/large/themes/${at(-1)(large)}`;
  for (const [words, who, address] of [
    ["", null, anew],
    [", kept", "anybody", asEver],
    [", organizer", large, anew],
    [", organizer, kept", large, asEver],
  ] as const) {
    await report(`theme of 200${words}`, null, async () => (await ask(address(biggest), who)).body);
  }
  await report("theme of 200, one renamed", null, async () => (await ask(biggest, large)).body, renamer(large));
  const kept = ({ slug }: Harbour) => `/${slug}/roadmap`;
  await report(
    "roadmap, kept",
    async () => (await ask(kept(small), "anybody")).body,
    async () => (await ask(kept(large), "anybody")).body,
  );
  await report("move of a task", mover(ask, small), mover(ask, large));

  /** `before` comes before each request, and what it costs is not counted. */
  async function report(
    name: string,
    one: (() => Promise<Buffer>) | null,
    other: () => Promise<Buffer>,
    before?: () => Promise<unknown>,
  ) {
    if (!only.test(name)) return;
    const costs: [number[], number[]] = [[], []];
    for (let round = -1; round < rounds; round += 1) {
      for (const [index, work] of [one, other].entries()) {
        if (!work) continue;
        const spent = await cpuOf(work, before);
        if (round >= 0) costs[index as 0 | 1].push(spent);
      }
    }
    const counts = [];
    let body: Buffer = Buffer.alloc(0);
    for (const work of [one, other]) {
      if (!work) continue;
      statements.length = 0;
      body = await work();
      counts.push(statements.length);
    }
    const [few, many] = costs.map((list) => list.sort((a, b) => a - b));
    const words = (list: number[] = []) =>
      list.length === 0 ? "" : [list[0], median(list), list.at(-1)].map((ms) => ms?.toFixed(2)).join(" ");
    const ratio = one ? (median(many ?? []) / median(few ?? [])).toFixed(2) : "";
    row(name, words(few), words(many), ratio, counts.join(" / "), `${body.length} (${gzipSync(body).length})`);
  }
}

let askedAnew = 0;
const anew = (path: string) => `${path}?anew=${++askedAnew}`;
const asEver = (path: string) => path;

const median = (list: number[]) => list[Math.floor(list.length / 2)] ?? 0;

async function cpuOf(work: () => Promise<unknown>, before?: () => Promise<unknown>): Promise<number> {
  let spent = 0;
  for (let sent = 0; sent < requests; sent += 1) {
    await before?.();
    const began = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(began);
    spent += user + system;
  }
  return spent / 1_000 / requests;
}

/** Gives one task of the largest theme another title, each time another task. */
function renamer(harbour: Harbour): () => Promise<unknown> {
  let times = 0;
  return () => {
    times += 1;
    return change(client.db, { personId: harbour.organizer.id, requestId: null }, "rename task", (tx) =>
      tx.execute(sql`update tasks set title = ${`Splice line ${times} once more`} where id =
        (select id from tasks where theme_id = ${harbour.themes.at(-1)?.id} order by id offset ${times % 200} limit 1)`),
    );
  };
}

/**
 * Drops the second task of the first pillar before the first one, again and again, as a browser sends it: each time they
 * change places. Two of its statements say who that is and what they may do in the community; the other two are the move.
 */
function mover(ask: Ask, harbour: Harbour): () => Promise<Buffer> {
  const theme = harbour.themes[0];
  let order: number[] | null = null;
  return async () => {
    const rows = await client.sql`select t.number, t.pillar_id::int as pillar, h.order_rev::int as seen from tasks t
      join themes h on h.community_id = t.community_id and h.id = t.theme_id
      where t.theme_id = ${theme?.id} order by t.pillar_id, t.position limit 2`;
    order = rows.map(({ number }) => Number(number));
    statements.length = 0;
    const [{ pillar, seen } = {}] = rows;
    const id = String(theme?.id);
    const form = { from: id, to: id, place: `${pillar}/${order[0]}`, seen: String(seen), drop: "{}" };
    const answer = await ask(`/${harbour.slug}/tasks/${order[1]}/position.data`, harbour, form);
    if (answer.status !== 200 && answer.status !== 202)
      throw new Error(`the move was answered ${answer.status}: ${answer.body}`);
    return answer.body;
  };
}

try {
  await migrate({ url: cluster.url });
  const others = Array.from({ length: 298 }, (_, index) => (index < 24 ? 17 : 16));
  const small = await makeHarbour(client.db, "small", Array(25).fill(8));
  const large = await makeHarbour(client.db, "large", [8, ...others, 200]);
  await client.sql.unsafe("vacuum analyze");
  await measure(await openDoor(), small, large);
} finally {
  await client.close();
  await cluster.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
