const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/**
 * How long a claim still holds, in words: "2 days and 3 hours left", "40 minutes left", "less than a minute left".
 * Rounded down, so that the words never promise more than the clock. "its time is up" once it no longer holds.
 */
export function timeLeft(expiresAt: Date, now: Date): string {
  const left = expiresAt.getTime() - now.getTime();
  if (left <= 0) return "its time is up";
  if (left < minute) return "less than a minute left";
  if (left < hour) return `${counted(Math.floor(left / minute), "minute")} left`;
  const days = Math.floor(left / day);
  const hours = Math.floor((left % day) / hour);
  if (days === 0) {
    const minutes = Math.floor((left % hour) / minute);
    return minutes === 0 || hours >= 6
      ? `${counted(hours, "hour")} left`
      : `${counted(hours, "hour")} and ${counted(minutes, "minute")} left`;
  }
  return hours === 0 ? `${counted(days, "day")} left` : `${counted(days, "day")} and ${counted(hours, "hour")} left`;
}

/** What somebody is told who has just claimed a task. */
export const claimedWords = (expiresAt: Date, now: Date): string =>
  `This task is yours: ${timeLeft(expiresAt, now)}. Begin where “Start” says, and ask when you are stuck.`;
