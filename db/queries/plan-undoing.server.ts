import { limits } from "../../app/domain/limits";
import { mentorsOf, unpaired } from "../../app/domain/plans/pairing";
import { isUndoable } from "../../app/domain/plans/steps";
import { nothingToUndo, notMovedToUndo } from "../../app/domain/plans/words";
import { notNow } from "../../app/domain/verdict";
import type { Database, Transaction } from "../client.server";
import type { Doer } from "./change.server";
import { dropPairRule, setPairRule } from "./pair-rules.server";
import { findPairing, findPairingOf, type StoredPairing } from "./pairing.server";
import { isChangedBy } from "./plan-changes.server";
import { listNewestSteps, markStepUndone, type PlanStep } from "./plan-steps.server";
import { putInDraft, takeOutOfDraft } from "./plan-writing.server";
import { type At, nextRevision, onDraft, type Planned, ruleKey } from "./planning.server";
import type { Sprint } from "./sprints.server";

/**
 * Takes the newest step of a draft back, whoever made it: everybody it touched is where they were before, and so are the rules. Who
 * has been paired or has withdrawn since stays out. With `follows` it was asked for while a move of the same organizer was on its
 * way, and takes that move back. Refused (409) when nothing is left to take back, or that move was not made.
 */
export function undoStep(
  db: Database,
  doer: Doer,
  at: At,
  seen: number | null,
  { follows = false } = {},
): Promise<Planned<PlanStep>> {
  const work = async (tx: Transaction, pairing: StoredPairing): Promise<Planned<PlanStep>> => {
    const plan = pairing.draft;
    if (!plan) return { is: "no", verdict: notNow(nothingToUndo) };
    if (follows && plan.rev === seen) return { is: "no", verdict: notNow(notMovedToUndo) };
    const key = { communityId: at.communityId, id: plan.id };
    const own = follows && seen !== null && (await isChangedBy(tx, key, { ...plan, seen }, at.personId));
    if (plan.rev !== seen && !own) return { is: "late" };
    const [step] = await listNewestSteps(tx, at);
    if (!step || !isUndoable(step) || !(await markStepUndone(tx, { communityId: at.communityId, id: step.id }))) {
      return { is: "no", verdict: notNow(nothingToUndo) };
    }
    await nextRevision(tx, at, plan);
    await putBack(tx, at, pairing, { planId: plan.id, step });
    for (const { newcomerId, mentorId, before } of step.change.rules) {
      const key = { ...ruleKey(at), newcomerId, mentorId };
      if (before === null) await dropPairRule(tx, key);
      else await setPairRule(tx, key, before, at.personId);
    }
    return { is: "done", said: step };
  };
  const named = { action: "undo plan step", deed: null };
  return onDraft(db, doer, at, named, work, (tx, held) => readTouched(tx, at, held));
}

/** As much of a pairing as taking back the newest step looks at. A run has moved so many that everybody is as soon read. */
async function readTouched(tx: Transaction, at: At, held: Sprint): Promise<StoredPairing> {
  const [step] = await listNewestSteps(tx, at);
  const { places = [] } = step?.change ?? {};
  if (places.length > limits.tableRows) return findPairing(tx, at.communityId, held);
  return findPairingOf(tx, at.communityId, held, {
    newcomerIds: places.map(({ newcomerId }) => newcomerId),
    mentorIds: places.flatMap(({ before }) => (before && "mentorId" in before ? [before.mentorId] : [])),
  });
}

/** Everybody a step touched is where they were before it, as far as they are still there. */
async function putBack(
  tx: Transaction,
  at: At,
  pairing: StoredPairing,
  { planId, step }: { planId: number; step: PlanStep },
): Promise<void> {
  const here = new Set(unpaired(pairing).map(({ id }) => id));
  const mentors = new Set(mentorsOf(pairing).map(({ id }) => id));
  const draft = { ...at, id: planId };
  const places = step.change.places.filter(({ newcomerId }) => here.has(newcomerId));
  const touched = places.map(({ newcomerId }) => newcomerId);
  await takeOutOfDraft(tx, draft, touched);
  await putInDraft(tx, draft, {
    pairs: places.flatMap(({ newcomerId, before }) =>
      before && "mentorId" in before && mentors.has(before.mentorId) ? [{ newcomerId, ...before }] : [],
    ),
    waits: places.flatMap(({ newcomerId, before }) =>
      before && "because" in before ? [{ newcomerId, ...before }] : [],
    ),
  });
}
