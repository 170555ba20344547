import { weekly } from "../pairing/presence";
import { common, joined, type Stretches } from "../pairing/stretches";
import { zoneClock } from "../pairing/zone-clock";
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

const minute = 60_000;

/**
 * The hours two people both have inside a stretch of time, to the minute, in order and not touching: the weekly hours of
 * both, as instants, so that each side's daylight saving counts; and in person the sprint's hours on the days both come.
 */
export function hoursTogether(
  one: Availability,
  other: Availability,
  sprint: SprintTimes & { online: boolean },
  within: Stretch,
): Stretch[] {
  const span = [Math.ceil(within.from.getTime() / minute), Math.floor(within.until.getTime() / minute)] as const;
  const weeks = ({ timeZone, weeklyHours }: Availability) => weekly(zoneClock(timeZone, ...span), weeklyHours);
  const inPerson = !sprint.online && one.attendance === "on_site" && other.attendance === "on_site";
  const days = inPerson ? sprintDays(sprint).filter((day) => one.days.includes(day) && other.days.includes(day)) : [];
  const there = days.map((day) => {
    const { startsAt, endsAt } = hoursOn(sprint, day);
    return [startsAt.getTime() / minute, endsAt.getTime() / minute] as const;
  });
  const anyhow = common(weeks(one), weeks(other));
  return pairsOf(common(joined([...anyhow, ...there.flat()]), joined(span))).map(([from, until]) => ({
    from: new Date(from * minute),
    until: new Date(until * minute),
  }));
}

function pairsOf(stretches: Stretches): [from: number, until: number][] {
  const pairs: [number, number][] = [];
  for (let at = 0; at + 1 < stretches.length; at += 2) pairs.push([stretches[at] ?? 0, stretches[at + 1] ?? 0]);
  return pairs;
}

/** The seven days that begin at an instant. */
export const weekFrom = (now: Date): Stretch => ({ from: now, until: new Date(now.getTime() + 7 * 86_400_000) });
