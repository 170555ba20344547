import { canFix, canPair, canSeat } from "../../app/domain/plans/deeds";
import { type Judged, judgeOf } from "../../app/domain/plans/judge";
import { freeSeatsOf, type Registered, unpaired } from "../../app/domain/plans/pairing";
import { runPairing } from "../../app/domain/plans/run";
import { stepBetween } from "../../app/domain/plans/steps";
import { forbidsByHand, waitsByHand } from "../../app/domain/plans/words";
import type { PairRule, PlanDeed } from "../../app/domain/sprint/words";
import { type No, notNow } from "../../app/domain/verdict";
import type { Database, Transaction } from "../client.server";
import { change, type Doer } from "./change.server";
import { dropPairRule, freeNewcomer, listPairRules, setPairRule } from "./pair-rules.server";
import {
  draftAround,
  findPairing,
  findPairingAround,
  rulesAround,
  type StoredPairing,
  type Two,
} from "./pairing.server";
import { isChangedBy } from "./plan-changes.server";
import { addPlanStep } from "./plan-steps.server";
import { advanceDraft, letWaitInDraft, placeInDraft, storeDraft } from "./plan-writing.server";
import { findDraft, type Plan } from "./plans.server";
import { holdSprint, type Sprint } from "./sprints.server";

/*
 * What organizers do to a draft. Each holds the sprint, so that they come one after the other; `seen` is the revision of the
 * draft that the organizer had in front of them (null: there was none).
 */

export type At = { communityId: number; sprintId: number; personId: number };

/**
 * `done`, with what the deed says of itself; `late`: the draft is not what the organizer saw; `no`: the sentence that says
 * why not; `nobody`: the newcomer or the mentor is not among those who come.
 */
export type Planned<Said = unknown> =
  | { is: "done"; said: Said }
  | { is: "late" }
  | { is: "no"; verdict: No }
  | { is: "nobody"; field: "newcomer" | "mentor" };

const done = { is: "done", said: null } as const;
const late = { is: "late" } as const;

/** What happened when the pairing was run: a new draft, or somebody else had just made the first. */
export type Ran = "made" | "there already";

/**
 * Runs the engine and stores its draft in place of the older one. Of two organizers who press at once for the first draft,
 * both get the same. Refused (409) when everybody has a mentor. A crowd is for `runPlanOfCrowd`: the sprint is held meanwhile.
 */
export function runPlan(db: Database, doer: Doer, at: At, seen: number | null): Promise<Planned<Ran>> {
  return onDraft<Ran>(db, doer, at, running, async (tx, pairing) => {
    const answer = whatStands(pairing, seen);
    if (answer) return answer;
    await storeDraft(tx, at, at.personId, runPairing(pairing));
    return { is: "done", said: "made" };
  });
}

export const running = { action: "run pairing", deed: "run" } as const;

/** Why the pairing is not run over the draft that an organizer saw: it is there already, or another, or nobody is to be paired. Null: it is. */
export function whatStands(pairing: StoredPairing, seen: number | null): Planned<Ran> | null {
  const { draft } = pairing;
  if (draft && seen === null) return { is: "done", said: "there already" };
  if ((draft?.rev ?? null) !== seen) return late;
  if (unpaired(pairing).length > 0) return null;
  const nobody = pairing.people.some(({ role }) => role === "newcomer")
    ? "Every newcomer has a mentor already, so there is nobody left to pair."
    : "Nobody has registered as a newcomer yet, so there is nobody to pair. Pass the sprint's address on first.";
  return { is: "no", verdict: notNow(nobody) };
}

/**
 * Moves a newcomer to a free seat with another mentor of the draft, or lets them wait (`mentorId` null). With `fix`, for every
 * later run too. An older fixing with somebody else goes. With `follows` it may come right after other changes of the same
 * organizer, whose answers they have not seen yet. Refused (409) as `canSeat` says.
 */
