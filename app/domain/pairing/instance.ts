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
  /** How well the pair at the same place fits: 0 to 100. */
  fits: Uint8Array;
  /** Seats of each mentor, 0 upwards. */
  seats: Int32Array;
};

/** The best fit there is; the least is 0. */
export const bestFit = 100;

/** More people on one side than this would not fit the 32-bit prices. */
export const peopleMost = 5_000_000;

/**
 * What a pair counts besides its fit: so much that one more pair outweighs all the fit there could be, and "most pairs
 * first, then the best total fit" becomes one sum.
 */
export function pairWorth({ newcomers, seats }: Pick<Instance, "newcomers" | "seats">): number {
  return bestFit * Math.min(newcomers, total(seats)) + 1;
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
