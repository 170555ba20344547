import { limits } from "../limits";
import { type PhaseFacts, phaseOf } from "../sprint/phase";
import { notNow, type Verdict, yes } from "../verdict";

/**
 * What somebody without a place waits for: that an organizer reads their registration, that a place is free, that they take
 * the place offered to them, or, after they let one pass, their own word that they still want one.
 */
export const waitingReasons = ["review", "place", "answer", "word"] as const;
export type WaitingReason = (typeof waitingReasons)[number];

/** How an offer of a place ended: `lapsed` when its hours ran out, or they let it pass before. */
export const offerEndings = ["taken", "lapsed", "withdrawn"] as const;
export type OfferEnding = (typeof offerEndings)[number];

/** What organizers say to an application. */
export const reviewDecisions = ["accepted", "waiting", "declined"] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** For how many hours a place is held for somebody: as the sprint says, and shorter while it is on. */
export const offerHours = (sprint: { offerHours: number }, on: boolean): number =>
  on ? Math.min(sprint.offerHours, limits.offerHoursWhileOn) : sprint.offerHours;

/** Whether the hours of an offer are over: by the clock, also before the line has moved on. */
export const lapsed = (waiting: { offeredUntil: Date | null }, now: Date): boolean =>
  waiting.offeredUntil !== null && waiting.offeredUntil <= now;

/** How somebody stands in whatever concerns their place: what they wait for, that they come, or that they are not registered. */
export type Standing = WaitingReason | "comes" | "absent";

/** Taking a place that is offered: while it is held, and until the sprint is over. Pressing twice takes it once. */
export function canTakePlace(sprint: PhaseFacts & { name: string }, now: Date, standing: Standing): Verdict {
  if (phaseOf(sprint, now) === "over") return notNow(`${sprint.name} is over, so there is no place left to take.`);
  if (standing === "answer" || standing === "comes") return yes;
  if (standing === "word") {
    return notNow(
      "This offer is over, and the place is held for you no longer. You can stand in line again on the sprint's page.",
    );
  }
  return notNow("No place is offered to you at the moment. The sprint's page says how you stand.");
}

/** Letting a place that is offered pass: while it is held. Pressing twice, or once its hours are over, changes nothing more. */
export function canLetPass(sprint: PhaseFacts & { name: string }, now: Date, standing: Standing): Verdict {
  if (phaseOf(sprint, now) === "over") return notNow(`${sprint.name} is over, so there is no place left to let pass.`);
  if (standing === "answer" || standing === "word") return yes;
  if (standing === "comes") {
    return notNow("You have a place by now. If you cannot come after all, withdraw on the page of your registration.");
  }
  return notNow("No place is held for you at the moment. The sprint's page says how you stand.");
}

/** Standing in line again, for whoever let an offer pass. Pressing twice is standing in line once. */
export function canQueueAgain(sprint: PhaseFacts & { name: string }, now: Date, standing: Standing): Verdict {
  if (phaseOf(sprint, now) === "over") return notNow(`${sprint.name} is over, so there is nothing left to wait for.`);
  if (standing === "word" || standing === "place" || standing === "answer") return yes;
  return notNow(
    "You have not let a place pass, so there is no need to stand in line again. The sprint's page says how you stand.",
  );
}

/** Said to whoever stands in line again, by how they stand then: where nobody was before them, a place is held for them at once. */
export function queuedWords(standing: Standing): string {
  if (standing === "comes") return "There is room again, so you have a place.";
  if (standing === "answer") return "A place is free, and held for you. Take it, or let it pass, below.";
  return "You stand in line again. We write to you as soon as a place is held for you.";
}

/** Answering a registration that was read: while it waits for that, and until the sprint is over. */
export function canReview(
  sprint: PhaseFacts & { name: string },
  now: Date,
  { name, waitingFor }: { name: string; waitingFor: WaitingReason | null },
): Verdict {
  if (phaseOf(sprint, now) === "over") return notNow(`${sprint.name} is over, so there is no place left to give.`);
  if (waitingFor === "review") return yes;
  return notNow(`${name} has been answered already. The list of registrations says how they stand.`);
}

/** Said to the organizer who has answered a registration. */
export function reviewedWords(name: string, decision: ReviewDecision, hasPlace: boolean): string {
  if (hasPlace) return `${name} has a place, and has been told.`;
  return decision === "declined"
    ? `${name} has been told that there is no place this time.`
    : `${name} is on the waiting list, and has been told.`;
}
