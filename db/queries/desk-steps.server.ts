import { and, desc, eq, isNotNull, isNull, notInArray } from "drizzle-orm";
import { type DeskDeed, stepsKept } from "../../app/domain/roadmap/step-words";
import type { Queryable, Transaction } from "../client.server";
import { deskSteps } from "../schema/desk-steps";
import { pictureOf, whatChanged } from "./step-pictures.server";

export type StepPlace = { communityId: number; themeId: number; personId: number };
export type NewStep = StepPlace & { deed: DeskDeed; about: string };

/**
 * Does some work on these themes and keeps it as a step that can be undone: every row it touched, before and after. The
 * themes are locked by the caller. Work that changes nothing is no step; what had been undone cannot be redone after it.
 */
export async function withStep<Result>(
  tx: Transaction,
  { communityId, themeId, personId, deed, about }: NewStep,
  themeIds: readonly number[],
  work: () => Promise<Result>,
): Promise<Result> {
  const was = await pictureOf(tx, communityId, themeIds);
  const result = await work();
  const change = whatChanged(was, await pictureOf(tx, communityId, themeIds));
  if (change === null) return result;
  const own = ofPerson({ communityId, themeId, personId });
  await tx.delete(deskSteps).where(and(own, isNotNull(deskSteps.undoneAt)));
  await tx.insert(deskSteps).values({ communityId, themeId, personId, deed, about, ...change });
  const kept = tx.select({ id: deskSteps.id }).from(deskSteps).where(own).orderBy(desc(deskSteps.id)).limit(stepsKept);
  await tx.delete(deskSteps).where(and(own, notInArray(deskSteps.id, kept)));
  return result;
}

/** The step a person would undo next at a theme's desk, and the one they would redo. */
export async function findNextSteps(db: Queryable, place: StepPlace) {
  const shown = { id: deskSteps.id, deed: deskSteps.deed, about: deskSteps.about, madeAt: deskSteps.madeAt };
  const [undo, redo] = await Promise.all([
    db
      .select(shown)
      .from(deskSteps)
      .where(and(ofPerson(place), isNull(deskSteps.undoneAt)))
      .orderBy(desc(deskSteps.id))
      .limit(1),
    db
      .select(shown)
      .from(deskSteps)
      .where(and(ofPerson(place), isNotNull(deskSteps.undoneAt)))
      .orderBy(deskSteps.id)
      .limit(1),
  ]);
  return { undo: undo[0] ?? null, redo: redo[0] ?? null };
}

/** The steps of one person at one theme's desk. */
export const ofPerson = ({ communityId, themeId, personId }: StepPlace) =>
  and(eq(deskSteps.communityId, communityId), eq(deskSteps.themeId, themeId), eq(deskSteps.personId, personId));
