import { dayAt, type SprintDates } from "./days";

/** Where a sprint stands. Computed from the clock, never a switch: only its registration is opened by somebody. */
export const phases = ["planned", "open", "on", "over"] as const;
export type Phase = (typeof phases)[number];

/** What the phase is computed from. `openedAt`: when registration was opened. */
export type PhaseFacts = SprintDates & { timeZone: string; openedAt: Date | null };

/**
 * The phase of a sprint at an instant (the database's time). It is on from the midnight that begins its first day to the
 * midnight that ends its last, in its own zone: people come early and stay after hours.
 */
export function phaseOf(sprint: PhaseFacts, now: Date): Phase {
  const today = dayAt(now, sprint.timeZone);
  if (today > sprint.endsOn) return "over";
  if (today >= sprint.startsOn) return "on";
  return sprint.openedAt === null ? "planned" : "open";
}
