import { limits } from "../limits";
import { type Phase, type PhaseFacts, phaseOf } from "../sprint/phase";
import type { Attendance } from "../sprint/words";
import { notNow, type Verdict, yes } from "../verdict";
import type { SprintRole } from "./roles";

/** Who takes a place of a sprint: everybody who comes on site, and when it has no site, everybody. */
export const takesPlace = (sprint: { online: boolean }, attendance: Attendance): boolean =>
  sprint.online || attendance === "on_site";

/** What decides whether somebody can register, change or withdraw. */
export type RegisteringFacts = PhaseFacts & { name: string };

/** Registering and changing: once registration is open, until the last day is over. Being full refuses nobody: there is a waiting list. */
export function canRegister(sprint: RegisteringFacts, now: Date): Verdict {
  const phase: Phase = phaseOf(sprint, now);
  if (phase === "over") {
    return notNow(
      `${sprint.name} is over. What people wrote stays as it was; the community's other sprints are on its page.`,
    );
  }
  if (sprint.openedAt === null) {
    return notNow(`Registration for ${sprint.name} has not been opened yet. Look again in a few days.`);
  }
  return yes;
}

/** Withdrawing: whoever is registered can, until the last day is over. */
export function canWithdraw(sprint: RegisteringFacts, now: Date, registered: boolean): Verdict {
  if (!registered) return notNow(`You are not registered for ${sprint.name}, so there is nothing to withdraw.`);
  if (phaseOf(sprint, now) === "over")
    return notNow(`${sprint.name} is over, so there is nothing left to withdraw from.`);
  return yes;
}

/** Withdrawing somebody else, for organizers: until the last day is over. `name` is theirs. */
export function canWithdrawSomebody(sprint: RegisteringFacts, now: Date, name: string): Verdict {
  if (phaseOf(sprint, now) !== "over") return yes;
  return notNow(
    `${sprint.name} is over, so ${name} cannot be withdrawn from it. What they said can still be corrected.`,
  );
}

/** Pausing, and taking newcomers again: for mentors, until the last day is over. `role` null: they are not registered. */
export function canPause(sprint: RegisteringFacts, now: Date, role: SprintRole | null): Verdict {
  if (role !== "mentor") return notNow(`You are no mentor at ${sprint.name}, so nobody is paired with you as one.`);
  if (phaseOf(sprint, now) === "over") return notNow(`${sprint.name} is over: nobody new is paired any more.`);
  return yes;
}

/** The part somebody has, or wants to have: a mentor's seats, null for a newcomer. */
export type Part = { role: SprintRole; seats: number | null };

/**
 * Changing one's part while in a pair: a newcomer with a mentor stays one, and so does a mentor with newcomers, who also
 * keeps a seat for each. `pairs` counts the pairs that have not ended; `whose` names them, when somebody else is told.
 */
export function canChangePart(was: Part, wanted: Part, pairs: number, whose: string | null = null): Verdict {
  if (pairs === 0) return yes;
  if (whose !== null) return canCorrectPart(was, wanted, pairs, whose);
  if (was.role !== wanted.role) {
    return notNow(
      was.role === "newcomer"
        ? "You have a mentor at this sprint. End that pair first, then you can become a mentor yourself."
        : "You mentor somebody at this sprint. End your pairs first, then you can become a newcomer.",
    );
  }
  if (wanted.seats !== null && wanted.seats < pairs) {
    return notNow(
      `You mentor ${pairs} people at this sprint, so you need ${pairs} seats. End a pair first to have fewer.`,
    );
  }
  return yes;
}

function canCorrectPart(was: Part, wanted: Part, pairs: number, whose: string): Verdict {
  if (was.role !== wanted.role) {
    return notNow(
      was.role === "newcomer"
        ? `${whose} has a mentor at this sprint. End that pair first, then they can be a mentor.`
        : `${whose} mentors somebody at this sprint. End those pairs first, then they can be a newcomer.`,
    );
  }
  if (wanted.seats === null || wanted.seats >= pairs) return yes;
  return notNow(`${whose} mentors ${pairs} people at this sprint, and needs a seat for each. End a pair first.`);
}

/** A mentor's seats and hours, when nothing was said. */
export const mentorDefaults = { seats: limits.seats, mentorHours: limits.mentorHours } as const;
