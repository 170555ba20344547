import { limits } from "../limits";
import type { CheckInMood } from "../sprint/words";

const hour = 3_600_000;

/** A check-in as both sides read it. `authorId` is a person's. */
export type CheckIn = { mood: CheckInMood; blocks: string; nextAt: Date | null; authorId: number; at: Date };

/** What a pair's health is read from. Instants are the database's. */
export type HealthFacts = {
  activeAt: Date;
  /** The mentor's first check-in. */
  helloAt: Date | null;
  /** The newest check-in, by either side. */
  lastCheckIn: CheckIn | null;
  /** The first of the check-ins in a row that said stuck, when the newest one does. */
  stuckSince: Date | null;
  /** When something was last heard: a check-in, or a task the newcomer took, finished or handed back; else `activeAt`. */
  newsAt: Date;
  /** The latest time the two have agreed to meet: in their newest check-in, or by a lock-in. */
  agreedAt: Date | null;
};

/** How a pair is, the most urgent first: the order mentors and organizers see their pairs in. */
export const pairHealths = ["stuck", "new", "quiet", "slow", "well"] as const;
export type PairHealth = (typeof pairHealths)[number];

/** How a pair is, and since when. */
export type Health = { is: PairHealth; since: Date };

/**
 * How a pair is at an instant. Stuck: the newest check-in says so, whoever wrote it. New: the mentor has not said hello
 * yet. Quiet: no news for `limits.quietHours`, and no meeting that both have agreed on lies ahead. Otherwise as the newest
 * check-in says.
 */
export function healthOf(pair: HealthFacts, now: Date): Health {
  const last = pair.lastCheckIn;
  if (last?.mood === "stuck") return { is: "stuck", since: pair.stuckSince ?? last.at };
  if (pair.helloAt === null) return { is: "new", since: pair.activeAt };
  const awaited = pair.agreedAt !== null && pair.agreedAt > now;
  if (!awaited && now.getTime() - pair.newsAt.getTime() > limits.quietHours * hour) {
    return { is: "quiet", since: pair.newsAt };
  }
  return { is: last?.mood ?? "well", since: last?.at ?? pair.activeAt };
}

/** The more urgent of two first; of the same kind, whoever has waited longest. */
export const moreUrgent = (one: Health, other: Health): number =>
  pairHealths.indexOf(one.is) - pairHealths.indexOf(other.is) || one.since.getTime() - other.since.getTime();

/** Pairs with their health, the most urgent first. */
export const byUrgency = <Pair extends HealthFacts>(
  pairs: readonly Pair[],
  now: Date,
): { pair: Pair; health: Health }[] =>
  pairs
    .map((pair) => ({ pair, health: healthOf(pair, now) }))
    .toSorted((one, other) => moreUrgent(one.health, other.health));
