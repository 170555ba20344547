import { fitBy, fitReasons } from "../pairing/fit";
import type { Reader, Together } from "../pairing/fit-parts";
import { sharesHours, sharesLanguage, wouldRatherNot } from "../pairing/possible";
import { sharedMinutes } from "../pairing/presence";
import { type Profiles, profilesOf } from "../pairing/profile";
import { hoursInWords } from "../pairing/reason-words";
import { type PairingSettings, pairingDefaults } from "../pairing/settings";
import { asMentor, asNewcomer, type Pairing, pairingSprint, type Registered } from "./pairing";

/** What stands between two people: no language in common, too few shared hours, or that one of them would rather not. */
export type InTheWay = "language" | "hours" | "private";

/** Two people, looked at for each other. */
export type Judged = {
  inTheWay: InTheWay | null;
  /** 0 to 100. */
  fit: number;
  /** For organizers: what speaks for it and against it. */
  reasons: string[];
};

/** Looks at pairs of these people, one by one. Null for somebody who is not among them. */
export type Judge = (newcomerId: number, mentorId: number) => Judged | null;

/** A judge of pairs among these people; each is read once. */
export function judgeOf(
  sprint: Pairing["sprint"],
  newcomers: readonly Registered[],
  mentors: readonly Registered[],
  { weights }: PairingSettings = pairingDefaults,
): Judge {
  const look = lookerAt(sprint, newcomers, mentors);
  const weigh = fitBy(weights);
  return (newcomerId, mentorId) =>
    look(newcomerId, mentorId, (together, titles) => ({
      inTheWay: inTheWay(together),
      fit: weigh(together),
      reasons: fitReasons(together, weights, titles),
    }));
}

/**
 * What stands between two of these people, without how well they fit: for asking it of very many. Null for somebody who is not
 * among them.
 */
export function obstaclesAmong(
  sprint: Pairing["sprint"],
  newcomers: readonly Registered[],
  mentors: readonly Registered[],
): (newcomerId: number, mentorId: number) => Pick<Judged, "inTheWay"> | null {
  const { find } = profilesAmong(sprint, newcomers, mentors);
  return (newcomerId, mentorId) => {
    const two = find(newcomerId, mentorId);
    return two && { inTheWay: inTheWay(two) };
  };
}

/**
 * Why two people are a pair, in sentences for one of them or for both: only what speaks for it, and nothing that the other
 * keeps to themselves. Null for somebody who is not among these people.
 */
export function reasonsFor(
  reader: Exclude<Reader, "organizer">,
  sprint: Pairing["sprint"],
  newcomers: readonly Registered[],
  mentors: readonly Registered[],
  { weights }: PairingSettings = pairingDefaults,
): (newcomerId: number, mentorId: number) => string[] | null {
  const look = lookerAt(sprint, newcomers, mentors);
  return (newcomerId, mentorId) =>
    look(newcomerId, mentorId, (together, titles) => {
      const reasons = fitReasons(together, weights, titles, reader);
      if (reasons.length > 0) return reasons;
      return together.minutes > 0 ? [`because ${hoursInWords(together.minutes)}`] : [];
    });
}

/** Why two people are a pair, for both of them alike. */
export const reasonsForBoth = (
  sprint: Pairing["sprint"],
  newcomers: readonly Registered[],
  mentors: readonly Registered[],
  settings: PairingSettings = pairingDefaults,
): ((newcomerId: number, mentorId: number) => string[] | null) =>
  reasonsFor("both", sprint, newcomers, mentors, settings);

type Look = <Seen>(
  newcomerId: number,
  mentorId: number,
  at: (together: Together, titles: ReadonlyMap<number, string>) => Seen,
) => Seen | null;

function lookerAt(sprint: Pairing["sprint"], newcomers: readonly Registered[], mentors: readonly Registered[]): Look {
  const { find, titles } = profilesAmong(sprint, newcomers, mentors);
  return (newcomerId, mentorId, at) => {
    const two = find(newcomerId, mentorId);
    return two && at({ ...two, minutes: sharedMinutes(two.newcomer.presence, two.mentor.presence) }, titles);
  };
}

type Two = Pick<Together, "newcomer" | "mentor">;

function profilesAmong(
  sprint: Pairing["sprint"],
  newcomers: readonly Registered[],
  mentors: readonly Registered[],
): { find: (newcomerId: number, mentorId: number) => Two | null; titles: ReadonlyMap<number, string> } {
  const read = pairingSprint({ sprint, people: [...newcomers, ...mentors] });
  const profiles: Profiles = profilesOf(
    read,
    newcomers.map(asNewcomer),
    mentors.map((mentor) => asMentor(mentor, mentor.seats ?? 0)),
  );
  const newcomerOf = new Map(profiles.newcomers.map((profile) => [profile.person.id, profile]));
  const mentorOf = new Map(profiles.mentors.map((profile) => [profile.person.id, profile]));
  const find = (newcomerId: number, mentorId: number) => {
    const newcomer = newcomerOf.get(newcomerId);
    const mentor = mentorOf.get(mentorId);
    return newcomer && mentor ? { newcomer, mentor } : null;
  };
  return { find, titles: read.themeTitles };
}

function inTheWay({ newcomer, mentor }: Two): InTheWay | null {
  if (!sharesLanguage(newcomer, mentor)) return "language";
  if (!sharesHours(newcomer, mentor)) return "hours";
  return wouldRatherNot(newcomer, mentor) ? "private" : null;
}
