import { isThere, type Presence, PresenceReader } from "../pairing/presence";
import { languageName } from "../people/languages";
import { halfDays } from "./half-days";
import { type InTheWay, obstaclesAmong } from "./judge";
import { asNewcomer, freeSeatsIn, mentorsOf, type Pairing, pairingSprint, type Registered, unpaired } from "./pairing";

/** What is asked for against what there is, under one name: "Spanish", "Friday 8 May, until 11:00". `hours`: what these mentors give. */
export type Standing = { name: string; newcomers: number; mentors: number; seats: number; hours: number };

/**
 * A newcomer whom no mentor could take, whatever the seats, and why: to organizers, and to themselves, null where somebody's private
 * wish would be told. `online`: mentors who do not pause, speak their language, and could take them
 * if they gave hours online.
 */
export type NotPairable = { id: number; name: string; because: string; toThem: string | null; online: number[] };

/**
 * Where a sprint stands before pairing. Newcomers are those without a mentor; seats are those that can still be given. A draft counts
 * for nothing: whom it seats has no mentor yet.
 */
export type BeforePairing = {
  newcomers: number;
  seats: number;
  /** Mentors who take nobody new for now, and the seats they had given. */
  paused: { mentors: number; seats: number };
  themes: Standing[];
  languages: Standing[];
  days: Standing[];
  halfDays: Standing[];
  notPairable: NotPairable[];
};

/** Counts seats and hours against newcomers, per theme, language, day and half-day of a sprint, and names whom nobody could take at all. */
export function beforePairing(pairing: Pairing, days: readonly { day: string; name: string }[]): BeforePairing {
  const newcomers = unpaired(pairing);
  const freeSeats = freeSeatsIn({ ...pairing, draft: null });
  const mentors = mentorsOf(pairing).map((mentor) => ({ mentor, free: freeSeats(mentor).length }));
  const giving = mentors.filter(({ free }) => free > 0);
  const standing = (name: string, has: (person: Registered) => boolean): Standing => {
    const able = giving.filter(({ mentor }) => has(mentor));
    return {
      name,
      newcomers: newcomers.filter(has).length,
      mentors: able.length,
      seats: able.reduce((sum, { free }) => sum + free, 0),
      hours: able.reduce((sum, { mentor }) => sum + (mentor.mentorHours ?? 0), 0),
    };
  };
  const paused = mentors.filter(({ mentor }) => mentor.paused);
  const themes = new Map(newcomers.flatMap(({ themes }) => themes.map(({ id, title }) => [id, title] as const)));
  const halves = halfDays(pairing);
  const thereOn = (day: string) => {
    const parts = halves.filter((half) => half.day === day);
    return (person: Registered) => parts.some(({ has }) => has(person));
  };
  const languages = [...new Set(newcomers.flatMap(({ languages }) => languages))];
  return {
    newcomers: newcomers.length,
    seats: giving.reduce((sum, { free }) => sum + free, 0),
    paused: { mentors: paused.length, seats: paused.reduce((sum, { mentor }) => sum + (mentor.seats ?? 0), 0) },
    themes: shortest(
      [...themes].map(([id, title]) => standing(title, (person) => person.themes.some((theme) => theme.id === id))),
    ),
    languages: shortest(
      languages.map((code) => standing(languageName(code), (person) => person.languages.includes(code))),
    ),
    days: days.map(({ day, name }) => standing(name, thereOn(day))),
    halfDays: halves.map(({ name, has }) => standing(name, has)),
    notPairable: whomNobodyCouldTake(
      pairing,
      newcomers,
      mentors.map(({ mentor }) => mentor),
    ),
  };
}

/** Those first in which most newcomers are without a seat. */
const shortest = (standings: Standing[]): Standing[] =>
  standings.toSorted((a, b) => a.seats - a.newcomers - (b.seats - b.newcomers) || a.name.localeCompare(b.name, "en"));

function whomNobodyCouldTake(
  pairing: Pairing,
  newcomers: readonly Registered[],
  mentors: readonly Registered[],
): NotPairable[] {
  const between = obstaclesAmong(pairing.sprint, newcomers, mentors);
  const reader = new PresenceReader(pairingSprint(pairing));
  return newcomers.flatMap((newcomer) => {
    const { id, name, languages } = newcomer;
    const inTheWay = new Set<InTheWay | undefined>();
    const noHours: Registered[] = [];
    // Of thousands, almost everybody could be taken by one of the first mentors.
    for (const mentor of mentors) {
      const rule = between(id, mentor.id)?.inTheWay;
      if (rule === null) return [];
      if (rule === "hours") noHours.push(mentor);
      inTheWay.add(rule);
    }
    const presence = reader.read(asNewcomer(newcomer));
    const onlyThere = (mentor: Registered) => {
      const theirs = reader.read(asNewcomer(mentor));
      return theirs.onSite && theirs.anywhere.length === 0;
    };
    const online = !presence.onSite && isThere(presence) ? noHours.filter(onlyThere) : [];
    if (online.length > 0 && online.length === noHours.length && !inTheWay.has("private")) {
      return [{ id, name, ...noneOnline, online: online.filter(({ paused }) => !paused).map(({ id }) => id) }];
    }
    return [{ id, name, ...why(inTheWay, languages.map(languageName), presence), online: [] }];
  });
}

type Why = Pick<NotPairable, "because" | "toThem">;

const noneOnline: Why = {
  because: "They take part online, and whoever speaks their language has given no hours online.",
  toThem: "you take part online, and whoever speaks your language has given no hours online.",
};

function why(inTheWay: ReadonlySet<InTheWay | undefined>, languages: readonly string[], presence: Presence): Why {
  if (!isThere(presence)) {
    return {
      because: "They have given no hours on the days of the sprint.",
      toThem: "you have given no hours on the days of the sprint.",
    };
  }
  if (inTheWay.size === 0) {
    return { because: "Nobody has registered as a mentor yet.", toThem: "nobody has registered as a mentor yet." };
  }
  if (inTheWay.size === 1 && inTheWay.has("language")) {
    const spoken = either.format(languages);
    return { because: `No mentor speaks ${spoken}.`, toThem: `no mentor speaks ${spoken}.` };
  }
  if (inTheWay.has("private")) return { because: "No mentor can be paired with them.", toThem: null };
  return {
    because: "Nobody who speaks their language shares two hours with them.",
    toThem: "nobody who speaks your language shares two hours with you.",
  };
}

const either = new Intl.ListFormat("en-GB", { type: "disjunction" });
