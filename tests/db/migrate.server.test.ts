import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { type ClientOptions, openClient } from "../../db/client.server";
import { migrate } from "../../db/migrate.server";
import { findProjectRoot } from "../../db/project-root.server";
import { emptyDatabase } from "../support/database";

const journal = JSON.parse(readFileSync(join(findProjectRoot(), "db/migrations/meta/_journal.json"), "utf8"));
const known: number[] = journal.entries.map(({ when }: { when: number }) => when);

const crowded = await emptyDatabase();
const cutShort = await emptyDatabase();

async function appliedIn(address: ClientOptions): Promise<number[]> {
  const { sql, close } = openClient(address);
  const rows = await sql<{ created_at: string }>`select created_at from drizzle.__drizzle_migrations order by id`;
  await close();
  return rows.map(({ created_at }) => Number(created_at));
}

it("five starts at once apply every migration once", async () => {
  const { address } = crowded;
  await Promise.all(Array.from({ length: 5 }, () => migrate(address)));
  expect(await appliedIn(address)).toEqual(known);
});

it("a migration that was cut off leaves nothing, and the next start begins again", async () => {
  const { address, url } = cutShort;
  const blocker = openClient({ url });
  const unfinished = blocker.db.transaction(async (tx) => {
    // Another table of that name, not committed yet: the migration has to wait, half way through.
    await tx.execute("create table people (id int)");
    const cutOff = expect(migrate(address)).rejects.toThrow();
    await vi.waitUntil(
      async () =>
        (
          await blocker.sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'portolan migration' and wait_event_type = 'Lock' and datname = current_database()`
        ).length > 0,
      { timeout: 10_000 },
    );
    await cutOff;
    throw new Error("taken back");
  });
  await expect(unfinished).rejects.toThrow("taken back");

  const tables = await blocker.sql`select tablename from pg_tables where schemaname = 'public'`;
  await blocker.close();
  expect(tables).toEqual([]);
  expect(await appliedIn(address)).toEqual([]);
  await migrate(address);
  expect(await appliedIn(address)).toEqual(known);
});
