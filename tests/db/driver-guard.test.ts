import { sql } from "drizzle-orm";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { type Client, type ClientOptions, openClient, type Transaction } from "../../db/client.server";
import { openGuardedClient } from "../../db/driver-guard.server";
import { testDatabase } from "../support/database";

const { db, sql: plain, address } = await testDatabase();

beforeAll(() => plain`create table jotted (word text primary key)`);

const jot = (tx: Pick<Transaction, "execute">, word: string) => tx.execute(sql`insert into jotted values (${word})`);

async function jotted(): Promise<string[]> {
  const rows = await plain<{ word: string }>`delete from jotted returning word`;
  return rows.map(({ word }) => word).sort();
}

function anotherClient(options: ClientOptions): Client {
  const client = openClient({ ...address, ...options });
  onTestFinished(() => client.close());
  return client;
}

it("a transaction keeps everything when it ends well, and answers what its callback returned", async () => {
  const answer = await db.transaction(async (tx) => {
    await jot(tx, "one");
    await jot(tx, "two");
    return "both";
  });
  expect(answer).toBe("both");
  expect(await jotted()).toEqual(["one", "two"]);
});

it("a transaction keeps nothing when its callback throws, and rejects with what was thrown", async () => {
  const thrown = new Error("not today");
  const attempt = db.transaction(async (tx) => {
    await jot(tx, "one");
    throw thrown;
  });
  await expect(attempt).rejects.toBe(thrown);
  expect(await jotted()).toEqual([]);
});

it("a transaction that PostgreSQL has given up rejects, though its callback swallowed the failure", async () => {
  const attempt = db.transaction(async (tx) => {
    await jot(tx, "one");
    await jot(tx, "one").catch(() => {});
  });
  await expect(attempt).rejects.toMatchObject({ code: "23505" });
  expect(await jotted()).toEqual([]);
});

it("a failed savepoint takes only its own part away", async () => {
  await db.transaction(async (tx) => {
    await jot(tx, "outer");
    await tx
      .transaction(async (inner) => {
        await jot(inner, "inner");
        await jot(inner, "outer");
      })
      .catch(() => {});
    await tx.transaction((inner) => jot(inner, "second try"));
  });
  expect(await jotted()).toEqual(["outer", "second try"]);
});

it("a savepoint that PostgreSQL has given up rejects, though its callback swallowed the failure", async () => {
  await db.transaction(async (tx) => {
    await jot(tx, "outer");
    const attempt = tx.transaction(async (inner) => {
      await jot(inner, "outer").catch(() => {});
    });
    await expect(attempt).rejects.toMatchObject({ code: "23505" });
  });
  expect(await jotted()).toEqual(["outer"]);
});

it("a statement that comes after the end of its transaction is refused", async () => {
  let late: Transaction | undefined;
  await db.transaction(async (tx) => {
    late = tx;
  });
  await expect(late?.execute(sql`select 1`)).rejects.toMatchObject({
    cause: { message: "This transaction is over; a statement came after its end" },
  });
});

it("a straggler of a failed transaction is refused instead of writing outside it", async () => {
  let tooLate: Promise<unknown> | undefined;
  const attempt = db.transaction(async (tx) => {
    tooLate = jot(tx, "early")
      .then(() => tx.execute(sql`select pg_sleep(0.01)`))
      .then(() => jot(tx, "late"));
    await Promise.all([tooLate, Promise.reject(new Error("no"))]);
  });
  await expect(attempt).rejects.toThrow("no");
  await expect(tooLate).rejects.toThrow();
  expect(await jotted()).toEqual([]);
});

it("the isolation level asked for is the one the transaction runs in", async () => {
  const read = (tx: Pick<Transaction, "execute">) =>
    tx.execute(sql`select current_setting('transaction_isolation') as level`);
  const [row] = await db.transaction(read, { isolationLevel: "serializable" });
  expect(row).toEqual({ level: "serializable" });
});

it("who finds every connection in use gets the next one that comes free, in turn", async () => {
  const { sql: one } = anotherClient({ max: 1 });
  const order: number[] = [];
  await Promise.all([1, 2, 3, 4].map((number) => one`select pg_sleep(0.01)`.then(() => order.push(number))));
  expect(order).toEqual([1, 2, 3, 4]);
});

it("who asks for a connection of their own inside a transaction that holds the last one is refused, not stuck", async () => {
  const guarded = openGuarded({ waitMs: 50 });
  const attempt = guarded.begin(() => guarded.unsafe("select 1"));
  await expect(attempt).rejects.toMatchObject({ code: "CONNECTION_WAIT_TIMEOUT" });
  expect(await guarded.unsafe("select 1 as one")).toEqual([{ one: 1 }]);
});

it("a server that stops answering in the middle of a statement is given up, and another connection opened", async () => {
  const guarded = openGuarded({ answerMs: 200 });
  const [row] = await guarded.unsafe("select pg_backend_pid() as pid");
  process.kill(row?.pid, "SIGSTOP");
  onTestFinished(() => void process.kill(row?.pid, "SIGCONT"));
  await expect(guarded.unsafe("select 1")).rejects.toMatchObject({ code: "CONNECTION_DESTROYED" });
  expect(await guarded.unsafe("select 1 as one")).toEqual([{ one: 1 }]);
});

it("a connection nobody uses is let go", async () => {
  const guarded = openGuarded({ idleMs: 40 });
  const [row] = await guarded.unsafe("select pg_backend_pid() as pid");
  for (let there = true; there; ) {
    there = (await plain`select 1 from pg_stat_activity where pid = ${row?.pid}::integer`).length > 0;
  }
});

it("a connection is replaced when it has grown too old", async () => {
  const guarded = openGuarded({ ageMs: -1 });
  const ask = async () => (await guarded.unsafe("select pg_backend_pid() as pid"))[0]?.pid;
  expect(await ask()).not.toBe(await ask());
});

it("closing lets a running transaction finish, refuses whoever waits, and leaves no connection", async () => {
  const { db: leaving, close, sql: one } = openClient({ ...address, max: 1, applicationName: "leaving" });
  const running = leaving.transaction(async (tx) => {
    await tx.execute(sql`select pg_sleep(0.05)`);
    await jot(tx, "finished");
  });
  const waiting = one`select 1`;
  await Promise.all([expect(waiting).rejects.toMatchObject({ code: "CONNECTION_ENDED" }), running, close()]);
  await expect(one`select 1`).rejects.toMatchObject({ code: "CONNECTION_ENDED" });
  expect(await jotted()).toEqual(["finished"]);
  for (let there = true; there; ) {
    there = (await plain`select 1 from pg_stat_activity where application_name = 'leaving'`).length > 0;
  }
});

it("an address with several hosts is refused with the way out", async () => {
  const { sql: nowhere } = anotherClient({ socketDir: undefined, port: undefined, host: "first,second" });
  await expect(nowhere`select 1`).rejects.toThrow("name the one to use");
});

function openGuarded(limits: { waitMs?: number; answerMs?: number; idleMs?: number; ageMs?: number }) {
  const { socketDir: host, port, user, database } = address;
  const guarded = openGuardedClient(
    undefined,
    { host, port, user, database },
    { max: 1, waitMs: 5_000, answerMs: 0, idleMs: 30_000, ageMs: 60_000, ...limits },
  );
  onTestFinished(() => guarded.close(1_000));
  return guarded;
}
