import { Chains } from "./chains";
import { consequencesOfSeats, whoseSeatIsWanted } from "./consequences";
import { match } from "./match";
import type { Mentor } from "./people";
import type { Solved } from "./plan";
import { possibleMinutes } from "./possible";
import { placesById, profilesOf } from "./profile";
import { languageInWords } from "./reason-words";
import { Standing } from "./standing";
import { type Effect, effectOf } from "./what-if";

/** The smallest changes that would let more people be paired, each with how many. */
export type Help =
  /** One more seat with a mentor who has given all of theirs. */
  | { kind: "seat"; mentorId: number; pairs: number; effect: Effect }
  /** Taking back that two people are not to be paired. */
  | { kind: "allow"; mentorId: number; newcomerId: number; pairs: number }
  /** Somebody new who speaks a language and is there all of a day. */
  | { kind: "mentor"; language: string; day: string; seats: number; pairs: number };

/** How many newcomers somebody new is thought to take. */
const seatsOfSomebodyNew = 3;
/** How many kinds of somebody new are looked at closely. */
const closelyMost = 6;

/**
 * What would help those who wait: most pairs first. What one more seat brings is read off the prices, in one search for all
 * mentors; which newcomers somebody new would have to take, from the same search; and only how many of them at once, for the
 * few kinds that promise most, by solving again. Empty when nobody waits.
 */
export function helpFor(solved: Solved): Help[] {
  const { rest, found, profiles } = solved;
  const standing = new Standing(rest, found);
  if (!wantsHelp(solved)) return [];
  const seats = consequencesOfSeats(standing);
  const wanted = whoseSeatIsWanted(standing);
  const help: Help[] = profiles.mentors.flatMap(({ person }, at): Help[] => {
    const brings = seats(at);
    return brings.pairs > 0
      ? [{ kind: "seat", mentorId: person.id, pairs: brings.pairs, effect: effectOf(solved, brings) }]
      : [];
  });
  return [...help, ...allowed(solved, standing, wanted), ...somebodyNew(solved, wanted)].sort(
    (a, b) => b.pairs - a.pairs,
  );
}

const wantsHelp = ({ kept, found }: Solved): boolean => {
  const fixed = new Set(kept.map(([newcomer]) => newcomer));
  return found.mentorOf.some((mentor, newcomer) => mentor < 0 && !fixed.has(newcomer));
};

/** Forbidden pairs that are in the way: of somebody whose seat is wanted, with a mentor who could make room for nobody's loss. */
function allowed({ decided, profiles }: Solved, standing: Standing, wanted: Uint8Array): Help[] {
  if (decided.forbidden.length === 0) return [];
  const chains = new Chains(standing);
  chains.to(chains.outside);
  const newcomerAt = placesById(profiles.newcomers);
  const mentorAt = placesById(profiles.mentors);
  const hasRoom = (mentor: number): boolean => {
    let place = mentor;
    if (chains.distance(place) === null) return false;
    while (chains.next[place] !== chains.outside) place = chains.next[place] as number;
    // A chain that ends with somebody waiting takes from one what it gives to another.
    return (chains.mover[place] as number) < 0;
  };
  return decided.forbidden.flatMap(({ newcomerId, mentorId }): Help[] => {
    const newcomer = newcomerAt.get(newcomerId) ?? -1;
    const mentor = mentorAt.get(mentorId) ?? -1;
    const [one, other] = [profiles.newcomers[newcomer], profiles.mentors[mentor]];
    if (!one || !other || wanted[newcomer] !== 1 || possibleMinutes(one, other) === null) return [];
    return hasRoom(mentor) ? [{ kind: "allow", newcomerId, mentorId, pairs: 1 }] : [];
  });
}

/** Who is missing: for each language and day, the newcomers whom somebody new would have to take, and how many of them at once. */
function somebodyNew(solved: Solved, wanted: Uint8Array): Help[] {
  const { sprint, profiles, rest, found, kept } = solved;
  const fixed = new Set(kept.map(([newcomer]) => newcomer));
  const people = profiles.newcomers.map(({ person }) => person);
  const waiting = people.filter((_, at) => (found.mentorOf[at] ?? -1) < 0 && !fixed.has(at));
  const languages = [...new Set(waiting.flatMap((person) => person.languages))].sort();
  const days = [...new Set(waiting.flatMap((person) => person.days))].sort();
  const kinds = languages.flatMap((language) => days.map((day) => newMentor(sprint.timeZone, language, day)));
  const { newcomers, mentors } = profilesOf(sprint, people, kinds);
  const promising = mentors
    .map((mentor) => {
      const takes = newcomers.flatMap((newcomer, at) =>
        wanted[at] === 1 && !fixed.has(at) && possibleMinutes(newcomer, mentor) !== null ? [at] : [],
      );
      return { mentor, takes };
    })
    .filter(({ takes }) => takes.length > 0)
    .sort((a, b) => b.takes.length - a.takes.length)
    .slice(0, closelyMost);
  const paired = (mentorOf: Int32Array) => mentorOf.reduce((sum, mentor) => sum + Number(mentor >= 0), 0);
  const now = paired(found.mentorOf);
  return promising.map(({ mentor, takes }): Help => {
    const pairs = paired(match(withMentor(rest, takes, seatsOfSomebodyNew)).mentorOf) - now;
    const { languages = [], days = [] } = mentor.person;
    return { kind: "mentor", language: languages[0] ?? "", day: days[0] ?? "", seats: seatsOfSomebodyNew, pairs };
  });
}

/** Somebody who is there all of one day, at the place and at any hour, and speaks one language. */
const newMentor = (timeZone: string, language: string, day: string): Mentor => ({
  id: 0,
  name: languageInWords(language),
  languages: [language],
  themes: [],
  days: [day],
  attendance: "on_site",
  timeZone,
  weeklyHours: [[0, 7 * 24 * 60]],
  firstTime: false,
  notWith: [],
  knows: [],
  seats: seatsOfSomebodyNew,
});

/** The same instance with one mentor more, who could take these newcomers, all alike. */
function withMentor(instance: Solved["rest"], takes: readonly number[], seats: number): Solved["rest"] {
  const { newcomers, mentors, rows } = instance;
  const takesThem = new Uint8Array(newcomers);
  for (const newcomer of takes) takesThem[newcomer] = 1;
  const more = new Int32Array(newcomers + 1);
  const possible = new Int32Array(instance.possible.length + takes.length);
  const fits = new Uint8Array(possible.length);
  let next = 0;
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    const from = rows[newcomer] as number;
    const end = rows[newcomer + 1] as number;
    possible.set(instance.possible.subarray(from, end), next);
    fits.set(instance.fits.subarray(from, end), next);
    next += end - from;
    if (takesThem[newcomer] === 1) possible[next++] = mentors;
    more[newcomer + 1] = next;
  }
  const { costs } = instance;
  return {
    ...instance,
    mentors: mentors + 1,
    rows: more,
    possible,
    fits,
    seats: Int32Array.of(...instance.seats, seats),
    ...(costs ? { costs: { ...costs, before: Int32Array.of(...costs.before, 0) } } : {}),
  };
}
