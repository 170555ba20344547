import { sql } from "drizzle-orm";
import type { RowFacts } from "../../app/domain/tasks/row";
import type { Queryable } from "../client.server";
import { prepared } from "../prepared.server";
import { membersOf } from "./communities.server";
import { linesOfTheme, readLines } from "./task-lines.server";
import { selectTheme, type Theme } from "./themes.server";

/** What the page of a theme shows of it. `members`: everybody in the community, by name, where they were asked for. */
export type ThemePage = { theme: Theme; tasks: RowFacts[]; members: { id: number; name: string }[] };

const bySlug = (db: Queryable) =>
  prepared(db, "theme page by slug", (db) =>
    selectTheme(db, {
      lines: linesOfTheme,
      members: sql<
        ThemePage["members"] | null
      >`case when ${sql.placeholder("withMembers")}::boolean then ${membersOf(sql`themes.community_id`)} end`,
    }).prepare("theme_page_by_slug"),
  );

/**
 * The theme at a slug, deleted or not, with its tasks in their order, or null. In one statement: to ask costs as much as what
 * is read of two hundred tasks. `withMembers` is for organizers, who choose from them.
 */
export async function findThemePage(
  db: Queryable,
  communityId: number,
  slug: string,
  { withMembers }: { withMembers: boolean },
): Promise<ThemePage | null> {
  const [found] = await bySlug(db).execute({ communityId, slug, withMembers });
  if (!found) return null;
  const { lines, members, ...theme } = found;
  return { theme, tasks: readLines(lines), members: members ?? [] };
}
