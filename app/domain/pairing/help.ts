import { Chains } from "./chains";
import { consequencesOfSeats, whoseSeatIsWanted } from "./consequences";
import { morePairsWith } from "./more-pairs";
import type { Mentor, Newcomer } from "./people";
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
/** How many kinds of somebody new are compared with everybody, and how many of those are looked at closely. */
const kindsMost = 48;
const closelyMost = 6;

/**
 * What would help those who wait: most pairs first. What one more seat brings is read off the prices, in one search for all
 * mentors; which newcomers somebody new would have to take, from the same search; and how many of them at once, for the few
 * kinds that promise most, by letting people move up (`morePairsWith`). Nothing is solved again, so that thousands of people take
 * a tenth of a second. Empty when nobody waits.
 */
export function helpFor(solved: Solved): Help[] {
  const { rest, found, profiles } = solved;
  if (!wantsHelp(solved)) return [];
  const standing = new Standing(rest, found);
  const chains = new Chains(standing).fromOutside();
  const seats = consequencesOfSeats(standing, chains);
  const wanted = whoseSeatIsWanted(standing, chains);
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
function somebodyNew({ sprint, profiles, rest, found, kept }: Solved, wanted: Uint8Array): Help[] {
  const fixed = new Set(kept.map(([newcomer]) => newcomer));
  const people = profiles.newcomers.map(({ person }) => person);
  const asked = people.filter((_, at) => wanted[at] === 1 && !fixed.has(at));
  const kinds = kindsAmong(
    people.filter((_, at) => (found.mentorOf[at] ?? -1) < 0 && !fixed.has(at)),
    asked,
  ).map(({ language, day }) => newMentor(sprint.timeZone, language, day));
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
  return promising.map(({ mentor, takes }): Help => {
    const pairs = morePairsWith(new Standing(rest, found), takes, seatsOfSomebodyNew);
    const { languages = [], days = [] } = mentor.person;
    return { kind: "mentor", language: languages[0] ?? "", day: days[0] ?? "", seats: seatsOfSomebodyNew, pairs };
  });
}

/** The languages and days of those who wait, each with each; of very many, those that most of the people asked have. */
function kindsAmong(waiting: readonly Newcomer[], asked: readonly Newcomer[]): { language: string; day: string }[] {
  const languages = [...new Set(waiting.flatMap((person) => person.languages))].sort();
  const days = [...new Set(waiting.flatMap((person) => person.days))].sort();
  const kinds = languages.flatMap((language) => days.map((day) => ({ language, day, people: 0 })));
  if (kinds.length <= kindsMost) return kinds;
  const kindOf = new Map(kinds.map((kind) => [`${kind.language} ${kind.day}`, kind]));
  for (const person of asked) {
    for (const language of new Set(person.languages)) {
      for (const day of new Set(person.days)) {
        const kind = kindOf.get(`${language} ${day}`);
        if (kind) kind.people++;
      }
    }
  }
  return kinds.sort((a, b) => b.people - a.people).slice(0, kindsMost);
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
