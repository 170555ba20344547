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
};

export type Profiles = { newcomers: Profile<Newcomer>[]; mentors: Profile<Mentor>[] };

/** Profiles of everybody, comparable with one another, in the order given. */
export function profilesOf(
  sprint: PairingSprint,
  newcomers: readonly Newcomer[],
  mentors: readonly Mentor[],
): Profiles {
  const reader = new PresenceReader(sprint);
  const languages = wordSets([...newcomers, ...mentors].map((person) => person.languages));
  const skills = wordSets([...newcomers.map(({ wants }) => wants), ...mentors.map(({ knows }) => knows)]);
  const profile = <Person extends Participant>(person: Person, at: number): Profile<Person> => {
    const set = skills[at] as WordSet;
    return {
      person,
      presence: reader.read(person),
      languages: languages[at] as WordSet,
      skills: set,
      skillCount: countCommon(set, set),
      notWith: new Set(person.notWith),
    };
  };
  return {
    newcomers: newcomers.map(profile),
    mentors: mentors.map((mentor, at) => profile(mentor, newcomers.length + at)),
  };
}

/** Where people stand in a list, by their ids. */
export const placesById = (profiles: readonly Profile[]): Map<number, number> =>
  new Map(profiles.map(({ person }, at) => [person.id, at]));
