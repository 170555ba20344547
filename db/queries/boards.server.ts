import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { isLongKey, keysBetween, spreadKeys } from "../../app/domain/roadmap/placing";
import type { Transaction } from "../client.server";
import { pillars } from "../schema/pillars";
import { tasks } from "../schema/tasks";
import { themes } from "../schema/themes";

/*
 * A board is what people order together: a community's themes (its row has the `rev`), or a theme's pillars and tasks
 * (`order_rev`). Whoever changes an order takes the rev first, which holds the row until commit: changes of one board come
 * one after the other, those of different boards at once. Where several rows are held, the order is community, themes by id,
 * tasks, so that nobody waits in a circle.
 */

/** Takes the next rev of a theme's board, and so holds it until commit; null when the theme has been deleted. */
export async function holdTheme(tx: Transaction, communityId: number, themeId: number): Promise<number | null> {
  const [held] = await holdThemes(tx, communityId, [themeId]);
  return held?.rev ?? null;
}

/** The same for several themes, whichever of them are there. `naming`: see `namingTheDeed`. */
export function holdThemes(tx: Transaction, communityId: number, ids: readonly number[], naming: SQL = sql`true`) {
  const [one = 0, other = one] = ids;
  return tx
    .update(themes)
    .set({ orderRev: sql`${themes.orderRev} + 1` })
    .where(
      and(
        naming,
        eq(themes.communityId, communityId),
        sql`${themes.id} in (select h.id from themes h where h.community_id = ${communityId} and h.id in (${one}, ${other})
          and h.deleted_at is null order by h.id for no key update)`,
      ),
    )
    .returning({ id: themes.id, slug: themes.slug, rev: themes.orderRev });
}

/** Takes the next rev of the board of the theme at a slug; null when there is none. */
export async function holdThemeAt(tx: Transaction, communityId: number, slug: string, naming: SQL) {
  const [held] = await tx
    .update(themes)
    .set({ orderRev: sql`${themes.orderRev} + 1` })
    .where(and(naming, eq(themes.communityId, communityId), eq(themes.slug, slug), isNull(themes.deletedAt)))
    .returning({ id: themes.id, rev: themes.orderRev });
  return held ?? null;
}

/** One list of a board: the table, and which of its rows. What was deleted has a key behind "~" and is none of them. */
export type Place = { table: typeof themes | typeof pillars | typeof tasks; rows: SQL };

export const themesPlace = (communityId: number): Place => ({
  table: themes,
  rows: sql`${themes.communityId} = ${communityId} and ${themes.position} < '~'`,
});

export const pillarsPlace = (communityId: number, themeId: number): Place => ({
  table: pillars,
  rows: sql`${pillars.communityId} = ${communityId} and ${pillars.themeId} = ${themeId} and ${pillars.position} < '~'`,
});

/** The tasks of a theme's pillar, or (null) outside any. */
export const tasksPlace = (communityId: number, themeId: number, pillarId: number | null): Place => ({
  table: tasks,
  rows: sql`${tasks.communityId} = ${communityId} and ${tasks.themeId} = ${themeId}
    and ${pillarId === null ? sql`${tasks.pillarId} is null` : sql`${tasks.pillarId} = ${pillarId}`}
    and ${tasks.position} < '~'`,
});

/**
 * `count` keys in order between two neighbours of a place that the caller holds. Where they would be long, the place is
 * given short keys first; nobody has moved by that, so no `placed_rev` changes.
 */
export async function makeRoom(
  tx: Transaction,
  { table, rows }: Place,
  { low, high, count }: { low: string | null; high: string | null; count: number },
): Promise<string[]> {
  const keys = keysBetween(low, high, count);
  if (!keys.some(isLongKey)) return keys;
  const stand = await tx.execute<{ id: string; position: string }>(
    sql`select ${table.id} as id, ${table.position} as position from ${table} where ${rows} order by ${table.position}`,
  );
  const spread = spreadKeys(
    stand.map(({ position }) => position),
    low,
    count,
  );
  const written = stand.map(({ id }, index) => ({ id, position: spread.keys[index] }));
  await tx.execute(sql`
    update ${table} set position = w.position
    from json_to_recordset(${JSON.stringify(written)}::json) as w (id bigint, position text)
    where ${rows} and ${table.id} = w.id`);
  return spread.gap;
}
