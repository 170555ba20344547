import { join } from "node:path";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { type ClientOptions, openClient } from "./client.server";
import { findProjectRoot } from "./project-root.server";

/** Any number will do, as long as every version of Portolan uses the same one. */
const MIGRATION_LOCK = 720_119_843;

/**
 * Brings a database up to the newest migration. drizzle's migrator takes no lock, so this takes one for it: a second start
 * waits for the first, and then finds nothing to do. What is new is applied in one transaction: interrupted, it leaves
 * the database as it was, and the next start begins again.
 *
 * The connection is its own, because a migration may take longer than a request is allowed to. The lock belongs to that
 * connection, and goes with it.
 */
export async function migrate(database: ClientOptions): Promise<void> {
  const client = openClient({
    ...database,
    max: 1,
    applicationName: "portolan migration",
    statementTimeoutMs: 0,
    lockTimeoutMs: 0,
  });
  try {
    await client.sql`select pg_advisory_lock(${MIGRATION_LOCK}::bigint)`;
    await applyMigrations(client.db, { migrationsFolder: join(findProjectRoot(), "db", "migrations") });
  } finally {
    await client.close();
  }
}
