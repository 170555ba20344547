import { Temporal } from "temporal-polyfill";
import type { WeeklyHours } from "../people/weekly-hours";
import { sprintDays } from "../sprint/days";
import { hoursOn, type SprintTimes } from "../sprint/hours";
import type { Attendance } from "../sprint/words";

/** From an instant until an instant, half open. */
export type Stretch = { from: Date; until: Date };

/** When somebody has time: weekly hours on the clocks of `timeZone` (IANA), and the days of the sprint they come. */
export type Availability = {
  days: readonly string[];
  attendance: Attendance;
  timeZone: string;
  weeklyHours: WeeklyHours;
};

/**
 * The hours two people both have inside a stretch of time, in order and not touching: the weekly hours of both, as
 * instants, so that each side's daylight saving counts; and in person the sprint's hours on the days both come. A weekly
 * hour that clocks show twice counts whole, one they leave out not at all.
 */
export function hoursTogether(
  one: Availability,
  other: Availability,
  sprint: SprintTimes & { online: boolean },
  within: Stretch,
): Stretch[] {
  const weekly = overlap(weeklyStretches(one, within), weeklyStretches(other, within));
  const inPerson = !sprint.online && one.attendance === "on_site" && other.attendance === "on_site";
  const days = inPerson ? sprintDays(sprint).filter((day) => one.days.includes(day) && other.days.includes(day)) : [];
  const there = days.map((day) => {
    const { startsAt, endsAt } = hoursOn(sprint, day);
    return { from: startsAt, until: endsAt };
  });
  return overlap(joined([...weekly, ...there]), [within]);
}

/** Somebody's weekly hours as instants, for every week that touches a stretch of time. */
function weeklyStretches({ weeklyHours, timeZone }: Availability, within: Stretch): Stretch[] {
  const zoned = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const firstDay = zoned(within.from).toPlainDate();
  const last = zoned(within.until).toPlainDate();
  const stretches: Stretch[] = [];
  let monday = firstDay.subtract({ days: firstDay.dayOfWeek - 1 });
  while (Temporal.PlainDate.compare(monday, last) <= 0) {
    for (const [from, until] of weeklyHours) {
      const stretch = {
        from: instant(monday, from, timeZone, "start"),
        until: instant(monday, until, timeZone, "end"),
      };
      if (stretch.from < stretch.until) stretches.push(stretch);
    }
    monday = monday.add({ days: 7 });
  }
  return joined(stretches);
}

/** The instant at which a clock shows some minutes from a Monday's midnight. */
function instant(monday: Temporal.PlainDate, minutes: number, zone: string, end: "start" | "end"): Date {
  const wall = monday
    .add({ days: Math.floor(minutes / 1440) })
    .toPlainDateTime({ hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60 });
  const first = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const second = wall.toZonedDateTime(zone, { disambiguation: "later" });
  const shown = first.toPlainDateTime().equals(wall);
  // A clock that leaves the hour out: the stretch begins, or ends, at the moment it jumps.
  const at = shown ? (end === "start" ? first : second) : (first.getTimeZoneTransition("next") ?? second);
  return new Date(at.epochMilliseconds);
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = whole.at(-1);
    if (last && stretch.from <= last.until) last.until = last.until > stretch.until ? last.until : stretch.until;
    else whole.push({ ...stretch });
  }
  return whole;
}

function overlap(some: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
  const shared: Stretch[] = [];
  for (const one of some) {
    for (const other of others) {
      const from = one.from > other.from ? one.from : other.from;
      const until = one.until < other.until ? one.until : other.until;
      if (from < until) shared.push({ from, until });
    }
  }
  return shared;
}

/** The seven days that begin at an instant. */
export const weekFrom = (now: Date): Stretch => ({ from: now, until: new Date(now.getTime() + 7 * 86_400_000) });
