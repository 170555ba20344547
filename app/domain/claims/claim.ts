import { notNow, notYours, type Verdict, yes } from "../verdict";
import type { ClaimEnding } from "./endings";

/** A hold on a task as anybody may see it. Instants are absolute; whoever shows them picks the zone. */
export type HeldBy = { personId: number; name: string; claimedAt: Date; expiresAt: Date };

export type ClaimFacts = {
  /** Why the task is not ready, as one sentence; null when it is. */
  notReadyBecause: string | null;
  finished: boolean;
  /** Its theme has been put aside: nobody would review the work. */
  parked: boolean;
  heldBy: HeldBy | null;
  /** The person who wants it: their id, and the claims of theirs that run now. */
  personId: number;
  activeClaims: number;
  /** How many the community lets one person hold. */
  limit: number;
};

/**
 * May this person take this task now? Only a ready task that nobody holds, and only below the community's limit.
 * The database has the last word: a unique index stands behind both rules.
 */
export function canClaim(facts: ClaimFacts): Verdict {
  if (facts.heldBy?.personId === facts.personId) return notNow("You hold this task already.");
  if (facts.finished) return notNow("This task is finished. There are others that are ready to start.");
  if (facts.heldBy)
    return notNow(`${facts.heldBy.name} holds this task now. Take one of the others, or look again later.`);
  if (facts.parked) return notNow("The theme of this task is parked for now. Take a task of another theme.");
  if (facts.notReadyBecause) return notNow(`This task cannot be claimed yet. ${facts.notReadyBecause}`);
  if (facts.activeClaims >= facts.limit) {
    const held = facts.limit === 1 ? "one task" : `${facts.limit} tasks`;
    return notNow(`You hold ${held} now, which is the most at a time. Finish or hand back one of them first.`);
  }
  return yes;
}

/** May this person end this claim in this way? Its holder hands back or finishes; an organizer may free the task. */
export function canEndClaim(
  claim: { personId: number; ended: boolean },
  viewer: { personId: number; organizer: boolean },
  reason: ClaimEnding,
): Verdict {
  const theirs = claim.personId === viewer.personId;
  if (!theirs && !viewer.organizer)
    return notYours("Only the person who holds a task, or an organizer, can end its claim.");
  if (claim.ended) return notNow("This claim has already ended.");
  if (theirs && reason !== "released" && reason !== "finished") return notNow("Hand the task back, or finish it.");
  if (!theirs && reason !== "removed" && reason !== "finished") return notNow("Free the task, or mark it as finished.");
  return yes;
}

/** When a claim made at `now` runs out, by the community's clock. */
export const claimExpiry = (now: Date, hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
