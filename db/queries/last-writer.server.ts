import { and, desc, eq } from "drizzle-orm";
import type { Queryable } from "../client.server";
import { auditRows } from "../schema/audit-rows";
import { people } from "../schema/people";

/** Who last changed a row of a table, by the audit trail: their name, or null when nobody is named there. */
export async function findLastWriter(db: Queryable, object: string, id: number): Promise<string | null> {
  const [last] = await db
    .select({ name: people.name })
    .from(auditRows)
    .leftJoin(people, eq(people.id, auditRows.actorId))
    .where(and(eq(auditRows.object, object), eq(auditRows.objectKey, String(id)), eq(auditRows.outcome, "ok")))
    .orderBy(desc(auditRows.id))
    .limit(1);
  return last?.name ?? null;
}
