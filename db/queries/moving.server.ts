import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Moved } from "../../app/domain/roadmap/move-words";
import type { Database, Queryable, Transaction } from "../client.server";
import { communities } from "../schema/communities";
import { pillars } from "../schema/pillars";
import { tasks } from "../schema/tasks";
import { themes } from "../schema/themes";
import {
  keyBetween,
  makeRoom,
  type Place,
  pillarsPlace,
  putOnRoadmap,
  putOnTheme,
  tasksPlace,
  themesPlace,
} from "./boards.server";
import { change, type Doer, namingTheDeed } from "./change.server";
import { findLastMover } from "./last-writer.server";

/*
 * A move takes two statements. It looks: where the thing and its new neighbours stand, and the revs of their boards. Then it
 * writes, if these revs are still the same, in one statement that is a transaction by itself. Where somebody came in between,
 * or the place has to be given short keys first, it holds its boards in a transaction, and then does the same again.
 */

/** One try. `tx`: the boards are held. Null: not as it was seen, or no room. */
type Try = (on: Queryable, tx: Transaction | null) => Promise<Moved | null>;

const carryOut = async (
  db: Database,
  by: Doer,
  action: string,
  hold: (tx: Transaction) => Promise<unknown>,
  attempt: Try,
): Promise<Moved> =>
  (await attempt(db, null)) ??
  change(db, by, action, async (tx) => {
    await hold(tx);
    return (await attempt(tx, tx)) ?? { is: "missing" };
  });

type Gap = { low: string | null; high: string | null };

const roomIn = async (tx: Transaction | null, place: Place, gap: Gap): Promise<string | null> =>
  tx ? ((await makeRoom(tx, place, { ...gap, count: 1 }))[0] ?? null) : keyBetween(gap);

/** `seen`: the board's rev when the mover looked. Who moves a thing again before the page has caught up is not stale. */
async function isStale(
  db: Queryable,
  by: Doer,
  object: string,
  thing: { id: number; placedRev: number },
  seen: number,
) {
  if (thing.placedRev <= seen) return null;
  const last = await findLastMover(db, object, thing.id);
  return last !== null && last.id === by.personId ? null : { is: "stale" as const, by: last?.name ?? null };
}

/** The key before which a thing goes, and the one behind which: `low` and `high` of its gap, null at the ends. */
const lowest = (key: SQL) => sql<string | null>`(${key} order by n.position desc limit 1)`;

export type ThemeMove = { communityId: number; slug: string; before: string | null; seen: number };

/** Moves a theme before another one of its roadmap, or (null) to the end. */
export function moveTheme(db: Database, by: Doer, move: ThemeMove): Promise<Moved> {
  const { communityId, slug, before, seen } = move;
  const action = "move theme";
  const attempt: Try = async (on, tx) => {
    const high = sql<string | null>`(select b.position from themes b
      where b.community_id = ${communityId} and b.slug = ${before} and b.deleted_at is null)`;
    const [thing] = await on
      .select({
        id: themes.id,
        placedRev: themes.placedRev,
        rev: communities.rev,
        high,
        low: lowest(sql`select n.position from themes n where n.community_id = ${communityId} and n.id <> themes.id
          and n.position < coalesce(${high}, '~')`),
      })
      .from(themes)
      .innerJoin(communities, eq(communities.id, themes.communityId))
      .where(and(eq(themes.communityId, communityId), eq(themes.slug, slug), isNull(themes.deletedAt)));
    if (!thing) return { is: "missing" };
    const stale = await isStale(on, by, "themes", thing, seen);
    if (stale) return stale;
    if (before !== null && thing.high === null) return { is: "nowhere" };
    const position = await roomIn(tx, themesPlace(communityId), thing);
    if (position === null) return null;
    const put = { communityId, table: themes, id: thing.id, set: sql`position = ${position}` };
    const rev = await putOnRoadmap(on, namingTheDeed(by, action), thing.rev, put);
    return rev === null ? null : { is: "moved", rev, theme: { slug } };
  };
  const hold = (tx: Transaction) =>
    tx.execute(sql`select from communities where id = ${communityId} for no key update`);
  return carryOut(db, by, action, hold, attempt);
}

export type PillarMove = {
  communityId: number;
  themeSlug: string;
  id: number;
  before: number | null;
  seen: number;
};

