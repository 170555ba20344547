import { sql } from "drizzle-orm";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { type ClientOptions, isUnavailable, openClient, violatedConstraint } from "../../db/client.server";
import { testDatabase } from "../support/database";

const { db, sql: plain, address } = await testDatabase();

beforeAll(() =>
  plain.unsafe(`
    create table shelves (id integer constraint one_of_each primary key, width integer constraint wide_enough check (width > 10));
    create table books (shelf integer constraint on_a_shelf references shelves, title text not null);
  `),
);

const refusalOf = (attempt: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(attempt).then(
    () => null,
    (error: unknown) => error,
  );

function refusalFrom(options: ClientOptions): Promise<unknown> {
  const client = openClient(options);
  onTestFinished(() => client.close());
  return refusalOf(client.db.execute(sql`select 1`));
}

it("a refused row names the constraint that refused it, through drizzle and in plain SQL", async () => {
  await plain`insert into shelves values (1, 20)`;
  const statements = {
    one_of_each: "insert into shelves values (1, 20)",
    wide_enough: "insert into shelves values (2, 5)",
    on_a_shelf: "insert into books values (9, 'Lost')",
  };
  for (const [constraint, statement] of Object.entries(statements)) {
    expect(violatedConstraint(await refusalOf(db.execute(statement)))).toBe(constraint);
    expect(violatedConstraint(await refusalOf(plain.unsafe(statement)))).toBe(constraint);
  }
});

it("an error that is no broken constraint names none", async () => {
  expect(violatedConstraint(await refusalOf(db.execute("select 1/0")))).toBeNull();
  expect(violatedConstraint(await refusalOf(db.execute("insert into books values (1, null)")))).toBeNull();
  expect(violatedConstraint(new Error("unique"))).toBeNull();
  expect(violatedConstraint(undefined)).toBeNull();
});

it("a database that is not there, or has no room, is unavailable", async () => {
  expect(isUnavailable(await refusalFrom({ ...address, socketDir: "/nowhere/at/all" }))).toBe(true);
  expect(isUnavailable(await refusalFrom({ host: "127.0.0.1", port: 1 }))).toBe(true);
  await plain.unsafe(`create role crowded login connection limit 0`);
  onTestFinished(() => plain.unsafe("drop role crowded").then(() => {}));
  expect(isUnavailable(await refusalFrom({ ...address, user: "crowded" }))).toBe(true);
});

it("a mistake of ours is no unavailable database", async () => {
  expect(isUnavailable(await refusalOf(db.execute("select nonsense")))).toBe(false);
  expect(isUnavailable(await refusalFrom({ ...address, database: "no_such_database" }))).toBe(false);
  expect(isUnavailable(Object.assign(new Error("no such file"), { code: "ENOENT", syscall: "open" }))).toBe(false);
  expect(isUnavailable("CONNECTION_CLOSED")).toBe(false);
});

it("no statement runs, and none waits for a lock, longer than it is allowed to", async () => {
  const hasty = openClient({ ...address, statementTimeoutMs: 200, lockTimeoutMs: 50 });
  onTestFinished(() => hasty.close());
  expect(await refusalOf(hasty.sql`select pg_sleep(10)`)).toMatchObject({ code: "57014" });
  await db.transaction(async (tx) => {
    await tx.execute(sql`lock table books`);
    expect(await refusalOf(hasty.sql`select * from books`)).toMatchObject({ code: "55P03" });
  });
});

it("every connection says who it is and keeps its time in UTC, with limits even when nobody asks", async () => {
  const names = [
    "application_name",
    "TimeZone",
    "statement_timeout",
    "lock_timeout",
    "idle_in_transaction_session_timeout",
  ];
  const settings = await Promise.all(
    names.map(async (name) => (await plain<{ value: string }>`select current_setting(${name}) as value`)[0]?.value),
  );
  expect(settings).toEqual(["portolan", "UTC", "15s", "5s", "30s"]);
});

it("plain SQL binds what it is given: text, numbers, null, instants, lists", async () => {
  const at = new Date("2026-05-04T09:00:00Z");
  const [row] = await plain`
    select ${"'; drop table books"}::text as text, ${7}::integer as number, ${null}::text as nothing,
      ${at}::timestamptz as instant, 'b' = any(${["a", "b"]}::text[]) as listed`;
  expect(row).toEqual({
    text: "'; drop table books",
    number: 7,
    nothing: null,
    instant: "2026-05-04 09:00:00+00",
    listed: true,
  });
});
