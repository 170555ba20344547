/**
 * What a sprint of thousands costs the server: each thing an organizer does at its pairing table, with how long it takes, how long
 * the server answers nobody else meanwhile (the longest stall of its event loop), and how large the answer is; and a run, step by
 * step. The whole app but the socket, over an embedded PostgreSQL. Run it by `npm run bench:crowd`, after `npm run build`; it
 * prints a table and judges nothing. `NEWCOMERS` and `MENTORS` set the size.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { startSession } from "../../app/auth/session.server";
import type { CrowdReader } from "../../app/jobs/crowd-reader.server";
import type { PairingRuns } from "../../app/jobs/pairing-runs.server";
import type { Publisher } from "../../app/jobs/publisher.server";
import type { frontDoor } from "../../app/server/front-door.server";
import { openClient } from "../../db/client.server";
import { openEmbedded } from "../../db/embedded.server";
import { migrate } from "../../db/migrate.server";
import { change } from "../../db/queries/change.server";
import { memberships } from "../../db/schema/memberships";
import { people } from "../../db/schema/people";
import { registrations, wishedThemes } from "../../db/schema/registrations";
import { crowd } from "../app/domain/pairing/crowd";
import { doorSettings, origin } from "./door";
import { type Harbour, makeHarbour } from "./harbour";

// React has a slower build for development, which it takes unless told.
process.env.NODE_ENV = "production";

const size = { newcomers: Number(process.env.NEWCOMERS ?? 10_000), mentors: Number(process.env.MENTORS ?? 1_500) };
const nobody = { personId: null, requestId: null };
const plan = "/harbour/sprints/harbour-days/plan";

const dataDir = mkdtempSync(join(tmpdir(), "portolan-crowd-"));
chmodSync(dataDir, 0o755);
const cluster = await openEmbedded({ dataDir, fast: true });
const database = { socketDir: cluster.socketDir, port: cluster.port, user: cluster.user, database: cluster.database };
const statements: string[] = [];
const client = openClient({ ...database, onStatement: (text) => void statements.push(text) });

/** Brings everybody to the harbour's sprint: statements of two thousand rows, because a statement takes 65,535 values. */
async function bringCrowd(harbour: Harbour): Promise<number[]> {
  const { newcomers, mentors } = crowd(20, size.newcomers, size.mentors);
  const days = new Map([
    ["2025-05-01", "2030-05-20"],
    ["2025-05-02", "2030-05-21"],
    ["2025-05-03", "2030-05-21"],
  ]);
  const [sprint] = await client.sql`select id::int from sprints`;
  const all = [
    ...newcomers.map((one) => ({
      ...one,
      part: { role: "newcomer" as const, skills: [], wantsToLearn: [...one.wants] },
    })),
    ...mentors.map((one) => ({
      ...one,
      part: {
        role: "mentor" as const,
        skills: [...one.knows],
        wantsToLearn: [],
        seats: Math.max(1, one.seats),
        mentorHours: 8,
      },
    })),
  ];
  const ids: number[] = [];
  await change(client.db, nobody, "bring crowd", async (tx) => {
    for (let from = 0; from < all.length; from += 2_000) {
      const some = all.slice(from, from + 2_000);
      const known = await tx
        .insert(people)
        .values(some.map(({ name }) => ({ name, email: `${name.replace(" ", ".")}@example.org`, timeZone: "UTC" })))
        .returning({ id: people.id });
      await tx.insert(memberships).values(known.map(({ id }) => ({ communityId: harbour.id, personId: id })));
      const made = await tx
        .insert(registrations)
        .values(
          some.map(({ part, attendance, timeZone, weeklyHours, languages, firstTime, days: came }, at) => ({
            ...part,
            communityId: harbour.id,
            sprintId: sprint?.id,
            personId: known[at]?.id ?? 0,
            days: [...new Set(came.map((day) => days.get(day) ?? day))],
            attendance,
            timeZone,
            weeklyHours: weeklyHours.map(([from, until]) => [from, until] as [number, number]),
            languages: [...languages],
            firstTime,
          })),
        )
        .returning({ id: registrations.id });
      const wished = some.flatMap(({ themes }, at) =>
        themes.map((theme, rank) => ({
          communityId: harbour.id,
          registrationId: made[at]?.id ?? 0,
          themeId: harbour.themes[theme - 1]?.id ?? 0,
          rank: rank + 1,
        })),
      );
      if (wished.length > 0) await tx.insert(wishedThemes).values(wished);
      ids.push(...made.map(({ id }) => id));
    }
  });
  return ids;
}

type Answer = { status: number; body: Buffer };
type Ask = (path: string, form?: Record<string, string>) => Promise<Answer>;

