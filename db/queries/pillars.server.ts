import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { keysAfter } from "../../app/domain/roadmap/placing";
import type { Queryable, Transaction } from "../client.server";
import { pillars } from "../schema/pillars";
import { holdTheme } from "./boards.server";

export type PillarText = { title: string; intro: string };

const inTheme = (communityId: number, themeId: number) =>
  and(eq(pillars.communityId, communityId), eq(pillars.themeId, themeId), isNull(pillars.deletedAt));

/** Adds pillars at the end of a theme, in the order given; returns their ids: none when the theme has been deleted. */
export async function addPillars(
  tx: Transaction,
  communityId: number,
  themeId: number,
  texts: readonly PillarText[],
): Promise<{ id: number }[]> {
  if (texts.length === 0) return [];
  if ((await holdTheme(tx, communityId, themeId)) === null) return [];
  const [last] = await tx
    .select({ position: pillars.position })
    .from(pillars)
    .where(inTheme(communityId, themeId))
    .orderBy(desc(pillars.position))
    .limit(1);
  const keys = keysAfter(last?.position ?? null, texts.length);
  return tx
    .insert(pillars)
    .values(texts.map((text, index) => ({ ...text, communityId, themeId, position: keys[index] ?? "" })))
    .returning({ id: pillars.id });
}

/** The pillar with this id in this theme, or null. */
export async function findPillar(db: Queryable, communityId: number, themeId: number, id: number) {
  const [found] = await db
    .select({ id: pillars.id, title: pillars.title, intro: pillars.intro, rev: pillars.rev })
    .from(pillars)
    .where(and(inTheme(communityId, themeId), eq(pillars.id, id)));
  return found ?? null;
}

/** Rewrites a pillar if it still is at `rev`; false when somebody was faster. */
export async function editPillar(
  tx: Transaction,
  key: { communityId: number; id: number; rev: number },
  text: Partial<PillarText>,
): Promise<boolean> {
  const changed = await tx
    .update(pillars)
    .set({ ...text, rev: sql`${pillars.rev} + 1` })
    .where(
      and(
        eq(pillars.communityId, key.communityId),
        eq(pillars.id, key.id),
        eq(pillars.rev, key.rev),
        isNull(pillars.deletedAt),
      ),
    )
    .returning({ id: pillars.id });
  return changed.length === 1;
}
