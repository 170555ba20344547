import type { ClaimEnding } from "../claims/endings";
import { limits } from "../limits";
import { notNow, notYours, type Verdict, yes } from "../verdict";
import type { PreparationKind } from "./words";

/** What is to be prepared, as things stand: `reached` when there is nothing left to do, `heldBy` whoever prepares it now. */
export type PreparationFacts = {
  reached: boolean;
  heldBy: { personId: number; name: string } | null;
  personId: number;
  member: boolean;
  /** How many pieces of preparation the person holds. */
  active: number;
};

/** What somebody is told who prepares as much as one can at a time. */
export const tooManyPreparations = notNow(
  `You prepare ${limits.activePreparations} things now, which is the most at a time. Finish or hand back one first.`,
);

/** May this person take this piece of preparation? A member, one at a time for each piece, below the limit. */
export function canPrepare({ reached, heldBy, personId, member, active }: PreparationFacts): Verdict {
  if (!member) return notYours("Preparing is for members. Join the community on its page first, then take it.");
  if (heldBy?.personId === personId) return notNow("You prepare this already.");
  if (heldBy) return notNow(`${heldBy.name} prepares this now. Take another piece, or ask ${heldBy.name}.`);
  if (reached) return notNow("This has been prepared meanwhile. Take another piece.");
  return active >= limits.activePreparations ? tooManyPreparations : yes;
}

/** May this person write the guidance of a task? Whoever prepares it, for as long as they do; organizers edit the task itself. */
export function canWriteGuidance(
  preparation: { kind: PreparationKind; personId: number; holds: boolean },
  personId: number,
): Verdict {
  if (preparation.kind !== "task" || preparation.personId !== personId) {
    return notYours("Only whoever prepares a task can write its guidance here. An organizer can edit the task itself.");
  }
  return preparation.holds
    ? yes
    : notNow("You no longer prepare this: it was finished or handed back, or its time ran out.");
}

/** May this person end it in this way? Its holder hands it back; an organizer may free it. It is finished by being reached. */
export function canEndPreparation(
  preparation: { personId: number; ended: boolean },
  viewer: { personId: number; organizer: boolean },
): { verdict: Verdict; reason: Extract<ClaimEnding, "released" | "removed"> } {
  const own = preparation.personId === viewer.personId;
  const reason = own ? ("released" as const) : ("removed" as const);
  if (!own && !viewer.organizer) {
    return { verdict: notYours("Only whoever prepares it, or an organizer, can hand it back."), reason };
  }
  if (preparation.ended) {
    return { verdict: notNow("It has ended already: it was finished or handed back, or its time ran out."), reason };
  }
  return { verdict: yes, reason };
}
