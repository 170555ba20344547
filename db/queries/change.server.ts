import { sql } from "drizzle-orm";
import type { Database, Queryable, Transaction } from "../client.server";
import { auditRows } from "../schema/audit-rows";

/** On whose behalf something is written, and in which request. `personId` null: nobody signed in, or the app itself. */
export type Doer = { personId: number | null; requestId: string | null };

/**
 * One transaction with its audit trail: everything `work` writes is recorded by the database under `action` (a verb and
 * its noun, "claim task") and `by`. Nothing can be written outside: the tables refuse a change that names no action.
 */
export function change<Result>(
  db: Database,
  by: Doer,
  action: string,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return db.transaction(async (tx) => {
    await nameTheDeed(tx, by, action);
    return work(tx);
  });
}

/** Names who does what in the rest of this transaction: for a transaction whose actor becomes known on the way. */
export const nameTheDeed = (tx: Transaction, by: Doer, action: string) =>
  tx.execute(sql`select set_config('portolan.action', ${action}, true),
    set_config('portolan.actor', ${by.personId === null ? "" : String(by.personId)}, true),
    set_config('portolan.request', ${by.requestId ?? ""}, true)`);

/**
 * The same as a condition that always holds, for the first statement of a transaction: a move names its deed in the
 * statement that takes its board's rev. PostgreSQL evaluates it once, before it touches a row.
 */
export const namingTheDeed = (by: Doer, action: string) =>
  sql<boolean>`(select set_config('portolan.action', ${action}, true)
    || set_config('portolan.actor', ${by.personId === null ? "" : String(by.personId)}, true)
    || set_config('portolan.request', ${by.requestId ?? ""}, true)) is not null`;

export type Denied = {
  action: string;
  because: string;
  communityId?: number | null;
  object: string;
  objectKey?: string | number | null;
};

/** Records a refused right, in a statement of its own. `because` is the sentence the person was shown. */
export async function auditDenied(db: Queryable, by: Doer, denied: Denied): Promise<void> {
  await db.insert(auditRows).values({
    action: denied.action,
    actorId: by.personId,
    because: denied.because,
    communityId: denied.communityId ?? null,
    object: denied.object,
    objectKey: denied.objectKey == null ? null : String(denied.objectKey),
    outcome: "denied",
    requestId: by.requestId,
  });
}