export function moveInPlan(
  db: Database,
  doer: Doer,
  at: At,
  seen: number | null,
  move: { newcomerId: number; mentorId: number | null; fix: boolean; follows?: boolean },
): Promise<Planned> {
  const named =
    move.mentorId === null
      ? ({ action: "let newcomer wait", deed: "wait" } as const)
      : ({ action: "move newcomer", deed: "move" } as const);
  return onDraft(db, doer, at, { ...named, two: move }, async (tx, pairing) => {
    const plan = pairing.draft;
    if (!plan || seen === null) return late;
    const key = { communityId: at.communityId, id: plan.id };
    const isSeen = plan.rev === seen || (move.follows && (await isChangedBy(tx, key, { ...plan, seen }, at.personId)));
    if (!isSeen) return late;
    const { newcomerId, mentorId } = move;
    if (mentorId === null) {
      const newcomer = unpaired(pairing).find(({ id }) => id === newcomerId);
      if (!newcomer) return { is: "nobody", field: "newcomer" };
      await nextRevision(tx, at, plan);
      await freeNewcomer(tx, { ...at, newcomerId, mentorId });
      await letWaitInDraft(tx, { ...at, id: plan.id }, { newcomerId, because: waitsByHand });
      return done;
    }
    const two = findTwo(pairing, newcomerId, mentorId);
    if ("is" in two) return two;
    const verdict = canSeat(pairing, two);
    if (!verdict.ok) return { is: "no", verdict };
    await nextRevision(tx, at, plan);
    if (move.fix) await setPairRule(tx, { ...ruleKey(at), newcomerId, mentorId }, "fixed", at.personId);
    else await freeNewcomer(tx, { ...at, newcomerId, mentorId });
    await seatInDraft(tx, at, pairing, plan, two);
    return done;
  });
}

/**
 * Fixes a pair, forbids it, or takes back what was said of it (`rule` null). A fixed pair gets its seat in the draft if one is
 * free; a forbidden one loses it. Refused (409) as `canFix` says.
 */
export function ruleOnPair(
  db: Database,
  doer: Doer,
  at: At,
  seen: number | null,
  { newcomerId, mentorId, rule }: { newcomerId: number; mentorId: number; rule: PairRule | null },
): Promise<Planned> {
  const named = { ...ruleDeeds[rule ?? "none"], two: { newcomerId, mentorId } };
  return onDraft(db, doer, at, named, async (tx, pairing) => {
    const plan = pairing.draft;
    if ((plan?.rev ?? null) !== seen) return late;
    const key = { ...ruleKey(at), newcomerId, mentorId };
    if (rule === null) {
      if (plan) await nextRevision(tx, at, plan);
      await dropPairRule(tx, key);
      return done;
    }
    const two = findTwo(pairing, newcomerId, mentorId);
    if ("is" in two) return two;
    const verdict = rule === "fixed" ? canFix(pairing, two) : null;
    if (verdict && !verdict.ok) return { is: "no", verdict };
    if (plan) await nextRevision(tx, at, plan);
    await setPairRule(tx, key, rule, at.personId);
    const sits = plan?.pairs.some((pair) => pair.newcomerId === newcomerId && pair.mentorId === mentorId) ?? false;
    if (plan && rule === "forbidden" && sits) {
      await letWaitInDraft(tx, { ...at, id: plan.id }, { newcomerId, because: forbidsByHand });
    }
    if (
      plan &&
      rule === "fixed" &&
      !sits &&
      canSeat({ ...pairing, rules: [{ ...key, ...names(two), rule }] }, two).ok
    ) {
      await seatInDraft(tx, at, pairing, plan, two);
    }
    return done;
  });
}

const ruleDeeds = {
  fixed: { action: "fix pair", deed: "fix" },
  forbidden: { action: "forbid pair", deed: "forbid" },
  none: { action: "drop pair rule", deed: "unrule" },
} as const;

export const ruleKey = ({ communityId, sprintId }: At) => ({ communityId, sprintId });
const names = ({ newcomer, mentor }: { newcomer: { name: string }; mentor: { name: string } }) => ({
  newcomer: newcomer.name,
  mentor: mentor.name,
});

