import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Queryable } from "../client.server";
import { themes } from "../schema/themes";

const selectNames = (db: Queryable) =>
  db.select({ slug: themes.slug, title: themes.title }).from(themes).orderBy(asc(themes.position));

const isOf = (communityId: number) => and(eq(themes.communityId, communityId), isNull(themes.deletedAt));

/** The themes of a roadmap whose title has these words in it, in order; at most `limit`. */
export const searchThemes = (db: Queryable, communityId: number, words: string, limit: number) =>
  selectNames(db)
    .where(and(isOf(communityId), sql`${themes.title} ilike ${`%${words.replace(/[\\%_]/g, "\\$&")}%`}`))
    .limit(limit);

/** `limit` themes of a roadmap in order, from the one at `offset`. */
export const listThemeNamesFrom = (db: Queryable, communityId: number, offset: number, limit: number) =>
  selectNames(db).where(isOf(communityId)).limit(limit).offset(offset);
