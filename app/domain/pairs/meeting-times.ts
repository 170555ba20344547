import { dayInWords } from "../sprint/days";
import { hoursOn, missingClock } from "../sprint/hours";

type Fault = { field: string; message: string };

/**
 * When a pair meets next, from a day ("2026-05-07") and a clock ("15:00") in the writer's zone. Null when neither was
 * written. Refused, each at its field: one without the other, a time that day does not have, a time that is over.
 */
export function readNext(
  { day, clock, timeZone }: { day: string | null; clock: string | null; timeZone: string },
  now: Date,
): { ok: true; at: Date | null } | { ok: false; fault: Fault } {
  if (day === null && clock === null) return { ok: true, at: null };
  const no = (field: string, message: string) => ({ ok: false as const, fault: { field, message } });
  if (day === null) return no("nextDay", "Choose the day too, or leave the time empty.");
  if (clock === null) return no("nextTime", "Write the time too, such as 15:00, or leave the day empty.");
  const missing = missingClock(day, clock, timeZone);
  if (missing) return no("nextTime", missing);
  const { startsAt } = hoursOn({ dayStarts: clock, dayEnds: clock, timeZone }, day);
  return startsAt > now ? { ok: true, at: startsAt } : no("nextDay", "That is over already. Choose a time to come.");
}

/** A lock-in's day, beginning and end, as the form says them in the sprint's zone. */
export type LockInTimes = { day: string; from: string; until: string };

/**
 * A lock-in as instants. Refused, each at its field: a day before the sprint, an end before the beginning, a time that day
 * does not have, an hour that is over.
 */
export function readLockIn(
  { day, from, until }: LockInTimes,
  sprint: { startsOn: string; timeZone: string },
  now: Date,
): { ok: true; startsAt: Date; endsAt: Date } | { ok: false; faults: Fault[] } {
  const { startsOn, timeZone } = sprint;
  if (day < startsOn) {
    const message = `The sprint starts on ${dayInWords(startsOn, true)}. Choose that day or a later one.`;
    return { ok: false, faults: [{ field: "day", message }] };
  }
  const missing = [
    { field: "from", message: missingClock(day, from, timeZone) },
    { field: "until", message: missingClock(day, until, timeZone) },
  ].filter((fault): fault is Fault => fault.message !== null);
  if (missing.length > 0) return { ok: false, faults: missing };
  if (until <= from) {
    const faults = [
      { field: "from", message: "It starts after it ends. Write an earlier hour here, or a later one below." },
      { field: "until", message: "It ends before it starts. Write a later hour; past midnight, book two." },
    ];
    return { ok: false, faults };
  }
  const { startsAt, endsAt } = hoursOn({ dayStarts: from, dayEnds: until, timeZone }, day);
  if (endsAt <= now)
    return { ok: false, faults: [{ field: "day", message: "That hour is over. Choose one to come." }] };
  return { ok: true, startsAt, endsAt };
}
