import { fitBy, reasonsBy } from "./fit";
import { hasPossibleMentor, type Instance, type Match } from "./instance";
import { keepFixed, type NotKept, type PairIds } from "./keep-fixed";
import { layOut } from "./lay-out";
import { match } from "./match";
import type { Mentor, Newcomer, PairingSprint } from "./people";
import { sharesLanguage } from "./possible";
import { sharedMinutes } from "./presence";
import { type Profiles, placesById, profilesOf } from "./profile";
import { unwatched, type Watch } from "./progress";
import { type Proof, prove } from "./prove";
import { type PairingSettings, pairingDefaults } from "./settings";
import { type NumberedPair, settle } from "./settle";
import { rulesInTheWay, seatsAreTaken } from "./waiting";

export type PlannedPair = PairIds & {
  /** 0 to 100. */
  fit: number;
  /** Made by people rather than by the engine. */
  fixed: boolean;
  /** "because 4 shared hours", "despite no theme in common". */
  reasons: string[];
};

/** What the engine proposes: pairs with reasons, and who waits, and why. Lists are in the order of ids. */
export type Plan = {
  pairs: PlannedPair[];
  waiting: { newcomerId: number; because: string }[];
  /** What a seat of each mentor is worth, in the unit of `pairWorth`: they prove the plan. */
  prices: { mentorId: number; price: number }[];
  /** Fixed pairs that could not be kept. */
  notKept: NotKept[];
  /** That there is no better plan for all who are not fixed. */
  proof: Proof;
};

/** What people have decided before the engine begins, by registrations. */
export type Decided = {
  fixed: readonly PairIds[];
  forbidden: readonly PairIds[];
  /** Pairs that people have before them already: keeping them is worth `keepBonus`. */
  published?: readonly PairIds[];
};

/** People laid out for pairing, and the best plan for them: what every question about it is answered from. */
export type Solved = {
  sprint: PairingSprint;
  decided: Decided;
  settings: PairingSettings;
  profiles: Profiles;
  /** Fixed pairs that are kept, by places in the lists, and those that cannot be. */
  kept: readonly NumberedPair[];
  notKept: NotKept[];
  /** What is left to decide beside the fixed pairs, and the best there is of it. */
  rest: Instance;
  found: Match;
};

/**
 * Finds the best plan: fixed pairs stay, forbidden ones are not made, then as many people as possible are paired, then the
 * total fit less what filling mentors costs is the best there is. The same people give the same plan, in whatever order they
 * come. `watch` is told how far it has got. Throws a `RangeError` on a date, time or zone that is none.
 */
export function solve(
  sprint: PairingSprint,
  people: { newcomers: readonly Newcomer[]; mentors: readonly Mentor[] },
  decided: Decided,
  settings: PairingSettings = pairingDefaults,
  watch: Watch = unwatched,
): Solved {
  watch("comparing", 0);
  const profiles = profilesOf(sprint, byId(people.newcomers), byId(people.mentors));
  const { kept, notKept } = keepFixed(profiles, decided.fixed, decided.forbidden);
  const laidOut = layOut(profiles, settings, numbered(decided.published ?? [], profiles), watch);
  const rest = settle(laidOut, { fixed: kept, forbidden: numbered(decided.forbidden, profiles) });
  watch("placing", people.newcomers.length);
  return { sprint, decided, settings, profiles, kept, notKept, rest, found: match(rest) };
}

/**
 * Pairs newcomers with mentors (see `solve`). Never fails for want of mentors: whoever is left waits, and is told which rule
 * is in the way.
 */
export const planPairs = (
  sprint: PairingSprint,
  people: { newcomers: readonly Newcomer[]; mentors: readonly Mentor[] },
  fixed: readonly PairIds[],
  forbidden: readonly PairIds[],
  settings: PairingSettings = pairingDefaults,
): Plan => planOf(solve(sprint, people, { fixed, forbidden }, settings));

/** The plan that was found, in words. */
export function planOf({ sprint, decided, settings, profiles, kept, notKept, rest, found }: Solved): Plan {
  const { newcomers, mentors } = profiles;
  const { mentorOf } = found;
  const isForbidden = pairsAmong(decided.forbidden);
  const fixedMentor = new Map(kept);
  const free = mentors.filter((_, at) => (rest.seats[at] ?? 0) > 0);
  const judge = fitBy(settings.weights);
  const ruleFor = rulesInTheWay(free);
  const reasonsOf = reasonsBy(settings.weights, sprint.themeTitles);

  const plan: Plan = { pairs: [], waiting: [], prices: [], notKept, proof: prove(rest, found) };
  for (const [at, newcomer] of newcomers.entries()) {
    const newcomerId = newcomer.person.id;
    const mentor = mentors[fixedMentor.get(at) ?? mentorOf[at] ?? -1];
    if (!mentor) {
      const because = hasPossibleMentor(rest, at)
        ? seatsAreTaken
        : ruleFor(newcomer, ({ person }) => isForbidden(newcomerId, person.id));
      plan.waiting.push({ newcomerId, because });
      continue;
    }
    const together = { newcomer, mentor, minutes: sharedMinutes(newcomer.presence, mentor.presence) };
    const reasons = reasonsOf(together);
    if (!sharesLanguage(newcomer, mentor)) reasons.push("despite no language in common");
    plan.pairs.push({
      newcomerId,
      mentorId: mentor.person.id,
      fit: judge(together),
      fixed: fixedMentor.has(at),
      reasons,
    });
  }
  for (const [at, { person }] of mentors.entries())
    plan.prices.push({ mentorId: person.id, price: found.prices[at] ?? 0 });
  return plan;
}

const byId = <Person extends { id: number }>(people: readonly Person[]): Person[] =>
  [...people].sort((a, b) => a.id - b.id);

/** Pairs by their places in the lists; those of people who are not there are left out. */
function numbered(pairs: readonly PairIds[], { newcomers, mentors }: Profiles): NumberedPair[] {
  if (pairs.length === 0) return [];
  const newcomerAt = placesById(newcomers);
  const mentorAt = placesById(mentors);
  return pairs.flatMap(({ newcomerId, mentorId }): NumberedPair[] => {
    const newcomer = newcomerAt.get(newcomerId);
    const mentor = mentorAt.get(mentorId);
    return newcomer === undefined || mentor === undefined ? [] : [[newcomer, mentor]];
  });
}

/** Whether two people are one of these pairs. */
export function pairsAmong(pairs: readonly PairIds[]): (newcomerId: number, mentorId: number) => boolean {
  const keys = new Set(pairs.map(({ newcomerId, mentorId }) => `${newcomerId} ${mentorId}`));
  return (newcomerId, mentorId) => keys.has(`${newcomerId} ${mentorId}`);
}
