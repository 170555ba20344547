import type { PairIds } from "./keep-fixed";
import type { Move } from "./what-if";

/** A pair with how well it fits, where that is known. */
export type FittedPair = PairIds & { fit?: number };

/** Somebody who sits elsewhere than before, and why: the sentence is for organizers. */
export type Moved = Move & { because: string };

/**
 * What is different between two plans, newcomer by newcomer, and why: somebody else took the seat, it fits better, or a seat
 * has become free. `nameOf` names people by their registrations; whoever has none any more has left.
 */
export function movesBetween(
  before: readonly FittedPair[],
  after: readonly FittedPair[],
  nameOf: (id: number) => string | null,
): Moved[] {
  const was = new Map(before.map((pair) => [pair.newcomerId, pair]));
  const is = new Map(after.map((pair) => [pair.newcomerId, pair]));
  const named = (id: number) => nameOf(id) ?? "somebody who has left";
  const cameTo = (mentorId: number): number | null =>
    after.find((pair) => pair.mentorId === mentorId && was.get(pair.newcomerId)?.mentorId !== mentorId)?.newcomerId ??
    null;

  const because = (newcomerId: number, from: FittedPair | undefined, to: FittedPair | undefined): string => {
    const name = named(newcomerId);
    if (nameOf(newcomerId) === null) return `Somebody who sat with ${named(from?.mentorId ?? 0)} has left.`;
    if (!from && to) return `${name} has a seat with ${named(to.mentorId)} now.`;
    const left = from?.mentorId ?? 0;
    if (!to) {
      const instead = cameTo(left);
      if (nameOf(left) === null) return `${name} waits now, because their mentor has left.`;
      return instead === null
        ? `${name} waits now, because the seat with ${named(left)} is no longer theirs.`
        : `${name} waits now, and ${named(instead)} sits with ${named(left)} instead.`;
    }
    const moves = `${name} moves from ${named(left)} to ${named(to.mentorId)}`;
    if (from?.fit !== undefined && to.fit !== undefined && to.fit > from.fit) {
      return `${moves}, where they fit better: ${to.fit} instead of ${from.fit}.`;
    }
    const instead = cameTo(left);
    return instead === null ? `${moves}.` : `${moves} and makes room for ${named(instead)}.`;
  };

  return [...new Set([...was.keys(), ...is.keys()])]
    .sort((a, b) => a - b)
    .filter((id) => was.get(id)?.mentorId !== is.get(id)?.mentorId)
    .map((newcomerId) => {
      const [from, to] = [was.get(newcomerId), is.get(newcomerId)];
      return {
        newcomerId,
        fromId: from?.mentorId ?? null,
        toId: to?.mentorId ?? null,
        because: because(newcomerId, from, to),
      };
    });
}
