import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeEach, inject } from "vitest";
import { type Client, type ClientOptions, openClient } from "../../db/client.server";
import { keepStage } from "./kept-stage";
import { TEMPLATE, TEST_NOW } from "./test-clock";

export interface TestDatabase extends Pick<Client, "sql" | "db"> {
  /** Where it is, for {@link openClient}: a second pool, or one with other limits. */
  address: ClientOptions & { database: string };
  /** The same as one address, as in DATABASE_URL. */
  url: string;
  /** The time of every connection to this database from now on: an instant, "2026-05-04T09:00:00Z". */
  setClock(at: string): Promise<void>;
  /** What the clock says, as it was set. */
  now(): string;
  /**
   * Sets the stage before the first test of the file, and brings every row and the clock back to it before each further
   * one. What `set` gives to variables stays as it is: a test that gives them something else spoils them for the next.
   */
  stageOnce(set: () => Promise<void>): void;
}

/**
 * A database of the test file's own, with the whole schema and not one row, at {@link TEST_NOW}. Called once at the top
 * of a file: `const { db, setClock } = await testDatabase();`. It goes away with the file.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { address, url } = await createDatabase(TEMPLATE);
  const { sql, db, close } = openClient(address);
  let at = TEST_NOW;
  afterAll(close);

  return {
    sql,
    db,
    address,
    url,
    async setClock(to) {
      await sql`update test_clock set at = ${to}::timestamptz`;
      at = to;
    },
    now: () => at,
    stageOnce(set) {
      let bringBack: (() => Promise<void>) | null = null;
      let then = at;
      beforeEach(async () => {
        if (bringBack) {
          await bringBack();
          at = then;
          return;
        }
        await set();
        bringBack = await keepStage(sql);
        then = at;
      });
    },
  };
}

/** A database with nothing in it, not even the schema; it goes away with the file. */
export function emptyDatabase(): Promise<Pick<TestDatabase, "address" | "url">> {
  return createDatabase("template0");
}

async function createDatabase(template: string): Promise<Pick<TestDatabase, "address" | "url">> {
  const { socketDir, port, user } = inject("cluster");
  const database = `test_${randomBytes(6).toString("hex")}`;
  const server = postgres({ host: socketDir, port, user, database: "postgres", max: 1, onnotice: () => {} });
  // Copying the files takes 30 ms, half of what writing every page through the log does.
  await server`create database ${server(database)} template ${server(template)} strategy file_copy`;
  afterAll(async () => {
    await server`drop database ${server(database)} with (force)`;
    await server.end();
  });
  return {
    address: { socketDir, port, user, database },
    url: `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(socketDir)}&port=${port}`,
  };
}
