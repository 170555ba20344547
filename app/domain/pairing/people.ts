import type { SprintTimes } from "../sprint/hours";
import type { Attendance } from "../sprint/words";

/** As much of a sprint as pairing looks at. */
export type PairingSprint = SprintTimes & {
  /** The titles of the community's themes, for the reasons; a theme without one goes unmentioned. */
  themeTitles: ReadonlyMap<number, string>;
};

/** What newcomers and mentors are both asked when they register. `id` is their registration's. */
export type Participant = {
  id: number;
  /** As others read it. */
  name: string;
  /** Codes such as "es", or names. */
  languages: readonly string[];
  /** Themes by number, first choice first. */
  themes: readonly number[];
  /** ISO dates of the sprint's days they come. */
  days: readonly string[];
  attendance: Attendance;
  /** IANA zone of `weeklyHours`, one that the registration has checked. */
  timeZone: string;
  /** When they have time in an ordinary week, in minutes from Monday 00:00 by their own clock, half open. */
  weeklyHours: readonly (readonly [from: number, until: number])[];
  /** Their first sprint, in the part they now take. */
  firstTime: boolean;
  /** Whom they would rather not be paired with. Private: no reason ever tells. */
  notWith: readonly number[];
  /** Those of their languages they only get by in. */
  getsByIn?: readonly string[];
  /** Whom they would like to work with. Private to organizers, and to them. */
  wishes?: readonly number[];
  /** With whom they have been in a pair at another sprint. */
  workedWith?: readonly number[];
};

/** `wants`: what they want to learn. */
export type Newcomer = Participant & { wants: readonly string[] };

/**
 * `knows`: what they can help with; `seats`: how many newcomers they may still be given; `taken`: how many they have been
 * given before, so that further ones cost more.
 */
export type Mentor = Participant & { knows: readonly string[]; seats: number; taken?: number };
