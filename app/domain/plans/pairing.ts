import type { Mentor, Newcomer, PairingSprint } from "../pairing/people";
import type { PairingSettings } from "../pairing/settings";
import type { SprintRole } from "../people/roles";
import type { SprintTimes } from "../sprint/hours";
import type { Attendance, PairRule } from "../sprint/words";
import { freeSeats, type Giving, type HourCosts, seatsOf } from "./seats";

/** Somebody who has a place at a sprint: their registration, as much of it as pairing looks at. */
export type Registered = {
  id: number;
  name: string;
  role: SprintRole;
  days: readonly string[];
  attendance: Attendance;
  timeZone: string;
  weeklyHours: readonly (readonly [from: number, until: number])[];
  languages: readonly string[];
  getsByIn?: readonly string[];
  skills: readonly string[];
  wants: readonly string[];
  themes: readonly { id: number; title: string }[];
  firstTime: boolean;
  seats: number | null;
  mentorHours: number | null;
  notWith: readonly number[];
  /** Whom they would like to work with, and with whom they have, at another sprint. */
  wishes?: readonly number[];
  workedWith?: readonly number[];
  /** Of a mentor: unfinished tasks they are named on outside a pair, and whether they take nobody new for now. */
  namedTasks?: number;
  paused?: boolean;
};

type Two = { newcomerId: number; newcomer: string; mentorId: number; mentor: string };

/** A pair that is published and has not ended. `starter`: the task it was given to begin with. */
export type ActivePair = Two & {
  id: number;
  seat: number;
  reasons: readonly string[];
  starter?: StarterTask | null;
};
/** A task two people could begin with. */
export type StarterTask = { number: number; title: string };
/** A pair of a draft. */
export type DraftPair = Two & { seat: number; reasons: readonly string[]; byHand: boolean };
export type DraftWait = { newcomerId: number; newcomer: string; because: string };
/** The plan that nobody hears of yet. */
export type Draft = { rev: number; pairs: readonly DraftPair[]; waits: readonly DraftWait[] };
/** What organizers have said of two people. */
export type RuleOfPair = Two & { rule: PairRule };

/** Everything that pairing at one sprint looks at, at one moment. */
export type Pairing = {
  sprint: SprintTimes & HourCosts;
  /** What the sprint has set about its pairing; left out: what every sprint begins with. */
  settings?: PairingSettings;
  /** Those who have a place and have not withdrawn. */
  people: readonly Registered[];
  pairs: readonly ActivePair[];
  rules: readonly RuleOfPair[];
  draft: Draft | null;
};

/** The sprint as the engine reads it. */
export const pairingSprint = ({ sprint, people }: Pick<Pairing, "sprint" | "people">): PairingSprint => ({
  ...sprint,
  themeTitles: new Map(people.flatMap(({ themes }) => themes.map(({ id, title }) => [id, title] as const))),
});

/** A newcomer as the engine reads them. */
export const asNewcomer = (person: Registered): Newcomer => ({ ...person, themes: person.themes.map(({ id }) => id) });

/** A mentor as the engine reads them, with so many seats to give, and so many given. */
export const asMentor = (person: Registered, seats: number, taken = 0): Mentor => ({
  ...person,
  taken,
  themes: person.themes.map(({ id }) => id),
  knows: person.skills,
  seats,
});

type Seating = Pick<Pairing, "sprint" | "pairs"> & Partial<Pick<Pairing, "draft">>;
type GivingMentor = Giving & { id: number };

/**
 * The seats of a mentor that nobody has now, as far as their hours are enough; none while they pause. With `draft`, those it
 * gives away count as taken. Asked of many mentors, the pairs are gone through once.
 */
export function freeSeatsIn({ sprint, pairs, draft }: Seating): (mentor: GivingMentor) => number[] {
  const taken = byMentor([...pairs, ...(draft?.pairs ?? [])]);
  return (mentor) => {
    if (mentor.paused) return [];
    const seats = taken.get(mentor.id) ?? [];
    return freeSeats(
      seatsOf(mentor, sprint),
      seats.map(({ seat }) => seat),
    );
  };
}

/** The same of one mentor. */
export const freeSeatsOf = (mentor: GivingMentor, seating: Seating): number[] => freeSeatsIn(seating)(mentor);

/** Pairs by their mentor, each mentor's in the order given. */
export function byMentor<Pair extends { mentorId: number }>(pairs: readonly Pair[]): Map<number, Pair[]> {
  const theirs = new Map<number, Pair[]>();
  for (const pair of pairs) {
    const known = theirs.get(pair.mentorId);
    if (known) known.push(pair);
    else theirs.set(pair.mentorId, [pair]);
  }
  return theirs;
}

/** Newcomers who have no mentor yet: whom a plan is about. */
export function unpaired({ people, pairs }: Pick<Pairing, "people" | "pairs">): Registered[] {
  const paired = new Set(pairs.map(({ newcomerId }) => newcomerId));
  return people.filter(({ id, role }) => role === "newcomer" && !paired.has(id));
}

export const mentorsOf = ({ people }: Pick<Pairing, "people">): Registered[] =>
  people.filter(({ role }) => role === "mentor");

/** Whether organizers have said this of the two. */
export const isRuled = (
  { rules }: Pick<Pairing, "rules">,
  rule: PairRule,
  newcomerId: number,
  mentorId: number,
): boolean => rules.some((one) => one.rule === rule && one.newcomerId === newcomerId && one.mentorId === mentorId);
