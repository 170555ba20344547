import type { Instance } from "./instance";

/** Gathers the rows of an instance, pair by pair; they take more room only as there are more. */
export class PossiblePairs {
  /** Whoever gathers a row writes its mentors and fits from `count` on: there is room for every mentor. */
  possible: Int32Array;
  fits: Uint8Array;
  count = 0;
  private readonly rows: Int32Array;
  private row = 0;

  constructor(
    newcomers: number,
    private readonly mentors: number,
  ) {
    this.rows = new Int32Array(newcomers + 1);
    // Often about a fifth of all pairs are possible. What is not written to takes no memory yet.
    const guess = Math.ceil((newcomers * mentors) / 3) + mentors;
    this.possible = new Int32Array(guess);
    this.fits = new Uint8Array(guess);
  }

  /** Ends the row of one newcomer, with so many pairs in all; the next one begins. */
  endRow(count: number): void {
    this.count = count;
    this.rows[++this.row] = count;
    if (this.count + this.mentors > this.possible.length) this.grow();
  }

  /** Lets a pair of a row that has ended fit better by so much; one that is not possible stays so. */
  raise(newcomer: number, mentor: number, by: number): void {
    const end = this.rows[newcomer + 1] as number;
    const at = this.possible.subarray(0, end).indexOf(mentor, this.rows[newcomer]);
    if (at >= 0) this.fits[at] = (this.fits[at] as number) + by;
  }

  get all(): Pick<Instance, "rows" | "possible" | "fits"> {
    return {
      rows: this.rows,
      possible: this.possible.subarray(0, this.count),
      fits: this.fits.subarray(0, this.count),
    };
  }

  private grow(): void {
    const length = 2 * this.possible.length;
    const [possible, fits] = [new Int32Array(length), new Uint8Array(length)];
    possible.set(this.possible);
    fits.set(this.fits);
    [this.possible, this.fits] = [possible, fits];
  }
}
