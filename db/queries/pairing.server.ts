import type { ActivePair, Pairing } from "../../app/domain/plans/pairing";
import type { Queryable } from "../client.server";
import { listPairRules } from "./pair-rules.server";
import { listPairs } from "./pairs.server";
import { listPartners, type Partner } from "./partners.server";
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

/** The pairs of a sprint that have not ended, as pairing looks at them. */
export const listActivePairs = async (db: Queryable, communityId: number, sprintId: number): Promise<ActivePair[]> =>
  (await listPairs(db, communityId, sprintId)).map(({ id, newcomer, mentor, seat, reasons, starter }) => ({
    id,
    newcomerId: newcomer.id,
    newcomer: newcomer.name,
    mentorId: mentor.id,
    mentor: mentor.name,
    seat,
    reasons,
    starter,
  }));
