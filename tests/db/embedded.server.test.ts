import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openClient } from "../../db/client.server";
import { type EmbeddedDatabase, type EmbeddedOptions, openEmbedded } from "../../db/embedded.server";
import { isRoot } from "../../db/embedded-account.server";
import { stopCluster } from "../../db/embedded-cluster.server";
import { isServing, readPostmaster } from "../../db/embedded-postmaster.server";

/** A data directory with a database nobody runs, to begin a test from what an earlier start made. */
const madeBefore = makeDirectory();
let dataDir: string;
let opened: EmbeddedDatabase[];
let apps: ChildProcess[];
/** Clusters to clear away, also those that live outside the data directory. */
let clusters: Set<string>;

beforeAll(async () => {
  await (await openEmbedded({ dataDir: madeBefore })).stop();
});

afterAll(() => rmSync(madeBefore, { recursive: true, force: true }));

beforeEach(() => {
  dataDir = makeDirectory();
  opened = [];
  apps = [];
  clusters = new Set([join(realpathSync(dataDir), "postgres")]);
});

afterEach(async () => {
  for (const app of apps) await kill(app);
  for (const embedded of opened) await embedded.stop();
  for (const cluster of clusters) {
    await stopCluster(cluster);
    rmSync(dirname(cluster), { recursive: true, force: true });
  }
  rmSync(dataDir, { recursive: true, force: true });
});

function makeDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "portolan-embedded-"));
  chmodSync(directory, 0o755);
  return directory;
}

function copyMadeBefore(): void {
  spawnSync("cp", ["-a", join(madeBefore, "postgres"), dataDir]);
}

