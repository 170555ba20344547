import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { canDeleteTheme } from "../../app/domain/roadmap/deeds";
import { keysAfter } from "../../app/domain/roadmap/placing";
import { slugFor } from "../../app/domain/roadmap/slug";
import type { ThemeState } from "../../app/domain/roadmap/theme-states";
import type { Verdict } from "../../app/domain/verdict";
import type { Queryable, Transaction } from "../client.server";
import { communities } from "../schema/communities";
import { themes } from "../schema/themes";
import { holdTheme } from "./boards.server";
import { finishReached } from "./preparation-endings.server";
import { says } from "./task-facts.server";
import { countHeldTasks } from "./themes.server";

export type ThemeText = { title: string; why: string; state: ThemeState };

/**
 * Holds the community's row until commit, and takes the next rev of its board: whoever adds, moves or deletes a theme waits
 * their turn. Taken before any other row, so that no two of them wait for each other.
 */
export async function holdRoadmap(tx: Transaction, communityId: number): Promise<number> {
  const [row] = await tx
    .update(communities)
    .set({ rev: sql`${communities.rev} + 1` })
    .where(eq(communities.id, communityId))
    .returning({ rev: communities.rev });
  if (!row) throw new Error(`there is no community ${communityId}`);
  return row.rev;
}

/** Whether a theme is on the roadmap: asked under `holdRoadmap`, the answer holds until commit. */
export async function isLiveTheme(db: Queryable, communityId: number, id: number): Promise<boolean> {
  const [found] = await db
    .select({ id: themes.id })
    .from(themes)
    .where(and(eq(themes.communityId, communityId), eq(themes.id, id), isNull(themes.deletedAt)));
  return found !== undefined;
}

/**
 * Adds themes at the end of the roadmap, in the order given; returns their ids and slugs. Each gets a slug made from
 * its title, numbered where it is taken (a deleted theme keeps its own, so that its address goes on saying what happened).
 */
export async function addThemes(
  tx: Transaction,
  communityId: number,
  texts: readonly ThemeText[],
): Promise<{ id: number; slug: string }[]> {
  if (texts.length === 0) return [];
  await holdRoadmap(tx, communityId);
  const known = await tx.select({ slug: themes.slug }).from(themes).where(eq(themes.communityId, communityId));
  const taken = new Set(["new", ...known.map(({ slug }) => slug)]);
  const [last] = await tx
    .select({ position: themes.position })
    .from(themes)
    .where(and(eq(themes.communityId, communityId), isNull(themes.deletedAt)))
    .orderBy(desc(themes.position))
    .limit(1);
  const keys = keysAfter(last?.position ?? null, texts.length);
  const rows = texts.map((text, index) => {
    const slug = slugFor(text.title, taken, "theme");
    taken.add(slug);
    return { ...text, communityId, slug, position: keys[index] ?? "" };
  });
  return tx.insert(themes).values(rows).returning({ id: themes.id, slug: themes.slug });
}

/** A why that says something else than before is noted; one where there was none changes nothing for its tasks. */
const whyChange = (why: string | undefined) =>
  why === undefined
    ? {}
    : {
        whyChangedAt: sql`case when ${says("themes.why")} and ${themes.why} <> ${why} then app_now() else ${themes.whyChangedAt} end`,
      };

/**
 * Rewrites a theme if it still is at `rev`; false when somebody was faster. Its address stays. Its why counts for its tasks:
 * one of them that somebody prepares may be ready by it.
 */
export async function editTheme(
  tx: Transaction,
  key: { communityId: number; id: number; rev: number },
  text: Partial<ThemeText>,
): Promise<boolean> {
  const changed = await tx
    .update(themes)
    .set({ ...text, ...whyChange(text.why), rev: sql`${themes.rev} + 1` })
    .where(
      and(
        eq(themes.communityId, key.communityId),
        eq(themes.id, key.id),
        eq(themes.rev, key.rev),
        isNull(themes.deletedAt),
      ),
    )
    .returning({ id: themes.id });
  if (changed.length === 1 && text.why !== undefined) await finishReached(tx, key.communityId);
  return changed.length === 1;
}

/**
 * Deletes a theme with everything in it, if nobody holds a task of it, and says whether it could; its address then says who
 * and when. Its tasks are locked first, so that nobody claims one meanwhile.
 */
export async function deleteTheme(tx: Transaction, communityId: number, id: number, by: number): Promise<Verdict> {
  await holdRoadmap(tx, communityId);
  await holdTheme(tx, communityId, id);
  await tx.execute(
    sql`select id from tasks where community_id = ${communityId} and theme_id = ${id} order by id for update`,
  );
  const verdict = canDeleteTheme(await countHeldTasks(tx, communityId, id));
  if (!verdict.ok) return verdict;
  await tx
    .update(themes)
    .set({ deletedAt: sql`app_now()`, deletedBy: by, position: sql`'~' || id`, rev: sql`${themes.rev} + 1` })
    .where(and(eq(themes.communityId, communityId), eq(themes.id, id), isNull(themes.deletedAt)));
  return verdict;
}
