import { eq, getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import type { Database, Queryable } from "../client.server";
import { auditRows } from "../schema/audit-rows";
import { communities } from "../schema/communities";
import * as schema from "../schema/tables";
import { change, type Doer } from "./change.server";
import { replaceSetupLink } from "./setup-links.server";

/** Whether the sample community is (still) here. */
export async function hasExample(db: Queryable): Promise<boolean> {
  const [found] = await db
    .select({ id: communities.id })
    .from(communities)
    .where(eq(communities.example, true))
    .limit(1);
  return found !== undefined;
}

/**
 * Empties every table, the audit trail too, and returns the token of a fresh setup address. For the example alone:
 * nothing else is ever emptied. Numbers go on where they were, so that no old id becomes somebody else.
 */
export const clearExample = (db: Database, doer: Doer): Promise<string> =>
  change(db, doer, "clear example", async (tx) => {
    const tables = Object.values(schema).filter((table) => is(table, PgTable));
    const names = tables.map((table) => sql.identifier(getTableName(table)));
    await tx.execute(sql`truncate ${sql.join(names, sql`, `)}`);
    await tx.insert(auditRows).values({
      action: "clear example",
      actorId: null,
      object: "communities",
      outcome: "ok",
      requestId: doer.requestId,
    });
    return replaceSetupLink(tx);
  });
