import { type Readiness, type ReadinessFacts, readiness } from "./readiness";

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
  const found = readiness({ ...facts, mentorHoursLeft, now });
  return { standing: read(facts, found), readiness: found };
}

function read(facts: StandingFacts, found: Readiness): Standing {
  if (facts.finishedAt) return { is: "finished", at: facts.finishedAt };
  if (facts.holderId !== null && facts.holderName !== null && facts.expiresAt !== null) {
    return { is: "held", by: facts.holderName, byId: facts.holderId, until: facts.expiresAt };
  }
  if (found.ready) return { is: "ready" };
  if (found.waitsFor !== null) return { is: "waiting", for: found.waitsFor };
  return { is: "unready", missing: found.checks.filter(({ must, met }) => must && !met).map(({ missing }) => missing) };
}
