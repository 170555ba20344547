import { Temporal } from "temporal-polyfill";
import { countDays, datesInWords, dayAt } from "./days";
import { hoursOn, type SprintTimes } from "./hours";

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;

const between = (from: string, until: string) =>
  Temporal.PlainDate.from(from).until(until, { largestUnit: "days" }).days;

/**
 * How long it is until a sprint, or how far it has got, in words; by the calendar of its own zone: "Starts in 3 days",
 * "Day 2 of 3, until 14:00", "Ended on 9 May 2026". `now` is the database's time.
 */
export function countdown(sprint: SprintTimes, now: Date): string {
  const today = dayAt(now, sprint.timeZone);
  if (today < sprint.startsOn) return `Starts ${inDays(between(today, sprint.startsOn))}`;
  if (today > sprint.endsOn) return `Ended on ${datesInWords({ startsOn: sprint.endsOn, endsOn: sprint.endsOn })}`;
  const [day, days] = [between(sprint.startsOn, today) + 1, countDays(sprint)];
  const { startsAt, endsAt } = hoursOn(sprint, today);
  if (days === 1) {
    if (now < startsAt) return `Starts today at ${sprint.dayStarts}`;
    return now < endsAt ? `Today until ${sprint.dayEnds}` : "Done for today";
  }
  if (now < startsAt)
    return day === 1 ? `Starts today at ${sprint.dayStarts}` : `Day ${day} of ${days} starts at ${sprint.dayStarts}`;
  if (now < endsAt) return `Day ${day} of ${days}, until ${sprint.dayEnds}`;
  return day === days
    ? "The last day is done"
    : `Day ${day} of ${days} is done; tomorrow it goes on at ${sprint.dayStarts}`;
}

/** As rough as people say it: days up to three weeks, weeks up to ten, then months. */
function inDays(days: number): string {
  if (days === 1) return "tomorrow";
  if (days <= 21) return `in ${plural(days, "day")}`;
  if (days <= 70) return `in ${plural(Math.round(days / 7), "week")}`;
  return `in ${plural(Math.round(days / 30.44), "month")}`;
}
