import { and, eq, type SQL, sql } from "drizzle-orm";
import { isLongKey, keysBetween, spreadKeys } from "../../app/domain/roadmap/placing";
import type { Queryable, Transaction } from "../client.server";
import { pillars } from "../schema/pillars";
import { tasks } from "../schema/tasks";
import { themes } from "../schema/themes";

/*
 * A board is what people order together: a community's themes (its row has the `rev`), or a theme's pillars and tasks
 * (`order_rev`). Whoever changes an order takes the next rev with it, which holds the row until commit: changes of one board
 * come one after the other, those of different boards at once. Where several rows are held, the order is community, themes by
 * id, tasks, so that nobody waits in a circle.
 */

/** Takes the next rev of a theme's board, and so holds it until commit; null when the theme has been deleted. */
export async function holdTheme(tx: Transaction, communityId: number, themeId: number): Promise<number | null> {
  const [held] = await holdThemes(tx, communityId, [themeId]);
  return held?.rev ?? null;
}

/** The same for several themes, whichever of them are there. */
export function holdThemes(tx: Transaction, communityId: number, ids: readonly number[]) {
  const [one = 0, other = one] = ids;
  return tx
    .update(themes)
    .set({ orderRev: sql`${themes.orderRev} + 1` })
    .where(
      and(
        eq(themes.communityId, communityId),
        sql`${themes.id} in (select h.id from themes h where h.community_id = ${communityId} and h.id in (${one}, ${other})
          and h.deleted_at is null order by h.id for no key update)`,
      ),
    )
    .returning({ id: themes.id, rev: themes.orderRev });
}

/** Where a row is put: what is set beside its rev, its key there among it. */
type Put = { communityId: number; table: typeof themes | typeof pillars | typeof tasks; id: number; set: SQL };

/** A theme's board as somebody saw it. */
export type Seen = { id: number; rev: number };

/**
 * Puts a task or a pillar where it goes on the board of a theme (`to`) and takes that one's next rev, which is returned, all in
 * one statement; null when one of the boards (one or two, a theme once) is not as it was seen any more, or the row has gone.
 * The rows that are held first are read as they are when it is their turn, not as they were when the statement began.
 */
export function putOnTheme(db: Queryable, naming: SQL, seen: readonly Seen[], to: number, put: Put) {
  const ids = sql.join(
    seen.map(({ id }) => sql`${id}`),
    sql`, `,
  );
  const revs = sql.join(
    seen.map(({ id, rev }) => sql`(${id}::bigint, ${rev}::bigint)`),
    sql`, `,
  );
  return putOn(
    db,
    sql`held as (select h.id, h.order_rev from themes h where h.community_id = ${put.communityId} and h.id in (${ids})
        and h.deleted_at is null order by h.id for no key update),
      board as (update themes b set order_rev = b.order_rev + 1
        where ${naming} and b.community_id = ${put.communityId} and b.id in (select id from held)
          and (select count(*) from held h where (h.id, h.order_rev) in (${revs})) = ${seen.length}
        returning b.id, b.order_rev as rev)`,
    to,
    put,
  );
}

/** The same for a theme on the roadmap of a community that was seen at a rev. */
export const putOnRoadmap = (db: Queryable, naming: SQL, seenRev: number, put: Put) =>
  putOn(
    db,
    sql`board as (update communities b set rev = b.rev + 1
      where ${naming} and b.id = ${put.communityId} and b.rev = ${seenRev} returning b.id, b.rev)`,
    put.communityId,
    put,
  );

async function putOn(db: Queryable, boards: SQL, to: number, { communityId, table, id, set }: Put) {
  const [placed] = await db.execute<{ rev: number }>(sql`
    with ${boards}
    update ${table} as thing set placed_rev = board.rev, ${set} from board
    where board.id = ${to} and thing.community_id = ${communityId} and thing.id = ${id} and thing.deleted_at is null
    returning board.rev::float8 as rev`);
  return placed?.rev ?? null;
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

/** The key between two neighbours; null where it would be long, and the place needs `makeRoom`. */
export function keyBetween({ low, high }: { low: string | null; high: string | null }): string | null {
  const [key = ""] = keysBetween(low, high, 1);
  return isLongKey(key) ? null : key;
}

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
