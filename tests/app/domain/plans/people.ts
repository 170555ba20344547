import type { Draft, Pairing, Registered } from "../../../../app/domain/plans/pairing";

const sprint = {
  startsOn: "2026-05-07",
  endsOn: "2026-05-09",
  dayStarts: "08:00",
  dayEnds: "14:00",
  timeZone: "Europe/Madrid",
};

const somebody = {
  days: ["2026-05-07"],
  attendance: "on_site" as const,
  timeZone: "Europe/Madrid",
  weeklyHours: [],
  languages: ["en"],
  skills: [],
  wants: [],
  themes: [],
  firstTime: false,
  notWith: [],
};

/** A newcomer who is there on the first day and speaks English. */
export const newcomer = (id: number, name: string, more: Partial<Registered> = {}): Registered => ({
  ...somebody,
  id,
  name,
  role: "newcomer",
  seats: null,
  mentorHours: null,
  ...more,
});

/** A mentor who is there on the first day and speaks English, with three seats. */
export const mentor = (id: number, name: string, more: Partial<Registered> = {}): Registered => ({
  ...somebody,
  id,
  name,
  role: "mentor",
  seats: 3,
  mentorHours: 8,
  ...more,
});

/** A sprint at which these people are, with nothing planned unless it is said. */
export const pairing = (people: Registered[], more: Partial<Pairing> = {}): Pairing => ({
  sprint,
  people,
  pairs: [],
  rules: [],
  draft: null,
  ...more,
});

const two = (who: Registered, with_: Registered) => ({
  newcomerId: who.id,
  newcomer: who.name,
  mentorId: with_.id,
  mentor: with_.name,
});

/** A draft that seats these, on a mentor's seats in the order given. */
export function draft(sits: [Registered, Registered][], waits: [Registered, string][] = []): Draft {
  const seats = new Map<number, number>();
  return {
    rev: 1,
    pairs: sits.map(([who, mentor]) => {
      const seat = (seats.get(mentor.id) ?? 0) + 1;
      seats.set(mentor.id, seat);
      return { ...two(who, mentor), seat, reasons: ["because the mentor knows docs"], byHand: false };
    }),
    waits: waits.map(([who, because]) => ({ newcomerId: who.id, newcomer: who.name, because })),
  };
}

/** A published pair on a seat. */
export const paired = (who: Registered, mentor: Registered, seat = 1) => ({
  id: 1,
  ...two(who, mentor),
  seat,
  reasons: [],
});

/** What organizers said of two people. */
export const ruled = (rule: "fixed" | "forbidden", who: Registered, mentor: Registered) => ({
  ...two(who, mentor),
  rule,
});
