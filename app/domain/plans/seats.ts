/**
 * The numbers of a mentor's seats that can still be taken, the lowest first. `taken` are the numbers of those that are:
 * one above `seats` (of a mentor who has fewer seats than before) counts for one of the free ones, the highest.
 */
export function freeSeats(seats: number, taken: readonly number[]): number[] {
  const free = Array.from({ length: seats }, (_, index) => index + 1).filter((seat) => !taken.includes(seat));
  const above = taken.filter((seat) => seat > seats).length;
  return free.slice(0, Math.max(free.length - above, 0));
}
