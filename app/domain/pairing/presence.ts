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

const minutesPerDay = 24 * 60;
const minutesPerWeek = 7 * minutesPerDay;
/** 1970-01-01 was a Thursday. */
const firstMonday = 4 * minutesPerDay;

/**
 * Reads when people are at a sprint. Instants are computed once a person, and the clocks of a zone once; daylight
 * saving is whatever the clocks show (see `instantsShowing`). Throws a `RangeError` on a date, time or zone that is none.
 */
export class PresenceReader {
  private readonly days: { day: string; whole: Stretches; open: Stretches }[];
  private readonly clocks = new Map<string, ZoneClock>();
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
      open: joined([[minutesOf(startsAt), minutesOf(endsAt)]]),
    }));
  }

  read({ days, attendance, timeZone, weeklyHours }: Participant): Presence {
    const come = this.days.filter(({ day }) => days.includes(day));
    const clock = this.clockOf(timeZone);
    const whole = joined(come.flatMap((day) => pairs(day.whole)));
    return {
      onSite: attendance === "on_site",
      atPlace: joined(come.flatMap((day) => pairs(day.open))),
      anywhere: common(whole, weekly(clock, weeklyHours)),
      offset: offsetAt(clock, this.days[0]?.open[0] ?? this.from),
      weeks: Math.max(1, this.days.length / 7),
    };
  }

  private clockOf(timeZone: string): ZoneClock {
    const clock = this.clocks.get(timeZone) ?? zoneClock(timeZone, this.from, this.until);
    this.clocks.set(timeZone, clock);
    return clock;
  }
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
  const instants: [number, number][] = [];
  for (const stretch of clock) {
    const shownFrom = stretch.from + stretch.offset;
    const shownUntil = stretch.until + stretch.offset;
    // From the week before, for hours that run over its end.
    const first = Math.floor((shownFrom - firstMonday) / minutesPerWeek) - 1;
    for (let week = firstMonday + first * minutesPerWeek; week < shownUntil; week += minutesPerWeek) {
      for (const [from, until] of hours) instants.push(...instantsShowing([stretch], week + from, week + until));
    }
  }
  return joined(instants);
}

function pairs(stretches: Stretches): [from: number, until: number][] {
  const list: [number, number][] = [];
  for (let at = 0; at < stretches.length; at += 2) list.push([stretches[at] as number, stretches[at + 1] as number]);
  return list;
}

/** What a clock shows at the first minute of a day, in minutes since it showed 1970-01-01T00:00. */
const midnight = (day: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime("UTC").epochMilliseconds / 60_000;

const minutesOf = (at: Date): number => Math.floor(at.getTime() / 60_000);