async function open(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase> {
  const embedded = await openEmbedded({ dataDir, ...options });
  opened.push(embedded);
  clusters.add(embedded.cluster);
  return embedded;
}

/** Another app, in a process of its own. */
function startApp(pace = "safe"): ChildProcess {
  const script = join(import.meta.dirname, "../support/embedded-app.ts");
  const app = spawn(process.execPath, ["--import", "tsx", script, dataDir, pace], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  apps.push(app);
  return app;
}

async function openedBy(app: ChildProcess): Promise<EmbeddedDatabase> {
  const lines = createInterface({ input: app.stdout ?? process.stdin });
  const [line] = await once(lines, "line");
  return JSON.parse(line);
}

async function kill(app: ChildProcess): Promise<void> {
  if (app.exitCode !== null || app.signalCode !== null) return;
  const gone = once(app, "exit");
  app.kill("SIGKILL");
  await gone;
}

function postmasterOf(cluster: string): number {
  return readPostmaster(cluster)?.pid ?? 0;
}

async function writeNote(embedded: EmbeddedDatabase, text: string): Promise<void> {
  const { sql, close } = openClient({ url: embedded.url });
  await sql`create table if not exists notes (text text)`;
  await sql`insert into notes values (${text})`;
  await close();
}

async function readNotes(embedded: EmbeddedDatabase): Promise<string[]> {
  const { sql, close } = openClient({ url: embedded.url });
  try {
    return (await sql<{ text: string }>`select text from notes order by text`).map(({ text }) => text);
  } finally {
    await close();
  }
}

describe("where there is no database yet", () => {
  it("one is made, and listens on its socket alone", async () => {
    const steps: string[] = [];
    const embedded = await open({ fast: true, onStep: (sentence) => steps.push(sentence) });
    const { sql, close } = openClient({ url: embedded.url });
    const [row] = await sql`select current_database() as name, current_setting('listen_addresses') as addresses,
      current_setting('server_encoding') as encoding, upper('é') as upper`;
    await close();
    expect(row).toEqual({ name: "portolan", addresses: "", encoding: "UTF8", upper: "É" });
    expect(statSync(embedded.socketDir).mode & 0o077).toBe(0);
    expect(embedded.startedHere).toBe(true);
    expect(steps).toEqual([`Making the database in ${embedded.cluster}`]);
  });

  it("one is found through a path too long for a socket", async () => {
    const deep = join(dataDir, "a-directory-with-a-long-name".repeat(4), "and-another");
    const embedded = await open({ dataDir: deep, fast: true });
    await writeNote(embedded, "deep");
    expect(Buffer.byteLength(embedded.socketDir)).toBeLessThan(90);
    expect(statSync(embedded.socketDir).mode & 0o077).toBe(0);
    const second = await open({ dataDir: deep, fast: true });
    expect(second.startedHere).toBe(false);
    expect(await readNotes(second)).toEqual(["deep"]);
  });

  it("two that start at the same moment where nothing is yet share one server", async () => {
    const both = await Promise.all([startApp("fast"), startApp("fast")].map(openedBy));
    expect(both.map(({ startedHere }) => startedHere).sort()).toEqual([false, true]);
    expect(both[0]?.url).toBe(both[1]?.url);
    expect(readdirSync(dataDir).filter((name) => /new|unfinished/.test(name))).toEqual([]);
  });

  it("a making that was killed half way is begun again, and its half is cleared away", async () => {
    const app = startApp("fast");
    const isHalfMade = () => readdirSync(dataDir).some((name) => name.startsWith("postgres.new-"));
    await vi.waitUntil(isHalfMade, { timeout: 20_000, interval: 1 });
    await kill(app);
    expect(existsSync(join(dataDir, "postgres"))).toBe(false);
    const embedded = await open({ fast: true });
    await writeNote(embedded, "whole");
    expect(isHalfMade()).toBe(false);
  });

  it("a directory that is no whole database is put aside, not deleted", async () => {
    mkdirSync(join(dataDir, "postgres"));
    writeFileSync(join(dataDir, "postgres", "PG_VERSION"), "18\n");
    await writeNote(await open({ fast: true }), "whole");
    const aside = readdirSync(dataDir).find((name) => name.startsWith("postgres.unfinished-"));
    expect(readFileSync(join(dataDir, aside ?? "", "PG_VERSION"), "utf8")).toBe("18\n");
  });
});

describe("a database that nobody else uses", () => {
  beforeEach(copyMadeBefore);

  it("is ended by the app that leaves, and has everything when it is opened again", async () => {
    const first = await open();
    await writeNote(first, "kept");
    const pid = postmasterOf(first.cluster);
    await first.stop();
    expect(isServing(first.cluster, pid)).toBe(false);
    expect(await readNotes(await open())).toEqual(["kept"]);
  });

  it("is left alone when another version of PostgreSQL made it", async () => {
    const embedded = await open();
    await embedded.stop();
    writeFileSync(join(embedded.cluster, "PG_VERSION"), "11\n");
    await expect(open()).rejects.toThrow(/was made by PostgreSQL 11, and this Portolan brings 18: .*DATA_DIR/);
  });
});

it.each(["/proc/portolan/data", "/dev/null", "/dev/null/data"])(
  "a place where nothing can be made, %s, is named at once",
  async (place) => {
    await expect(open({ dataDir: place })).rejects.toThrow(
      /^The directory .+ for the data cannot be made \(.+\): set DATA_DIR to a place that can be written\.$/,
    );
  },
);

describe("several apps on one database", () => {
  beforeEach(copyMadeBefore);

  it("the second joins the first, and the last one out ends it", async () => {
    const first = await open();
    const second = await open();
    expect(second).toMatchObject({ startedHere: false, url: first.url });
    const pid = postmasterOf(first.cluster);
    await first.stop();
    expect(isServing(first.cluster, pid)).toBe(true);
    await second.stop();
    expect(isServing(first.cluster, pid)).toBe(false);
  });

  it("an app that was killed leaves the server to the next, which ends it in time", async () => {
    const app = startApp();
    const left = await openedBy(app);
    await writeNote(left, "acknowledged");
    await kill(app);
    const next = await open();
    expect(next.startedHere).toBe(false);
    expect(await readNotes(next)).toEqual(["acknowledged"]);
    const pid = postmasterOf(next.cluster);
    await next.stop();
    expect(isServing(next.cluster, pid)).toBe(false);
  });
});

describe("a server that dies", () => {
  beforeEach(copyMadeBefore);

  it("comes back by itself while the app runs, with every row that was acknowledged", async () => {
    const steps: string[] = [];
    const embedded = await open({ onStep: (sentence) => steps.push(sentence) });
    for (const round of ["one", "three", "two"]) {
      await writeNote(embedded, round);
      process.kill(postmasterOf(embedded.cluster), "SIGKILL");
      await vi.waitFor(() => expect(readNotes(embedded)).resolves.toContain(round), { timeout: 20_000, interval: 20 });
      await vi.waitFor(() => expect(steps.at(-1)).toBe("The database is back."), { timeout: 20_000, interval: 20 });
    }
    expect(await readNotes(embedded)).toEqual(["one", "three", "two"]);
  });

  it("is started again when it was killed together with its app", async () => {
    const app = startApp();
    const left = await openedBy(app);
    await writeNote(left, "acknowledged");
    process.kill(postmasterOf(left.cluster), "SIGKILL");
    await kill(app);
    const next = await open();
    expect(next.startedHere).toBe(true);
    expect(await readNotes(next)).toEqual(["acknowledged"]);
  });

  it("does not come back after the app has left", async () => {
    const embedded = await open();
    process.kill(postmasterOf(embedded.cluster), "SIGKILL");
    await embedded.stop();
    const left = readPostmaster(embedded.cluster);
    expect(left && isServing(embedded.cluster, left.pid)).toBeFalsy();
  });
});

describe("what an interruption leaves behind", () => {
  beforeEach(copyMadeBefore);

  it("the number of a dead server that another program has now does not keep it from starting", async () => {
    const embedded = await open();
    await writeNote(embedded, "kept");
    await embedded.stop();
    const { uid, gid } = statSync(embedded.cluster);
    const stranger = spawn("sleep", ["600"], { uid, gid, cwd: "/" });
    apps.push(stranger);
    leavePidFile(
      embedded,
      `${stranger.pid}\n${embedded.cluster}\n1\n${embedded.port}\n${embedded.socketDir}\n\n0\nready\n`,
    );
    expect(await readNotes(await open())).toEqual(["kept"]);
  });

  it("an empty lock file, as a crash of the machine leaves it, does not either", async () => {
    const embedded = await open();
    await writeNote(embedded, "kept");
    await embedded.stop();
    leavePidFile(embedded, "");
    expect(await readNotes(await open())).toEqual(["kept"]);
  });

  function leavePidFile({ cluster }: EmbeddedDatabase, text: string): void {
    const file = join(cluster, "postmaster.pid");
    writeFileSync(file, text);
    utimesSync(file, new Date(0), new Date(0));
  }
});

describe.runIf(isRoot())("started by root", () => {
  it("PostgreSQL runs as somebody else", async () => {
    const embedded = await open();
    const status = readFileSync(`/proc/${postmasterOf(embedded.cluster)}/status`, "utf8");
    expect(status).toMatch(/^Uid:\t[1-9]/m);
    expect(statSync(embedded.cluster).uid).not.toBe(0);
  });

  it("data in a directory that only root may enter are kept outside, and a link says where", async () => {
    chmodSync(dataDir, 0o700);
    const embedded = await open();
    await writeNote(embedded, "outside");
    expect(embedded.cluster).toMatch(/^\/var\/lib\/portolan\/[0-9a-f]{12}\/postgres$/);
    expect(lstatSync(join(dataDir, "postgres")).isSymbolicLink()).toBe(true);
    expect(realpathSync(join(dataDir, "postgres"))).toBe(embedded.cluster);
    await embedded.stop();
    chmodSync(dataDir, 0o755);
    expect(await readNotes(await open())).toEqual(["outside"]);
  });
});
