import { Temporal } from "temporal-polyfill";
import { listHours } from "../sprint/hours";
import type { PairingSprint, Participant } from "./people";
import { common, commonMinutes, joined, minutesIn, type Stretches } from "./stretches";
import { instantsShowing, offsetAt, type ZoneClock, zoneClock } from "./zone-clock";

/** When somebody is there, in minutes since 1970-01-01T00:00Z. */
export type Presence = {
  onSite: boolean;
  /** The sprint's hours on the days they come. */
  atPlace: Stretches;
  /** Their weekly hours on the sprint's days they come, as the sprint's own clocks count its days. */
  anywhere: Stretches;
  /** How far their clocks are from UTC when the sprint begins, in minutes. */
  offset: number;
  /** How many weeks the sprint lasts; 1 for whatever is no longer than one. */
  weeks: number;
};

/** Days of the sprint: all of them, and as much as the sprint is open. */
type Day = { day: string; whole: Stretches; open: Stretches };
/** The days somebody comes, and, zone by zone, what the clocks show on them. `key` is seldom the same for others. */
type Stay = { whole: Stretches; open: Stretches; key: number; clocks: Map<string, Clock> };
/** A zone's clock while somebody is there, and how far it is from UTC when the sprint begins. */
type Clock = { during: ZoneClock; offset: number; key: number };

const minutesPerDay = 24 * 60;
const minutesPerWeek = 7 * minutesPerDay;
/** 1970-01-01 was a Thursday. */
const firstMonday = 4 * minutesPerDay;

/**
 * Reads when people are at a sprint. Instants are computed once a person, and the clocks of a zone once; daylight
 * saving is whatever the clocks show (see `instantsShowing`). Throws a `RangeError` on a date, time or zone that is none.
 */
export class PresenceReader {
  private readonly days: Day[];
  private readonly clocks = new Map<string, ZoneClock>();
  /** Whoever comes at the same times has the same presence, the very one: by `timesKey`, which a few may share. */
  private readonly known = new Map<number, Times>();
  private readonly stays = new Map<string, Stay>();
  private readonly from: number;
  private readonly until: number;

  constructor(sprint: PairingSprint) {
    // Clocks are nowhere more than a day from UTC: two days on either side leave nothing out.
    this.from = midnight(sprint.startsOn) - 2 * minutesPerDay;
    this.until = midnight(sprint.endsOn) + 3 * minutesPerDay;
    const clock = this.clockOf(sprint.timeZone);
    this.days = listHours(sprint).map(({ day, startsAt, endsAt }) => ({
      day,
      whole: joined(instantsShowing(clock, midnight(day), midnight(day) + minutesPerDay)),
      open: joined([minutesOf(startsAt), minutesOf(endsAt)]),
    }));
  }

  read({ days, attendance, timeZone, weeklyHours }: Participant): Presence {
    const stay = this.stayOf(days);
    const clock = stay.clocks.get(timeZone) ?? this.clockDuring(stay, timeZone);
    const onSite = attendance === "on_site";
    const key = timesKey(weeklyHours, onSite, stay, clock);
    const first = this.known.get(key);
    for (let other = first; other; other = other.next) {
      const isSame = other.stay === stay && other.clock === clock && other.presence.onSite === onSite;
      if (isSame && haveSameHours(other.weeklyHours, weeklyHours)) return other.presence;
    }
    const { whole, open } = stay;
    const there = weekly(clock.during, weeklyHours);
    const presence = {
      onSite,
      atPlace: open,
      // On days that follow one another the clock is only there while they are.
      anywhere: whole.length === 2 ? there : common(whole, there),
      offset: clock.offset,
      weeks: Math.max(1, this.days.length / 7),
    };
    this.known.set(key, { stay, clock, weeklyHours, presence, next: first });
    return presence;
  }

