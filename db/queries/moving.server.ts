import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Moved } from "../../app/domain/roadmap/move-words";
import type { Database, Transaction } from "../client.server";
import { communities } from "../schema/communities";
import { pillars } from "../schema/pillars";
import { tasks } from "../schema/tasks";
import { themes } from "../schema/themes";
import { holdThemeAt, holdThemes, makeRoom, pillarsPlace, tasksPlace, themesPlace } from "./boards.server";
import { type Doer, namingTheDeed } from "./change.server";
import { findLastMover } from "./last-writer.server";

/** `seen`: the board's rev when the mover looked. Who moves a thing again before the page has caught up is not stale. */
async function isStale(
  tx: Transaction,
  by: Doer,
  object: string,
  thing: { id: number; placedRev: number },
  seen: number,
) {
  if (thing.placedRev <= seen) return null;
  const last = await findLastMover(tx, object, thing.id);
  return last !== null && last.id === by.personId ? null : { is: "stale" as const, by: last?.name ?? null };
}

/** The key before which a thing goes, and the one behind which: `low` and `high` of its gap, null at the ends. */
const lowest = (key: SQL) => sql<string | null>`(${key} order by n.position desc limit 1)`;

export type ThemeMove = { communityId: number; slug: string; before: string | null; seen: number };

/** Moves a theme before another one of its roadmap, or (null) to the end. */
export const moveTheme = (db: Database, by: Doer, move: ThemeMove): Promise<Moved> =>
  db.transaction(async (tx) => {
    const { communityId, slug, before, seen } = move;
    const [board] = await tx
      .update(communities)
      .set({ rev: sql`${communities.rev} + 1` })
      .where(and(namingTheDeed(by, "move theme"), eq(communities.id, communityId)))
      .returning({ rev: communities.rev });
    if (!board) return { is: "missing" };
    const high = sql<string | null>`(select b.position from themes b
      where b.community_id = ${communityId} and b.slug = ${before} and b.deleted_at is null)`;
    const [thing] = await tx
      .select({
        id: themes.id,
        placedRev: themes.placedRev,
        high,
        low: lowest(sql`select n.position from themes n where n.community_id = ${communityId} and n.id <> themes.id
          and n.position < coalesce(${high}, '~')`),
      })
      .from(themes)
      .where(and(eq(themes.communityId, communityId), eq(themes.slug, slug), isNull(themes.deletedAt)));
    if (!thing) return { is: "missing" };
    const stale = await isStale(tx, by, "themes", thing, seen);
    if (stale) return stale;
    if (before !== null && thing.high === null) return { is: "nowhere" };
    const [position] = await makeRoom(tx, themesPlace(communityId), { ...thing, count: 1 });
    await tx
      .update(themes)
      .set({ position, placedRev: board.rev })
      .where(and(eq(themes.communityId, communityId), eq(themes.id, thing.id)));
    return { is: "moved", rev: board.rev, theme: { slug } };
  });

export type PillarMove = {
  communityId: number;
  themeSlug: string;
  id: number;
  before: number | null;
  seen: number;
};

/** Moves a pillar before another one of its theme, or (null) to the end. */
export const movePillar = (db: Database, by: Doer, move: PillarMove): Promise<Moved> =>
  db.transaction(async (tx) => {
    const { communityId, themeSlug, id, before, seen } = move;
    const board = await holdThemeAt(tx, communityId, themeSlug, namingTheDeed(by, "move pillar"));
    if (!board) return { is: "missing" };
    const high = sql<string | null>`(select b.position from pillars b
      where b.community_id = ${communityId} and b.theme_id = ${board.id} and b.id = ${before} and b.deleted_at is null)`;
    const [thing] = await tx
      .select({
        id: pillars.id,
        placedRev: pillars.placedRev,
        high,
        low: lowest(sql`select n.position from pillars n where n.community_id = ${communityId} and n.theme_id = ${board.id}
          and n.id <> ${id} and n.position < coalesce(${high}, '~')`),
      })
      .from(pillars)
      .where(
        and(
          eq(pillars.communityId, communityId),
          eq(pillars.themeId, board.id),
          eq(pillars.id, id),
          isNull(pillars.deletedAt),
        ),
      );
    if (!thing) return { is: "missing" };
    const stale = await isStale(tx, by, "pillars", thing, seen);
    if (stale) return stale;
    if (before !== null && thing.high === null) return { is: "nowhere" };
    const [position] = await makeRoom(tx, pillarsPlace(communityId, board.id), { ...thing, count: 1 });
    await tx
      .update(pillars)
      .set({ position, placedRev: board.rev })
      .where(and(eq(pillars.communityId, communityId), eq(pillars.id, id)));
    return { is: "moved", rev: board.rev, theme: { slug: themeSlug } };
  });

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
export const moveTask = (db: Database, by: Doer, move: TaskMove): Promise<Moved> =>
  db.transaction(async (tx) => {
    const { communityId, number, from, seen, to, before } = move;
    const boards = await holdThemes(tx, communityId, [from, to.themeId], namingTheDeed(by, "move task"));
    const inPillar = to.pillarId === null ? sql`is null` : sql`= ${to.pillarId}`;
    const high = sql<string | null>`(select b.position from tasks b where b.community_id = ${communityId}
      and b.number = ${before} and b.theme_id = ${to.themeId} and b.pillar_id ${inPillar} and b.deleted_at is null)`;
    const [thing] = await tx
      .select({
        id: tasks.id,
        themeId: tasks.themeId,
        placedRev: tasks.placedRev,
        high,
        low: lowest(sql`select n.position from tasks n where n.community_id = ${communityId} and n.theme_id = ${to.themeId}
          and n.pillar_id ${inPillar} and n.id <> tasks.id and n.position < coalesce(${high}, '~')`),
        hasPillar: sql<boolean>`${to.pillarId}::bigint is null or exists (select from pillars p
          where p.community_id = ${communityId} and p.theme_id = ${to.themeId} and p.id = ${to.pillarId} and p.deleted_at is null)`,
      })
      .from(tasks)
      .where(and(eq(tasks.communityId, communityId), eq(tasks.number, number), isNull(tasks.deletedAt)));
    if (!thing || !boards.some(({ id }) => id === thing.themeId || thing.themeId !== from)) return { is: "missing" };
    if (thing.themeId !== from) {
      const last = await findLastMover(tx, "tasks", thing.id);
      return { is: "stale", by: last?.name ?? null, elsewhere: true };
    }
    const stale = await isStale(tx, by, "tasks", thing, seen);
    if (stale) return stale;
    const board = boards.find(({ id }) => id === to.themeId);
    if (!board || !thing.hasPillar || (before !== null && thing.high === null)) return { is: "nowhere" };
    const place = tasksPlace(communityId, to.themeId, to.pillarId);
    const [position] = await makeRoom(tx, place, { ...thing, count: 1 });
    await tx
      .update(tasks)
      .set({ ...to, position, placedRev: board.rev })
      .where(and(eq(tasks.communityId, communityId), eq(tasks.id, thing.id)));
    return { is: "moved", rev: board.rev, theme: board };
  });
