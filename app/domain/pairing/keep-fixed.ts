import { wouldRatherNot } from "./possible";
import { type Profiles, placesById } from "./profile";
import type { NumberedPair } from "./settle";

/** A newcomer and a mentor, by their registrations. */
export type PairIds = { newcomerId: number; mentorId: number };

/** A fixed pair that cannot be kept, and why, as a sentence for organizers. */
export type NotKept = PairIds & { because: string };

/**
 * Which fixed pairs can be kept, newcomer by newcomer: both are registered, the newcomer has no other, the mentor has a
 * seat left, the pair is not forbidden as well, and neither would rather not, which no sentence tells. Shared hours and
 * languages are not asked for: people know better.
 */
export function keepFixed(
  { newcomers, mentors }: Profiles,
  fixed: readonly PairIds[],
  forbidden: readonly PairIds[],
): { kept: NumberedPair[]; notKept: NotKept[] } {
  if (fixed.length === 0) return { kept: [], notKept: [] };
  const newcomerAt = placesById(newcomers);
  const mentorAt = placesById(mentors);
  const seats = mentors.map(({ person }) => person.seats);
  const taken = new Set<number>();
  const kept: NumberedPair[] = [];

  const refuse = ({ newcomerId, mentorId }: PairIds): string | null => {
    const newcomer = newcomers[newcomerAt.get(newcomerId) ?? -1];
    const at = mentorAt.get(mentorId) ?? -1;
    const mentor = mentors[at];
    if (!newcomer) return "The newcomer is not registered any more. Let this pair go.";
    if (!mentor)
      return `The mentor is not registered any more. Let this pair go, and ${newcomer.person.name} is paired anew.`;
    if (taken.has(newcomerId)) return `${newcomer.person.name} is fixed to somebody else already. Keep one of the two.`;
    if (forbidden.some((pair) => pair.newcomerId === newcomerId && pair.mentorId === mentorId)) {
      return "This pair is both fixed and forbidden. Take one of the two back.";
    }
    if (wouldRatherNot(newcomer, mentor)) return "These two cannot be paired. Choose another mentor.";
    if ((seats[at] ?? 0) < 1)
      return `${mentor.person.name} has no seat left. Ask for one more, or choose another mentor.`;
    return null;
  };

  const notKept: NotKept[] = [];
  const inOrder = [...fixed].sort((a, b) => a.newcomerId - b.newcomerId || a.mentorId - b.mentorId);
  for (const { newcomerId, mentorId } of inOrder) {
    const because = refuse({ newcomerId, mentorId });
    if (because !== null) {
      notKept.push({ newcomerId, mentorId, because });
      continue;
    }
    const at = mentorAt.get(mentorId) ?? -1;
    seats[at] = (seats[at] ?? 0) - 1;
    taken.add(newcomerId);
    kept.push([newcomerAt.get(newcomerId) ?? -1, at]);
  }
  return { kept, notKept };
}