  private stayOf(days: readonly string[]): Stay {
    const name = days.join();
    const known = this.stays.get(name);
    if (known) return known;
    const come = this.days.filter(({ day }) => days.includes(day));
    const whole = joined(come.flatMap((day) => [...day.whole]));
    const open = joined(come.flatMap((day) => [...day.open]));
    const stay = { whole, open, key: this.stays.size, clocks: new Map<string, Clock>() };
    this.stays.set(name, stay);
    return stay;
  }

  private clockDuring(stay: Stay, timeZone: string): Clock {
    const whole = this.clockOf(timeZone);
    const offset = offsetAt(whole, this.days[0]?.open[0] ?? this.from);
    const clock = { during: during(whole, stay.whole), offset, key: stay.clocks.size };
    stay.clocks.set(timeZone, clock);
    return clock;
  }

  private clockOf(timeZone: string): ZoneClock {
    const clock = this.clocks.get(timeZone) ?? zoneClock(timeZone, this.from, this.until);
    this.clocks.set(timeZone, clock);
    return clock;
  }
}

type Hours = Participant["weeklyHours"];

/** When somebody is there, as they said it, and as instants. */
type Times = { stay: Stay; clock: Clock; weeklyHours: Hours; presence: Presence; next: Times | undefined };

/** A number that is the same for whoever comes at the same times, and seldom for others. */
function timesKey(weeklyHours: Hours, onSite: boolean, stay: Stay, clock: Clock): number {
  let key = Math.imul(31 * stay.key + clock.key, 62) + 2 * weeklyHours.length + Number(onSite);
  for (const [from, until] of weeklyHours) key = Math.imul(Math.imul(key, 31) + from, 31) + until;
  return key | 0;
}

function haveSameHours(some: Hours, others: Hours): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at++) {
    if (some[at]?.[0] !== others[at]?.[0] || some[at]?.[1] !== others[at]?.[1]) return false;
  }
  return true;
}

/**
 * How many minutes two people share: in person the sprint's hours on the days both come, otherwise the weekly hours of
 * both on the sprint's dates, in instants.
 */
export function sharedMinutes(one: Presence, other: Presence): number {
  return one.onSite && other.onSite
    ? commonMinutes(one.atPlace, other.atPlace)
    : commonMinutes(one.anywhere, other.anywhere);
}

/** Whether somebody is there at all, in one way or the other. */
export function isThere({ onSite, atPlace, anywhere }: Presence): boolean {
  return minutesIn(anywhere) > 0 || (onSite && minutesIn(atPlace) > 0);
}

/** Somebody's hours of every week that the clocks show, one after another: instants, in minutes since 1970-01-01T00:00Z. */
export function weekly(clock: ZoneClock, hours: Participant["weeklyHours"]): Stretches {
  const instants: number[] = [];
  for (const { from, until, offset } of clock) {
    // From the week before, for hours that run over its end.
    const first = Math.floor((from + offset - firstMonday) / minutesPerWeek) - 1;
    const monday = firstMonday + first * minutesPerWeek - offset;
    for (let week = monday; week < until; week += minutesPerWeek) {
      for (const [shownFrom, shownUntil] of hours) {
        const begins = Math.max(from, week + shownFrom);
        const ends = Math.min(until, week + shownUntil);
        if (begins < ends) instants.push(begins, ends);
      }
    }
  }
  return joined(instants);
}

/** As much of a clock as there is from the first to the last of some stretches. */
function during(clock: ZoneClock, stretches: Stretches): ZoneClock {
  const first = stretches[0] ?? 0;
  const last = stretches.at(-1) ?? 0;
  return clock
    .filter(({ from, until }) => from < last && until > first)
    .map(({ from, until, offset }) => ({ from: Math.max(from, first), until: Math.min(until, last), offset }));
}

/** What a clock shows at the first minute of a day, in minutes since it showed 1970-01-01T00:00. */
const midnight = (day: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime("UTC").epochMilliseconds / 60_000;

const minutesOf = (at: Date): number => Math.floor(at.getTime() / 60_000);
