/**
 * Who could be paired with whom, how well they fit, and how many seats each mentor has: all that pairing looks at.
 * People are plain numbers from 0. The possible pairs are kept in compressed rows, one row a newcomer, because there
 * can be millions of them. (`as number`, here and in the files beside this one, stands where an index comes from the
 * lists themselves: they are checked once, when they are read.)
 */
export type Instance = {
  newcomers: number;
  mentors: number;
  /** Where each newcomer's row begins in `possible` and `fits`, and, last, where the last row ends. */
  rows: Int32Array;
  /** The mentors a newcomer could be paired with, each at most once in a row. */
  possible: Int32Array;
  /** How well the pair at the same place fits: 0 to 100, and `bonus` more where a pair is to be kept. */
  fits: Uint8Array;
  /** Seats of each mentor, 0 upwards. */
  seats: Int32Array;
  /** What filling a mentor costs. Left out: nothing. */
  costs?: SeatCosts;
  /** What keeping a pair adds to its fit at most, 0 to `bonusMost`. Left out: nothing. */
  bonus?: number;
};

/** What each further seat of one mentor costs, in points of fit. */
export type SeatCosts = {
  /** Of the first seat, the second, and so on; never falling. Beyond the last one as much as the last. */
  steps: readonly number[];
  /** How many seats each mentor has given away before: theirs begin further on. */
  before: Int32Array;
};

/** A plan of an instance, with the prices that prove it the best. */
export type Match = {
  /** The mentor of each newcomer; −1 for whoever waits. */
  mentorOf: Int32Array;
  /**
   * What one seat of each mentor is worth, in the unit of `pairWorth`: 0 where a seat stays free. For a mentor without
   * a seat it is what one would be worth at most.
   */
  prices: Float64Array;
  /** What each newcomer is worth besides: the best of pair worth + fit − price over their mentors, 0 for whoever waits. */
  gains: Float64Array;
};

/** The best fit there is; the least is 0. */
export const bestFit = 100;
/** The most that keeping a pair may add, and that one seat may cost. */
export const bonusMost = 100;

/** More people on one side than this would not fit the 32-bit prices. */
export const peopleMost = 5_000_000;

/**
 * What a pair counts besides its fit: so much that one more pair outweighs all the fit there could be, and "most pairs
 * first, then the best total fit" becomes one sum.
 */
export function pairWorth({
  newcomers,
  seats,
  costs,
  bonus = 0,
}: Omit<Instance, "rows" | "possible" | "fits">): number {
  const most = costs?.steps.at(-1) ?? 0;
  return (bestFit + bonus + most) * Math.min(newcomers, total(seats)) + most + 1;
}

/** What the next seat of a mentor costs who has filled so many of these. */
export function seatCost({ costs }: Pick<Instance, "costs">, mentor: number, filled: number): number {
  if (costs === undefined) return 0;
  const { steps, before } = costs;
  return steps[Math.min((before[mentor] ?? 0) + filled, steps.length - 1)] ?? 0;
}

/** What each of so many seats of each mentor costs, one after another. */
export function listSeatCosts(instance: Pick<Instance, "costs">, seats: Int32Array): Int32Array {
  const list = new Int32Array(total(seats));
  if (instance.costs === undefined) return list;
  let next = 0;
  for (const [mentor, count] of seats.entries()) {
    for (let seat = 0; seat < count; seat++) list[next++] = seatCost(instance, mentor, seat);
  }
  return list;
}

/** Whether somebody with a seat could take this newcomer, if it were for the two of them alone. */
export function hasPossibleMentor({ rows, possible, seats }: Instance, newcomer: number): boolean {
  for (let at = rows[newcomer] ?? 0; at < (rows[newcomer + 1] ?? 0); at++) {
    if ((seats[possible[at] ?? 0] ?? 0) > 0) return true;
  }
  return false;
}

export function total(numbers: Int32Array): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
