import { type FitWeights, fitBy, fitReasons, fitWeights } from "./fit";
import { hasPossibleMentor } from "./instance";
import { keepFixed, type NotKept, type PairIds } from "./keep-fixed";
import { layOut } from "./lay-out";
import { match } from "./match";
import type { Mentor, Newcomer, PairingSprint } from "./people";
import { sharesLanguage } from "./possible";
import { sharedMinutes } from "./presence";
import { type Profiles, placesById, profilesOf } from "./profile";
import { type Proof, prove } from "./prove";
import { type NumberedPair, settle } from "./settle";
import { ruleInTheWay, seatsAreTaken } from "./waiting";

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
  /** What one more seat of each mentor would be worth at most, in the unit of `pairWorth`; 0 where one stays free. */
  prices: { mentorId: number; price: number }[];
  /** Fixed pairs that could not be kept. */
  notKept: NotKept[];
  /** That there is no better plan for all who are not fixed. */
  proof: Proof;
};

/**
 * Pairs newcomers with mentors: fixed pairs stay, forbidden ones are not made, then as many people as possible are
 * paired, then the total fit is the best there is (product page, row 13). Never fails for want of mentors: whoever is
 * left waits, and is told which rule is in the way. The same people give the same plan, in whatever order they come.
 * Throws a `RangeError` on a date, time or zone that is none.
 */
export function planPairs(
  sprint: PairingSprint,
  people: { newcomers: readonly Newcomer[]; mentors: readonly Mentor[] },
  fixed: readonly PairIds[],
  forbidden: readonly PairIds[],
  weights: FitWeights = fitWeights,
): Plan {
  const profiles = profilesOf(sprint, byId(people.newcomers), byId(people.mentors));
  const { newcomers, mentors } = profiles;
  const { kept, notKept } = keepFixed(profiles, fixed, forbidden);
  const isForbidden = forbiddenPairs(forbidden);
  const rest = settle(layOut(profiles, weights), { fixed: kept, forbidden: numbered(forbidden, profiles) });
  const { mentorOf, prices } = match(rest);
  const fixedMentor = new Map(kept);
  const free = mentors.filter((_, at) => (rest.seats[at] ?? 0) > 0);
  const judge = fitBy(weights);

  const plan: Plan = { pairs: [], waiting: [], prices: [], notKept, proof: prove(rest, { mentorOf, prices }) };
  for (const [at, newcomer] of newcomers.entries()) {
    const newcomerId = newcomer.person.id;
    const mentor = mentors[fixedMentor.get(at) ?? mentorOf[at] ?? -1];
    if (!mentor) {
      const because = hasPossibleMentor(rest, at)
        ? seatsAreTaken
        : ruleInTheWay(newcomer, free, ({ person }) => isForbidden(newcomerId, person.id));
      plan.waiting.push({ newcomerId, because });
      continue;
    }
    const together = { newcomer, mentor, minutes: sharedMinutes(newcomer.presence, mentor.presence) };
    const reasons = fitReasons(together, weights, sprint.themeTitles);
    if (!sharesLanguage(newcomer, mentor)) reasons.push("despite no language in common");
    plan.pairs.push({
      newcomerId,
      mentorId: mentor.person.id,
      fit: judge(together),
      fixed: fixedMentor.has(at),
      reasons,
    });
  }
  for (const [at, { person }] of mentors.entries()) plan.prices.push({ mentorId: person.id, price: prices[at] ?? 0 });
  return plan;
}

const byId = <Person extends { id: number }>(people: readonly Person[]): Person[] =>
  [...people].sort((a, b) => a.id - b.id);

/** Pairs by their places in the lists; those of people who are not there are left out. */
function numbered(pairs: readonly PairIds[], { newcomers, mentors }: Profiles): NumberedPair[] {
  const newcomerAt = placesById(newcomers);
  const mentorAt = placesById(mentors);
  return pairs.flatMap(({ newcomerId, mentorId }): NumberedPair[] => {
    const newcomer = newcomerAt.get(newcomerId);
    const mentor = mentorAt.get(mentorId);
    return newcomer === undefined || mentor === undefined ? [] : [[newcomer, mentor]];
  });
}

function forbiddenPairs(forbidden: readonly PairIds[]): (newcomerId: number, mentorId: number) => boolean {
  const keys = new Set(forbidden.map(({ newcomerId, mentorId }) => `${newcomerId} ${mentorId}`));
  return (newcomerId, mentorId) => keys.has(`${newcomerId} ${mentorId}`);
}
