import type { ActivePair, Pairing } from "../../app/domain/plans/pairing";
import type { Queryable } from "../client.server";
import type { Around } from "./around.server";
import { listPairRules } from "./pair-rules.server";
import { listPairs } from "./pairs.server";
import { findPartners, listPartners, type Partner } from "./partners.server";
import { findDraft, type Plan } from "./plans.server";
import type { Sprint } from "./sprints.server";

/** Everything pairing at a sprint looks at, with what is stored of it. */
export type StoredPairing = Pairing & { sprint: Sprint; people: Partner[]; draft: Plan | null };

/**
 * Reads all that pairing at a sprint looks at: who has a place, the pairs there are, the rules, the draft. Inside a
 * transaction that holds the sprint it stays so until commit.
 */
export async function findPairing(db: Queryable, communityId: number, sprint: Sprint): Promise<StoredPairing> {
  const [registered, pairs, rules, draft] = await Promise.all([
    listPartners(db, communityId, sprint.id),
    listActivePairs(db, communityId, sprint.id),
    listPairRules(db, communityId, sprint.id),
    findDraft(db, communityId, sprint.id),
  ]);
  return {
    sprint,
    ...(sprint.pairing ? { settings: sprint.pairing } : {}),
    people: registered,
    pairs,
    rules,
    draft,
  };
}

/** A newcomer, and a mentor they may be put with (null: none), by their registrations. */
export type Two = { newcomerId: number; mentorId: number | null };

/**
 * The same, of no more people than two: what a deed on one newcomer and one mentor looks at. Of others there are those who
 * sit with the mentor, and those organizers have said something of with them.
 */
export async function findPairingAround(
  db: Queryable,
  communityId: number,
  sprint: Sprint,
  two: Two,
): Promise<StoredPairing> {
  const rules = await listPairRules(db, communityId, sprint.id, rulesAround(two));
  const around = draftAround(two, rules);
  const ids = two.mentorId === null ? [two.newcomerId] : [two.newcomerId, two.mentorId];
  const [registered, pairs, draft] = await Promise.all([
    findPartners(db, communityId, sprint.id, ids),
    listActivePairs(db, communityId, sprint.id, around),
    findDraft(db, communityId, sprint.id, around),
  ]);
  return { sprint, ...(sprint.pairing ? { settings: sprint.pairing } : {}), people: registered, pairs, rules, draft };
}

/** The same, of some newcomers and mentors: who of them comes, the newcomers' pairs, and as much of the draft. No rules. */
export async function findPairingOf(
  db: Queryable,
  communityId: number,
  sprint: Sprint,
  { newcomerIds, mentorIds }: { newcomerIds: readonly number[]; mentorIds: readonly number[] },
): Promise<StoredPairing> {
  const around = { newcomerIds, mentorId: null };
  const [registered, pairs, draft] = await Promise.all([
    findPartners(db, communityId, sprint.id, [...newcomerIds, ...mentorIds]),
    listActivePairs(db, communityId, sprint.id, around),
    findDraft(db, communityId, sprint.id, around),
  ]);
  return { sprint, people: registered, pairs, rules: [], draft };
}

/** Of which people rules are looked at around two. */
export const rulesAround = ({ newcomerId, mentorId }: Two): Around => ({ newcomerIds: [newcomerId], mentorId });

/** Of which people a draft is looked at around two, about whom there are these rules. */
export const draftAround = (
  { newcomerId, mentorId }: Two,
  rules: readonly { newcomerId: number; mentorId: number }[],
): Around => ({
  newcomerIds: [
    ...new Set([newcomerId, ...rules.filter((rule) => rule.mentorId === mentorId).map((rule) => rule.newcomerId)]),
  ],
  mentorId,
});

/** The pairs of a sprint that have not ended, as pairing looks at them; with `around` only those of these people. */
export const listActivePairs = async (
  db: Queryable,
  communityId: number,
  sprintId: number,
  around?: Around,
): Promise<ActivePair[]> =>
  (await listPairs(db, communityId, sprintId, around)).map(({ id, newcomer, mentor, seat, reasons, starter }) => ({
    id,
    newcomerId: newcomer.id,
    newcomer: newcomer.name,
    mentorId: mentor.id,
    mentor: mentor.name,
    seat,
    reasons,
    starter,
  }));
