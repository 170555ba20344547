/**
 * What somebody without a place waits for: that an organizer reads their registration, that a place is free, that they take
 * the place offered to them, or, after they let one pass, their own word that they still want one.
 */
export const waitingReasons = ["review", "place", "answer", "word"] as const;
export type WaitingReason = (typeof waitingReasons)[number];

/** How an offer of a place ended. */
export const offerEndings = ["taken", "lapsed", "withdrawn"] as const;
export type OfferEnding = (typeof offerEndings)[number];

/** What organizers say to an application. */
export const reviewDecisions = ["accepted", "waiting", "declined"] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];