/** Moves a pillar before another one of its theme, or (null) to the end. */
export function movePillar(db: Database, by: Doer, move: PillarMove): Promise<Moved> {
  const { communityId, themeSlug, id, before, seen } = move;
  const action = "move pillar";
  const attempt: Try = async (on, tx) => {
    const high = sql<string | null>`(select b.position from pillars b where b.community_id = ${communityId}
      and b.theme_id = ${themes.id} and b.id = ${before} and b.deleted_at is null)`;
    const [thing] = await on
      .select({
        id: pillars.id,
        placedRev: pillars.placedRev,
        board: { id: themes.id, rev: themes.orderRev },
        high,
        low: lowest(sql`select n.position from pillars n where n.community_id = ${communityId}
          and n.theme_id = ${themes.id} and n.id <> ${id} and n.position < coalesce(${high}, '~')`),
      })
      .from(pillars)
      .innerJoin(themes, and(eq(themes.communityId, pillars.communityId), eq(themes.id, pillars.themeId)))
      .where(
        and(
          eq(pillars.communityId, communityId),
          eq(pillars.id, id),
          isNull(pillars.deletedAt),
          eq(themes.slug, themeSlug),
          isNull(themes.deletedAt),
        ),
      );
    if (!thing) return { is: "missing" };
    const stale = await isStale(on, by, "pillars", thing, seen);
    if (stale) return stale;
    if (before !== null && thing.high === null) return { is: "nowhere" };
    const { board } = thing;
    const position = await roomIn(tx, pillarsPlace(communityId, board.id), thing);
    if (position === null) return null;
    const put = { communityId, table: pillars, id, set: sql`position = ${position}` };
    const rev = await putOnTheme(on, namingTheDeed(by, action), [board], board.id, put);
    return rev === null ? null : { is: "moved", rev, theme: { slug: themeSlug } };
  };
  const hold = (tx: Transaction) =>
    tx.execute(sql`select from themes where community_id = ${communityId} and slug = ${themeSlug} for no key update`);
  return carryOut(db, by, action, hold, attempt);
}

export type TaskMove = {
  communityId: number;
  number: number;
  /** The theme it was seen in, and the rev of that one's board then. */
  from: number;
  seen: number;
  to: { themeId: number; pillarId: number | null };
  /** The number of the task it goes before; null: to the end. */
  before: number | null;
};

/** Moves a task before another one of a pillar (null: of the theme's own), or to the end, in its theme or in another. */
export function moveTask(db: Database, by: Doer, move: TaskMove): Promise<Moved> {
  const { communityId, number, from, seen, to, before } = move;
  const action = "move task";
  const ids = [...new Set([from, to.themeId])];
  const attempt: Try = async (on, tx) => {
    const inPillar = to.pillarId === null ? sql`is null` : sql`= ${to.pillarId}`;
    const high = sql<string | null>`(select b.position from tasks b where b.community_id = ${communityId}
      and b.number = ${before} and b.theme_id = ${to.themeId} and b.pillar_id ${inPillar} and b.deleted_at is null)`;
    const [thing] = await on
      .select({
        id: tasks.id,
        themeId: tasks.themeId,
        placedRev: tasks.placedRev,
        high,
        low: lowest(sql`select n.position from tasks n where n.community_id = ${communityId} and n.theme_id = ${to.themeId}
          and n.pillar_id ${inPillar} and n.id <> tasks.id and n.position < coalesce(${high}, '~')`),
        hasPillar: sql<boolean>`${to.pillarId}::bigint is null or exists (select from pillars p
          where p.community_id = ${communityId} and p.theme_id = ${to.themeId} and p.id = ${to.pillarId} and p.deleted_at is null)`,
        boards: sql<{ id: number; rev: number; slug: string }[]>`(
          select coalesce(json_agg(json_build_object('id', h.id, 'rev', h.order_rev, 'slug', h.slug)), '[]')
          from themes h where h.community_id = ${communityId} and h.id in (${from}, ${to.themeId}) and h.deleted_at is null)`,
      })
      .from(tasks)
      .where(and(eq(tasks.communityId, communityId), eq(tasks.number, number), isNull(tasks.deletedAt)));
    if (!thing) return { is: "missing" };
    if (thing.themeId !== from) {
      const last = await findLastMover(on, "tasks", thing.id);
      return { is: "stale", by: last?.name ?? null, elsewhere: true };
    }
    const { boards } = thing;
    if (!boards.some(({ id }) => id === from)) return { is: "missing" };
    const stale = await isStale(on, by, "tasks", thing, seen);
    if (stale) return stale;
    const board = boards.find(({ id }) => id === to.themeId);
    if (!board || !thing.hasPillar || (before !== null && thing.high === null)) return { is: "nowhere" };
    const position = await roomIn(tx, tasksPlace(communityId, to.themeId, to.pillarId), thing);
    if (position === null) return null;
    const set = sql`theme_id = ${to.themeId}, pillar_id = ${to.pillarId}, position = ${position}`;
    const rev = await putOnTheme(on, namingTheDeed(by, action), boards, to.themeId, {
      communityId,
      table: tasks,
      id: thing.id,
      set,
    });
    return rev === null ? null : { is: "moved", rev, theme: board };
  };
  const hold = (tx: Transaction) =>
    tx.execute(
      sql`select from themes where community_id = ${communityId} and id = any(${sql.param(ids)}::bigint[]) order by id for no key update`,
    );
  return carryOut(db, by, action, hold, attempt);
}
