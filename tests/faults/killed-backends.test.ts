import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from "vitest";
import { type Client, isUnavailable, openClient } from "../../db/client.server";
import { openEmbedded } from "../../db/embedded.server";
import { testDatabase } from "../support/database";
import { makeDoomedTables, runDoomedTransactions, runOrdinaryTransactions } from "./doomed-transactions";
import type { VictimOrder, VictimReport } from "./victim";

/** 50 in every run of the tests, 200 in `npm run test:faults`. */
const count = Number(process.env.KILLED_BACKENDS ?? 50);
const { address } = await testDatabase();
const executioner = openClient({ ...address, max: 5, applicationName: "executioner" });

beforeAll(() => makeDoomedTables(executioner));
beforeEach(() => executioner.sql`truncate kept`);
afterAll(() => executioner.close());

it("every transaction whose backend is killed rejects as unavailable and leaves no row", async () => {
  const { db, close } = openClient({ ...address, max: 5 });
  const outcomes = await runDoomedTransactions(db, executioner, count);
  expect(outcomes).toHaveLength(count);
  expect(outcomes.filter(({ error }) => !isUnavailable(error))).toEqual([]);
  expect(await executioner.sql`select moment from kept`).toEqual([]);
  await close();
});

it("the pool then serves as many transactions as before, over no more connections than it may hold", async () => {
  const { db, close } = openClient({ ...address, max: 5, applicationName: "survivor" });
  await runDoomedTransactions(db, executioner, count);
  expect(await runOrdinaryTransactions(db, count)).toBe(count);
  const [open] = await executioner.sql<{ connections: number }>`
    select count(*)::integer as connections from pg_stat_activity where application_name = 'survivor'`;
  expect(open?.connections).toBeGreaterThan(0);
  expect(open?.connections).toBeLessThanOrEqual(5);
  await close();
});

it("a process that catches nothing lives through it", async () => {
  const victim = await runVictim("guarded");
  expect(victim).toMatchObject({ code: 0, complaint: "" });
  const report: VictimReport = JSON.parse(victim.said);
  expect(report).toEqual({ refused: count, served: count });
  expect(await executioner.sql`select moment from kept`).toEqual([]);
});

it("the driver as it comes does end the process, so the guard is still needed and this file would notice its loss", async () => {
  const victim = await runVictim("bare");
  await executioner.sql`select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name = 'bare'`;
  expect(victim.code).not.toBe(0);
  expect(victim.complaint).toContain("reading 'write'");
});

it("a transaction rejects when its backend dies between BEGIN and the answer to it", async () => {
  const { db, sql, close } = openClient({ ...address, max: 1 });
  const [row] = await sql<{ pid: number }>`select pg_backend_pid() as pid`;
  const pid = row?.pid ?? 0;
  process.kill(pid, "SIGSTOP");
  const begun = db.transaction(async () => "begun").catch((error: unknown) => error);
  await executioner.sql`select pg_terminate_backend(${pid}::integer)`;
  process.kill(pid, "SIGCONT");
  expect(isUnavailable(await begun)).toBe(true);
  expect(await runOrdinaryTransactions(db, 5)).toBe(5);
  await close();
});

it("connections that die while nobody uses them are replaced", async () => {
  const { sql, close } = openClient({ ...address, max: 3, applicationName: "idler" });
  const askThree = () => Promise.allSettled([1, 2, 3].map((number) => sql`select ${number}::integer as number`));
  await Promise.all([1, 2, 3].map(() => sql`select pg_sleep(0.05)`));
  await executioner.sql`select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name = 'idler'`;
  // The news of a death may be still on its way, and then the one who asks hears it.
  for (const asked of await askThree()) if (asked.status === "rejected") expect(isUnavailable(asked.reason)).toBe(true);
  expect(await askThree()).toEqual([1, 2, 3].map((number) => ({ status: "fulfilled", value: [{ number }] })));
  await close();
});

it("when kill -9 of one backend makes PostgreSQL start again, everything rejects and then works again by itself", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "portolan-crash-"));
  chmodSync(dataDir, 0o755);
  const { socketDir, port, user, database, stop } = await openEmbedded({ dataDir });
  const { db, sql, close } = openClient({ socketDir, port, user, database, max: 5 });
  const witness = openClient({ socketDir, port, user, database });
  onTestFinished(async () => {
    await Promise.all([close(), witness.close()]);
    await stop();
    rmSync(dataDir, { recursive: true });
  });
  await sql`create table kept (moment text not null)`;
  await sql`insert into kept values ('acknowledged')`;
  const asleep = Array.from({ length: 5 }, () =>
    db.transaction(async (tx) => {
      await tx.execute("insert into kept values ('never committed')");
      await tx.execute("select pg_sleep(60)");
    }),
  );
  const waiting = Array.from({ length: 20 }, () => sql`select 1`);
  process.kill(await onePidAsleep(witness), "SIGKILL");
  const crashed = await Promise.allSettled([...asleep, ...waiting]);
  expect(crashed.slice(0, 5).map(({ status }) => status)).toEqual(Array(5).fill("rejected"));
  expect(
    crashed.flatMap((one) => (one.status === "rejected" && !isUnavailable(one.reason) ? [one.reason] : [])),
  ).toEqual([]);

  const deadline = Date.now() + 5_000;
  for (let back = false; !back; ) {
    back = await sql`select 1`.then(
      () => true,
      (error: unknown) => {
        if (!isUnavailable(error) || Date.now() > deadline) throw error;
        return false;
      },
    );
  }
  expect(await runOrdinaryTransactions(db, count)).toBe(count);
  expect(await sql`select moment from kept`).toEqual([{ moment: "acknowledged" }]);
});

async function onePidAsleep({ sql }: Client): Promise<number> {
  for (;;) {
    const rows = await sql<{ pid: number }>`select pid from pg_stat_activity where wait_event = 'PgSleep'`;
    if (rows.length === 5 && rows[0]) return rows[0].pid;
  }
}

async function runVictim(client: VictimOrder["client"]) {
  const order: VictimOrder = { address, count, client };
  const script = fileURLToPath(new URL("victim.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, JSON.stringify(order)]);
  const [said, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { said, complaint, code: code as number | null };
}
