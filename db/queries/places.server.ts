import { and, asc, eq, isNull } from "drizzle-orm";
import type { Queryable } from "../client.server";
import { pillars } from "../schema/pillars";
import { themes } from "../schema/themes";

/** Every place of a theme a task can stand in, in order: the theme, and each pillar under it, named "Theme: Pillar". */
export async function listPlaces(db: Queryable, communityId: number, themeId: number) {
  const rows = await db
    .select({ themeId: themes.id, theme: themes.title, pillarId: pillars.id, pillar: pillars.title })
    .from(themes)
    .leftJoin(
      pillars,
      and(eq(pillars.communityId, themes.communityId), eq(pillars.themeId, themes.id), isNull(pillars.deletedAt)),
    )
    .where(and(eq(themes.communityId, communityId), eq(themes.id, themeId), isNull(themes.deletedAt)))
    .orderBy(asc(themes.position), asc(pillars.position));
  return rows.flatMap(({ themeId, theme, pillarId, pillar }, index) => {
    const own = rows[index - 1]?.themeId === themeId ? [] : [{ themeId, pillarId: null, label: theme }];
    return pillarId === null ? own : [...own, { themeId, pillarId, label: `${theme}: ${pillar}` }];
  });
}
