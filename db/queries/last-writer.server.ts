import { and, desc, eq, sql } from "drizzle-orm";
import type { Queryable } from "../client.server";
import { auditRows } from "../schema/audit-rows";
import { people } from "../schema/people";

/** Who last rewrote a row of a table, by the audit trail: their name, or null when nobody is named there. */
export const findLastWriter = async (db: Queryable, object: string, id: number): Promise<string | null> =>
  (await findLastOn(db, object, id, "rev"))?.name ?? null;

/** Who last put a row of a table where it stands, by the audit trail. */
export const findLastMover = (db: Queryable, object: string, id: number) => findLastOn(db, object, id, "placed_rev");

async function findLastOn(db: Queryable, object: string, id: number, column: string) {
  const [last] = await db
    .select({ id: people.id, name: people.name })
    .from(auditRows)
    .leftJoin(people, eq(people.id, auditRows.actorId))
    .where(
      and(
        eq(auditRows.object, object),
        eq(auditRows.objectKey, String(id)),
        eq(auditRows.outcome, "ok"),
        sql`${auditRows.after} ? ${column}`,
      ),
    )
    .orderBy(desc(auditRows.id))
    .limit(1);
  return last ?? null;
}
