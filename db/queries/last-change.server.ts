import { eq, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "../client.server";
import { prepared } from "../prepared.server";
import { communities } from "../schema/communities";

/** How many of a community's latest changes are looked at: of those that are under way at one time, one may be seen late. */
const looked = sql.raw("50");

/** An id is taken when a row is written and seen when its transaction ends, so that the highest one says too little. */
const versionOf = (communityId: SQL | number) => sql<string>`(
  select concat_ws(' ', max(a.id), sum(a.id), sum(a.xmin::text::bigint)) from (
    select r.id, r.xmin from audit_rows r where r.community_id = ${communityId} order by r.id desc limit ${looked}) a)`;

/** The version alone, of a community that is there (see `findLastChange`). */
export async function findVersion(db: Queryable, communityId: number): Promise<string> {
  const [found] = await db.execute<{ version: string }>(sql`select ${versionOf(communityId)} as version`);
  return found?.version ?? "";
}

const bySlug = (db: Queryable) =>
  prepared(db, "last change of community", (db) =>
    db
      .select({
        version: versionOf(sql`communities.id`),
        now: sql<Date>`app_now()`.mapWith(communities.createdAt).as("now"),
      })
      .from(communities)
      .where(eq(communities.slug, sql.placeholder("slug")))
      .prepare("last_change_of_community"),
  );

/**
 * What tells whether anything in a community has changed: a word that is another one after each change of it, refused deeds
 * included; and what time it is. Null when there is no such community. A person's own row belongs to none: a new name is not
 * noticed here.
 */
export async function findLastChange(db: Queryable, slug: string): Promise<{ version: string; now: Date } | null> {
  const [found] = await bySlug(db).execute({ slug });
  return found ?? null;
}
