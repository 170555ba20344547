import { notNow, notYours, type Verdict, yes } from "../verdict";

/** What somebody is to a pair. */
export type PairPart = "newcomer" | "mentor" | "organizer";

/** Who a pair joins, by person, and whether it has ended. */
export type PairPeople = {
  newcomer: { personId: number };
  mentor: { personId: number };
  endedAt: Date | null;
};

/**
 * The viewer's part in a pair: one of its two people, or an organizer of its community. Null for everybody else, to whom a
 * pair is as missing as one that never was.
 */
export function partIn(pair: PairPeople, viewer: { personId: number; organizer: boolean }): PairPart | null {
  if (viewer.personId === pair.newcomer.personId) return "newcomer";
  if (viewer.personId === pair.mentor.personId) return "mentor";
  return viewer.organizer ? "organizer" : null;
}

/** The people of a pair without whoever acts: those who have to be told. */
export const othersIn = ({ newcomer, mentor }: Omit<PairPeople, "endedAt">, personId: number): number[] =>
  [newcomer.personId, mentor.personId].filter((id) => id !== personId);

const ended = "This pair has ended. What was written stays here to read.";

/** A check-in is by one of the two, while the pair goes on. */
export function canCheckIn(pair: Pick<PairPeople, "endedAt">, part: PairPart): Verdict {
  if (part === "organizer") {
    return notYours("Only the two people of a pair check in. You can read what they wrote, and ask them.");
  }
  return pair.endedAt === null ? yes : notNow(ended);
}

/** Either side ends a pair, or an organizer; once. */
export const canEndPair = (pair: Pick<PairPeople, "endedAt">): Verdict =>
  pair.endedAt === null ? yes : notNow("This pair has already ended. What was written stays here to read.");

/** A lock-in is booked by one of the two, while the pair goes on. */
export function canBookLockIn(pair: Pick<PairPeople, "endedAt">, part: PairPart): Verdict {
  if (part === "organizer") {
    return notYours("Only the two people of a pair book a lock-in: they have to be there. Ask them to.");
  }
  return pair.endedAt === null ? yes : notNow(ended);
}

/** What decides whether a lock-in can still be changed: its end, and whether it was called off. */
export type LockInFacts = { endsAt: Date; cancelledAt: Date | null };

/** Changing a lock-in, or calling it off: either of the two, or an organizer, until it is over. */
export function canChangeLockIn(lockIn: LockInFacts, now: Date): Verdict {
  if (lockIn.cancelledAt !== null) return notNow("This lock-in has been called off. The two can book another one.");
  return lockIn.endsAt > now ? yes : notNow("This lock-in is over, so it stays as it was.");
}
