import { limits } from "../limits";
import { countDays, dayInWords, sprintDays } from "./days";
import { missingClock, type SprintTimes } from "./hours";

/** What is wrong with when a sprint is, at the field it is about. */
export type TimesFault = { field: "startsOn" | "endsOn" | "dayStarts" | "dayEnds"; message: string };

/**
 * Whether a sprint's days and hours go together, each already read by itself. Refused: an end before its start (both
 * fields say so), more than `limits.sprintDaysMost` days, and hours that clocks in the zone leave out on one of the days.
 */
export function checkTimes(times: SprintTimes): TimesFault[] {
  const faults: TimesFault[] = [];
  const days = countDays(times);
  const { startsOn, endsOn, dayStarts, dayEnds } = times;
  if (days < 1) {
    faults.push({
      field: "startsOn",
      message: `The first day, ${dayInWords(startsOn, true)}, is after the last. Change one of them.`,
    });
    faults.push({
      field: "endsOn",
      message: `The last day, ${dayInWords(endsOn, true)}, is before the first. Change one of them.`,
    });
  } else if (days > limits.sprintDaysMost) {
    const message = `That is ${days} days. A sprint has ${limits.sprintDaysMost} at most: plan a longer programme as several sprints.`;
    faults.push({ field: "endsOn", message });
  }
  if (dayEnds <= dayStarts) {
    faults.push({
      field: "dayStarts",
      message: `Each day starts at ${dayStarts}, which is not before it ends. Change one of them.`,
    });
    faults.push({
      field: "dayEnds",
      message: `Each day ends at ${dayEnds}, which is not after it starts. Change one of them.`,
    });
  }
  if (faults.length > 0) return faults;
  for (const field of ["dayStarts", "dayEnds"] as const) {
    const missing = sprintDays(times).flatMap((day) => missingClock(day, times[field], times.timeZone) ?? []);
    if (missing[0]) faults.push({ field, message: missing[0] });
  }
  return faults;
}