/**
 * One deed on the draft of a sprint that is held. What it did becomes a step of the draft (`deed` null: it becomes none). `two`:
 * the only people it looks at and touches; left out: everybody. `read`: where they stand, for whoever knows it already.
 */
export function onDraft<Said>(
  db: Database,
  doer: Doer,
  at: At,
  { action, deed, two }: { action: string; deed: PlanDeed | null; two?: Two },
  work: (tx: Transaction, pairing: StoredPairing) => Promise<Planned<Said>>,
  read = (tx: Transaction, held: Sprint): Promise<StoredPairing> =>
    two ? findPairingAround(tx, at.communityId, held, two) : findPairing(tx, at.communityId, held),
): Promise<Planned<Said>> {
  return change(db, doer, action, async (tx): Promise<Planned<Said>> => {
    const held = await holdSprint(tx, at.communityId, at.sprintId);
    if (!held) throw new Error("there is no such sprint");
    const verdict = canPair(held, held.now);
    if (!verdict.ok) return { is: "no", verdict };
    const pairing = await read(tx, held);
    const planned = await work(tx, pairing);
    if (planned.is === "done" && deed !== null) await keepStep(tx, at, pairing, { deed, madeBy: at.personId, two });
    return planned;
  });
}

/** Keeps what a deed did to a draft (`two`: to whom alone), from how things stood before it; nothing when the draft is as it was. */
export async function keepStep(
  tx: Transaction,
  { communityId, sprintId }: Omit<At, "personId">,
  before: StoredPairing,
  { deed, madeBy, two }: { deed: PlanDeed; madeBy: number | null; two?: Two },
): Promise<void> {
  const draft = await findDraft(tx, communityId, sprintId, two && draftAround(two, before.rules));
  if (!draft || draft.rev === before.draft?.rev) return;
  const rules = await listPairRules(tx, communityId, sprintId, two && rulesAround(two));
  await addPlanStep(
    tx,
    { communityId, sprintId },
    { rev: draft.rev, deed, madeBy, change: stepBetween(before, { draft, rules }) },
  );
}

/** The next revision of a draft, before anything of it is written. While the sprint is held nobody else can have taken it. */
export async function nextRevision(tx: Transaction, { communityId }: At, { id, rev }: Plan): Promise<void> {
  if (!(await advanceDraft(tx, { communityId, id, rev })))
    throw new Error("a draft has changed while its sprint was held");
}

type Judging = { newcomer: Registered; mentor: Registered; judged: Judged };

function findTwo(
  { sprint, people, settings }: StoredPairing,
  newcomerId: number,
  mentorId: number,
): Judging | { is: "nobody"; field: "newcomer" | "mentor" } {
  const newcomer = people.find(({ id, role }) => id === newcomerId && role === "newcomer");
  const mentor = people.find(({ id, role }) => id === mentorId && role === "mentor");
  if (!newcomer) return { is: "nobody", field: "newcomer" };
  const judged = mentor && judgeOf(sprint, [newcomer], [mentor], settings)(newcomerId, mentorId);
  return mentor && judged ? { newcomer, mentor, judged } : { is: "nobody", field: "mentor" };
}

async function seatInDraft(
  tx: Transaction,
  at: At,
  { sprint, pairs }: StoredPairing,
  plan: Plan,
  two: Judging,
): Promise<void> {
  const { newcomer, mentor, judged } = two;
  const others = plan.pairs.filter(({ newcomerId }) => newcomerId !== newcomer.id);
  const [seat] = freeSeatsOf(mentor, { sprint, pairs, draft: { ...plan, pairs: others } });
  if (seat === undefined) throw new Error("a seat that was free is taken");
  const { fit, reasons } = judged;
  await placeInDraft(tx, { ...at, id: plan.id }, { newcomerId: newcomer.id, mentorId: mentor.id, seat, fit, reasons });
}
