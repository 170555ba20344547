/**
 * The numbers of a mentor's seats that can still be taken, the lowest first. `taken` are the numbers of those that are:
 * one above `seats` (of a mentor who has fewer seats than before) counts for one of the free ones, the highest.
 */
export function freeSeats(seats: number, taken: readonly number[]): number[] {
  const free = Array.from({ length: seats }, (_, index) => index + 1).filter((seat) => !taken.includes(seat));
  const above = taken.filter((seat) => seat > seats).length;
  return free.slice(0, Math.max(free.length - above, 0));
}

/** What decides how many newcomers a mentor can be given at a sprint. */
export type Giving = {
  seats: number | null;
  /** The hours they give; null where nobody asked. */
  mentorHours: number | null;
  /** Unfinished tasks they are named on outside a pair. */
  namedTasks?: number;
  /** Whether they take nobody new for now. */
  paused?: boolean;
};

/** What a pair, and a task outside one, cost of a mentor's hours. Left out: nothing. */
export type HourCosts = { pairHours?: number; taskHours?: number };

/**
 * How many newcomers a mentor's hours are enough for: what is left once the tasks they are named on have had theirs. Null
 * where hours set no limit.
 */
export function pairsInHours({ mentorHours, namedTasks = 0 }: Giving, { pairHours = 0, taskHours = 0 }: HourCosts) {
  if (mentorHours === null || pairHours === 0) return null;
  return Math.max(0, Math.floor((mentorHours - namedTasks * taskHours) / pairHours));
}

/** The seats a mentor has at a sprint: those they offer, as far as their hours are enough. */
export const seatsOf = (mentor: Giving, costs: HourCosts): number =>
  Math.min(mentor.seats ?? 0, pairsInHours(mentor, costs) ?? Number.MAX_SAFE_INTEGER);
