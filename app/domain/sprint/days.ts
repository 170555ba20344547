import { Temporal } from "temporal-polyfill";
import { limits } from "../limits";

/** The days of a sprint, both included, as ISO dates in its own zone. */
export type SprintDates = { startsOn: string; endsOn: string };

/** Years a sprint can be in: before and after, somebody has mistyped. */
const years = { first: 2000, last: 2100 };

/** `"2026-05-07"` as it is, or the sentence that says why it is no day: another spelling, or a day the calendar does not have. */
export function readDay(text: string): { ok: true; day: string } | { ok: false; because: string } {
  const found = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text.trim());
  if (!found) return { ok: false, because: "Write the day as year-month-day, such as 2026-05-07." };
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number);
  if (month < 1 || month > 12) return { ok: false, because: `There is no month ${month}. Write 01 to 12.` };
  if (year < years.first || year > years.last) {
    return { ok: false, because: `Write a year from ${years.first} to ${years.last}.` };
  }
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year, month });
  if (day < 1 || day > daysInMonth) {
    const because = `There is no day ${day} in ${monthNames[month - 1]} ${year}: it has ${daysInMonth} days.`;
    return { ok: false, because };
  }
  return { ok: true, day: found[0] };
}

/** How many days a sprint has; none or fewer when it ends before it starts. */
export const countDays = ({ startsOn, endsOn }: SprintDates): number =>
  Temporal.PlainDate.from(startsOn).until(endsOn, { largestUnit: "days" }).days + 1;

/** Every day of a sprint, in order, as ISO dates. */
export function sprintDays(dates: SprintDates): string[] {
  const first = Temporal.PlainDate.from(dates.startsOn);
  const count = Math.min(countDays(dates), limits.sprintDaysMost);
  return Array.from({ length: Math.max(count, 0) }, (_, index) => first.add({ days: index }).toString());
}

/** Which day it is at an instant, on the calendar of an IANA zone. */
export const dayAt = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/**
 * The days somebody comes, when the sprint's days have changed: whoever came every day still does; others keep the days
 * that are left, else those in the same places (the second stays the second), else every day, so that they are asked rather than lost.
 */
export function moveDays(days: readonly string[], from: readonly string[], to: readonly string[]): string[] {
  if (from.every((day) => days.includes(day))) return [...to];
  const left = to.filter((day) => days.includes(day));
  if (left.length > 0) return left;
  const moved = to.filter((_, index) => days.includes(from[index] ?? ""));
  return moved.length > 0 ? moved : [...to];
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "Thursday 7 May", and with the year "Thursday 7 May 2026". */
export function dayInWords(day: string, year = false): string {
  const date = Temporal.PlainDate.from(day);
  const words = `${weekdays[date.dayOfWeek - 1]} ${date.day} ${monthNames[date.month - 1]}`;
  return year ? `${words} ${date.year}` : words;
}

/** "7 to 9 May 2026", "30 April to 2 May 2026", "7 May 2026": as little as says it. */
export function datesInWords({ startsOn, endsOn }: SprintDates): string {
  const [first, last] = [Temporal.PlainDate.from(startsOn), Temporal.PlainDate.from(endsOn)];
  const end = `${last.day} ${monthNames[last.month - 1]} ${last.year}`;
  if (first.equals(last)) return end;
  const month = first.month === last.month && first.year === last.year ? "" : ` ${monthNames[first.month - 1]}`;
  const year = first.year === last.year ? "" : ` ${first.year}`;
  return `${first.day}${month}${year} to ${end}`;
}