async function openDoor(harbour: Harbour): Promise<{ ask: Ask; runs: PairingRuns; close: () => Promise<unknown> }> {
  const build = await import(pathToFileURL(join(process.cwd(), "build/server/index.js")).href);
  const entry = build.entry.module as {
    frontDoor: typeof frontDoor;
    PairingRuns: typeof PairingRuns;
    CrowdReader: typeof CrowdReader;
    Publisher: typeof Publisher;
  };
  const runs = new entry.PairingRuns({ database, failed: (error) => console.error(error) });
  const reader = new entry.CrowdReader({ database });
  const doors = entry.frontDoor({
    ...doorSettings(client.db, build),
    pairingRuns: runs,
    crowdReader: reader,
    publisher: new entry.Publisher({ database }),
  });
  const { id } = harbour.organizer;
  const set = await change(client.db, { personId: id, requestId: null }, "sign in", (tx) =>
    startSession(tx, id, { secure: false }),
  );
  const cookie = set.split(";")[0] ?? "";
  const ask: Ask = async (path, form) => {
    const headers = new Headers({ Host: "localhost:3000", "Sec-Fetch-Site": "same-origin", Cookie: cookie });
    const body = form && new URLSearchParams(form);
    const request = new Request(origin + path, { method: form ? "POST" : "GET", headers, body });
    const answer = await doors.fetch(request, { incoming: { socket: {}, headers: {} } } as never);
    return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) };
  };
  return { ask, runs, close: () => Promise.all([runs.close(), reader.close()]) };
}

const row = (...cells: (string | number)[]) =>
  console.log(cells.map((cell, at) => (at === 0 ? String(cell).padEnd(44) : String(cell).padStart(12))).join(""));

/** Does something once, and prints what it took. The stall is that of the loop which does it. */
async function report(name: string, work: () => Promise<Answer>): Promise<Answer> {
  const stalls = monitorEventLoopDelay({ resolution: 1 });
  statements.length = 0;
  stalls.enable();
  const from = performance.now();
  const answer = await work();
  const took = performance.now() - from;
  // The last stall is noticed by the turn after it.
  await new Promise((resolve) => setTimeout(resolve, 5));
  stalls.disable();
  if (answer.status >= 400) throw new Error(`${name} was answered ${answer.status}`);
  row(name, took.toFixed(0), (stalls.max / 1e6).toFixed(0), answer.body.length, statements.length);
  return answer;
}

/** Runs the pairing and looks on, every five milliseconds: how long each step took. */
async function run({ ask, runs }: { ask: Ask; runs: PairingRuns }, name: string, seen: string): Promise<void> {
  const [sprint] = await client.sql`select id::int from sprints`;
  const steps = new Map<string, number>();
  await report(name, async () => {
    const answer = await ask(`${plan}/run`, { seen });
    for (let last = performance.now(); ; ) {
      const running = runs.find(sprint?.id);
      if (!running) return answer;
      await new Promise((resolve) => setTimeout(resolve, 5));
      const now = performance.now();
      steps.set(running.step, (steps.get(running.step) ?? 0) + now - last);
      last = now;
    }
  });
  row(`  ${[...steps].map(([step, took]) => `${step} ${took.toFixed(0)}`).join(", ")}`);
}

try {
  await migrate({ url: cluster.url });
  const harbour = await makeHarbour(client.db, "harbour", [30, 30, 30]);
  const ids = await bringCrowd(harbour);
  await client.sql.unsafe("vacuum analyze");
  const here = await openDoor(harbour);
  const { ask } = here;
  row(`${size.newcomers} newcomers, ${size.mentors} mentors`, "ms", "stall ms", "bytes", "statements");
  if (process.env.REPORT !== "no")
    await report("before pairing: the report", () => ask("/harbour/sprints/harbour-days/readiness"));
  await report("the table, without a draft", () => ask(plan));
  await run(here, "the first run", "");
  await report("the table", () => ask(plan));
  await report("the table, again", () => ask(plan));
  await report("the table, page 5", () => ask(`${plan}?page=5`));
  await report("somebody is picked up", () => ask(`${plan}/seats?newcomer=${ids[7]}`));
  await report("somebody else is picked up", () => ask(`${plan}/seats?newcomer=${ids[77]}`));
  await report("they are let wait", () =>
    ask(`${plan}/move`, { newcomer: String(ids[77]), mentor: "wait", seen: "1", drop: "{}" }),
  );
  await report("a third is picked up", () => ask(`${plan}/seats?newcomer=${ids[777]}`));
  await report("somebody is looked at by the form", () => ask(`${plan}?newcomer=${ids[77]}`));
  const { body } = await ask(`${plan}/settings`);
  const atFirst = /href="[^"]*\/plan\/settings\?([^"#]+)#preview"/.exec(String(body))?.[1]?.replaceAll("&amp;", "&");
  const settings = (themes: number) =>
    `${plan}/settings?${new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(atFirst)), themes: String(themes) })}`;
  await report("other settings are looked at", () => ask(settings(30)));
  await report("and others", () => ask(settings(0)));
  await report("the pairing is taken a step back", () => ask(`${plan}/undo`, { seen: "2" }));
  await change(client.db, nobody, "change registration", (tx) =>
    tx
      .update(registrations)
      .set({ languages: ["es"] })
      .returning({ id: registrations.id }),
  );
  await run(here, "a further run, when everybody has changed", "3");
  await report("the table", () => ask(plan));
  await report("it is published", () => ask(`${plan}/publication`, { seen: "4" }));
  // As the database does by itself within a minute: knowing better how many pairs there are, it has gone other ways.
  await client.sql.unsafe("vacuum analyze");
  await report("the table, published", () => ask(plan));
  await report("the overview", () => ask("/harbour/sprints/harbour-days/overview"));
  await report("the sprint's page", () => ask("/harbour/sprints/harbour-days"));
  await report("the registrations", () => ask("/harbour/sprints/harbour-days/registrations"));
  await here.close();
} finally {
  await client.close();
  await cluster.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
