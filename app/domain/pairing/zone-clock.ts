import { Temporal } from "temporal-polyfill";

/**
 * The clocks of a zone over some days, as stretches in which they stay at one distance from UTC. `from` and `until` are
 * minutes since 1970-01-01T00:00Z; what a clock shows is `offset` minutes more.
 */
export type ZoneClock = readonly { from: number; until: number; offset: number }[];

const millisecondsPerMinute = 60_000;
const nanosecondsPerMinute = 60_000_000_000;

/** Reads a zone's clocks between two instants. Throws a `RangeError` when there is no such zone. */
export function zoneClock(timeZone: string, from: number, until: number): ZoneClock {
  const stretches: { from: number; until: number; offset: number }[] = [];
  let now = Temporal.Instant.fromEpochMilliseconds(from * millisecondsPerMinute).toZonedDateTimeISO(timeZone);
  for (let at = from; at < until; ) {
    const next = now.getTimeZoneTransition("next");
    const end = next === null ? until : Math.min(until, next.epochMilliseconds / millisecondsPerMinute);
    stretches.push({ from: at, until: end, offset: Math.round(now.offsetNanoseconds / nanosecondsPerMinute) });
    if (next === null) break;
    now = next;
    at = end;
  }
  return stretches;
}

/**
 * The instants (from, until, from, until, …) at which the clocks show a time from `shownFrom` to before `shownUntil` (minutes since 1970-01-01T00:00
 * on the clock itself). An hour that the clocks leave out is no time, and one that they show twice is two hours.
 */
export function instantsShowing(clock: ZoneClock, shownFrom: number, shownUntil: number): number[] {
  const instants: number[] = [];
  for (const { from, until, offset } of clock) {
    const begins = Math.max(from, shownFrom - offset);
    const ends = Math.min(until, shownUntil - offset);
    if (begins < ends) instants.push(begins, ends);
  }
  return instants;
}

/** How far a zone's clocks are from UTC at an instant within the clock's days, in minutes. */
export function offsetAt(clock: ZoneClock, instant: number): number {
  return clock.find(({ until }) => instant < until)?.offset ?? clock.at(-1)?.offset ?? 0;
}
