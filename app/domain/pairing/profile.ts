import { foldWords } from "../fold";
import type { Mentor, Newcomer, PairingSprint, Participant } from "./people";
import { type Presence, PresenceReader } from "./presence";
import { countCommon, type WordSet, wordSets } from "./word-sets";

/** What is looked up for each two people, worked out once for each person. */
export type Profile<Person extends Participant = Participant> = {
  person: Person;
  presence: Presence;
  languages: WordSet;
  /** What a newcomer wants to learn, what a mentor knows. */
  skills: WordSet;
  /** How many different skills that are. */
  skillCount: number;
  notWith: ReadonlySet<number>;
  wishes: ReadonlySet<number>;
  workedWith: ReadonlySet<number>;
  /** The languages they speak well. */
  fluent: WordSet;
};

export type Profiles = { newcomers: Profile<Newcomer>[]; mentors: Profile<Mentor>[] };

/** Profiles of everybody, comparable with one another, in the order given. */
export function profilesOf(
  sprint: PairingSprint,
  newcomers: readonly Newcomer[],
  mentors: readonly Mentor[],
): Profiles {
  const reader = new PresenceReader(sprint);
  const everybody = [...newcomers, ...mentors];
  // Whoever speaks all of theirs well has one set for both. All of one list, so that they are comparable with one another.
  const halting = everybody.filter(({ getsByIn = [] }) => getsByIn.length > 0);
  const languages = wordSets([...everybody.map((person) => person.languages), ...halting.map(speaksWell)]);
  const fluent = new Map<Participant, WordSet>();
  for (const [at, person] of halting.entries()) fluent.set(person, languages[everybody.length + at] as WordSet);
  const skills = wordSets([...newcomers.map(({ wants }) => wants), ...mentors.map(({ knows }) => knows)]);
  const counts = new Map<WordSet, number>();
  const countOf = (set: WordSet): number => {
    const count = counts.get(set) ?? countCommon(set, set);
    counts.set(set, count);
    return count;
  };
  const profile = <Person extends Participant>(person: Person, at: number): Profile<Person> => {
    const set = skills[at] as WordSet;
    return {
      person,
      presence: reader.read(person),
      languages: languages[at] as WordSet,
      skills: set,
      skillCount: countOf(set),
      notWith: setOf(person.notWith),
      wishes: setOf(person.wishes),
      workedWith: setOf(person.workedWith),
      fluent: fluent.get(person) ?? (languages[at] as WordSet),
    };
  };
  return {
    newcomers: newcomers.map(profile),
    mentors: mentors.map((mentor, at) => profile(mentor, newcomers.length + at)),
  };
}

const speaksWell = ({ languages, getsByIn = [] }: Participant): readonly string[] => {
  const halting = new Set(getsByIn.map(foldWords));
  return languages.filter((language) => !halting.has(foldWords(language)));
};

/** Most people name nobody: they share one empty set. */
const setOf = (ids: readonly number[] = []): ReadonlySet<number> => (ids.length === 0 ? nobody : new Set(ids));
const nobody: ReadonlySet<number> = new Set();

/** Where people stand in a list, by their ids. */
export const placesById = (profiles: readonly Profile[]): Map<number, number> =>
  new Map(profiles.map(({ person }, at) => [person.id, at]));
