import { lack, type Readiness, type ReadinessFacts, readiness } from "./readiness";
import type { CheckFacts } from "./staleness";

/** A task as the rows of a list have it: what readiness needs, and who holds it. */
export type StandingFacts = Omit<ReadinessFacts, "now" | "mentorHoursLeft"> & {
  finishedAt: Date | null;
  holderId: number | null;
  holderName: string | null;
  expiresAt: Date | null;
};

/** How a task stands, for whoever looks at it: exactly one of these. */
export type Standing =
  | { is: "finished"; at: Date }
  | { is: "held"; by: string; byId: number; until: Date }
  | { is: "ready" }
  | { is: "waiting"; for: string }
  | { is: "unready"; missing: string[] };

/**
 * Reads how a task stands at `now`, with the readiness behind it. `mentorHoursLeft` are the hours its mentor has left while a
 * sprint is on; only the readiness looks at them.
 */
export function standing(
  facts: StandingFacts,
  now: Date,
  mentorHoursLeft: number | null = null,
): { standing: Standing; readiness: Readiness } {
  return { standing: standingOf(facts), readiness: readiness({ ...facts, mentorHoursLeft, now }) };
}

/** How a task stands. Once for each line of a list, so that nothing is put into words that no line says. */
export function standingOf(facts: Omit<StandingFacts, keyof CheckFacts | "sizeMinutes" | "mentorName">): Standing {
  if (facts.finishedAt) return { is: "finished", at: facts.finishedAt };
  if (facts.holderId !== null && facts.holderName !== null && facts.expiresAt !== null) {
    return { is: "held", by: facts.holderName, byId: facts.holderId, until: facts.expiresAt };
  }
  const { unmet, waitsFor } = lack(facts);
  if (unmet.length === 0) return { is: "ready" };
  return waitsFor === null
    ? { is: "unready", missing: unmet.map(({ missing }) => missing) }
    : { is: "waiting", for: waitsFor };
}
