import type { obstaclesAmong } from "./judge";
import { freeSeatsIn, isRuled, type Pairing } from "./pairing";

/** A pair of a draft that cannot be published as things stand now. `because` is for organizers. */
export type Fault = { newcomerId: number; because: string };

/** What of a draft no longer holds: people who have gone or changed, seats given away meanwhile, rules it does not keep. */
export function faultsOf(pairing: Pairing, between: ReturnType<typeof obstaclesAmong>): Fault[] {
  const { draft, people, pairs, rules } = pairing;
  if (!draft) return [];
  const known = new Map(people.map((person) => [person.id, person]));
  const mentorOf = new Map(pairs.map(({ newcomerId, mentor }) => [newcomerId, mentor]));
  const left = new Map<number, number>();
  const free = freeSeatsIn({ sprint: pairing.sprint, pairs });
  const fault = (pair: (typeof draft.pairs)[number]): string | null => {
    const newcomer = known.get(pair.newcomerId);
    const mentor = known.get(pair.mentorId);
    if (newcomer?.role !== "newcomer") return `${pair.newcomer} does not come as a newcomer any more.`;
    if (mentor?.role !== "mentor") return `${pair.mentor} does not come as a mentor any more.`;
    const has = mentorOf.get(newcomer.id);
    if (has !== undefined) return `${newcomer.name} has a mentor already: ${has}.`;
    if (isRuled(pairing, "forbidden", newcomer.id, mentor.id))
      return `${newcomer.name} and ${mentor.name} are a forbidden pair.`;
    const fixed = rules.find(({ rule, newcomerId }) => rule === "fixed" && newcomerId === newcomer.id);
    if (fixed && fixed.mentorId !== mentor.id)
      return `${newcomer.name} is fixed with ${fixed.mentor}, and not with ${mentor.name}.`;
    const inTheWay = between(newcomer.id, mentor.id)?.inTheWay ?? null;
    if (inTheWay === "private") return `${newcomer.name} and ${mentor.name} cannot be a pair.`;
    if (inTheWay !== null && !fixed) {
      const gone = inTheWay === "language" ? "have no language in common" : "share less than two hours";
      return `${newcomer.name} and ${mentor.name} ${gone}.`;
    }
    const seats = left.get(mentor.id) ?? free(mentor).length;
    left.set(mentor.id, seats - 1);
    return seats > 0 ? null : `There is no seat left with ${mentor.name} for ${newcomer.name}.`;
  };
  const found = [...draft.pairs].flatMap((pair) => {
    const because = fault(pair);
    return because === null ? [] : [{ newcomerId: pair.newcomerId, because }];
  });
  return [...found, ...unkept(pairing)];
}

/** Fixed pairs of people the draft lets wait. */
function unkept({ draft, people, pairs, rules }: Pairing): Fault[] {
  const placed = new Set([...pairs, ...(draft?.pairs ?? [])].map(({ newcomerId }) => newcomerId));
  const here = new Set(people.map(({ id }) => id));
  return rules
    .filter(
      ({ rule, newcomerId, mentorId }) =>
        rule === "fixed" && here.has(newcomerId) && here.has(mentorId) && !placed.has(newcomerId),
    )
    .map(({ newcomerId, newcomer, mentor }) => ({
      newcomerId,
      because: `${newcomer} is fixed with ${mentor}, and waits all the same.`,
    }));
}
