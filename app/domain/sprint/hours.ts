import { Temporal } from "temporal-polyfill";
import { dayInWords, type SprintDates, sprintDays } from "./days";

/** When a sprint is: its days and the hours of each, as clocks in its IANA zone show them (`"08:00"`). */
export type SprintTimes = SprintDates & { dayStarts: string; dayEnds: string; timeZone: string };

/** A day of a sprint as instants. `note` says what the clocks of that night do to it. */
export type DayHours = { day: string; startsAt: Date; endsAt: Date; note: string | null };

/** `"08:00"` as it is (`"8:00"` with its nought), or null: hours go to 23, minutes to 59. */
export function readClock(text: string): string | null {
  const found = /^([01]?[0-9]|2[0-3]):([0-5][0-9])(?::00)?$/.exec(text.trim());
  return found ? `${(found[1] ?? "").padStart(2, "0")}:${found[2]}` : null;
}

/** What a calendar and a clock in an IANA zone show at an instant: `{ day: "2026-05-07", clock: "08:00" }`. */
export function readingOf(at: Date, timeZone: string): { day: string; clock: string } {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return { day: there.toPlainDate().toString(), clock: there.toPlainTime().toString({ smallestUnit: "minute" }) };
}

type Reading = { first: Temporal.ZonedDateTime; second: Temporal.ZonedDateTime; shown: boolean };

/** What a clock's reading stands for: one instant mostly, two when clocks go back, none (`shown` false) when they go forward past it. */
function reading(day: string, clock: string, zone: string): Reading {
  const wall = Temporal.PlainDateTime.from(`${day}T${clock}`);
  const first = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const second = wall.toZonedDateTime(zone, { disambiguation: "later" });
  return { first, second, shown: first.toPlainDateTime().equals(wall) };
}

/** The sentence about a clock reading that does not exist on a day, with the next one that does; null when it exists. */
export function missingClock(day: string, clock: string, zone: string): string | null {
  const { first, shown } = reading(day, clock, zone);
  if (shown) return null;
  const change = first.getTimeZoneTransition("next");
  if (!change) return null;
  const next = change.toPlainTime().toString({ smallestUnit: "minute" });
  if (change.toPlainDate().toString() !== day) {
    return `${dayInWords(day, true)} does not exist in ${zone}: its calendar leaves that day out. Choose other days.`;
  }
  return `${clock} does not exist on ${dayInWords(day, true)} in ${zone}: clocks go forward past it. Use ${next} instead.`;
}

/**
 * A day's beginning and end as instants. An hour that comes twice counts whole: the day begins with the first and ends with
 * the second. One that does not exist is read as if the clocks had not gone forward yet, as `java.time` and Temporal do.
 */
export function hoursOn({ dayStarts, dayEnds, timeZone }: Omit<SprintTimes, keyof SprintDates>, day: string): DayHours {
  const starts = reading(day, dayStarts, timeZone);
  const startsAt = starts.shown ? starts.first : starts.second;
  const endsAt = reading(day, dayEnds, timeZone).second;
  return {
    day,
    startsAt: new Date(startsAt.epochMilliseconds),
    endsAt: new Date(endsAt.epochMilliseconds),
    note: clockNote(startsAt.offsetNanoseconds, endsAt.offsetNanoseconds),
  };
}

function clockNote(from: number, until: number): string | null {
  if (from === until) return null;
  return until < from
    ? "Clocks go back that day: it is longer than the hours say."
    : "Clocks go forward that day: it is shorter than the hours say.";
}

/** Every day of a sprint, in order, as instants. */
export const listHours = (times: SprintTimes): DayHours[] => sprintDays(times).map((day) => hoursOn(times, day));
