import type { Instance } from "./instance";

/** Gathers the rows of an instance, pair by pair; they take more room only as there are more. */
export class PossiblePairs {
  private readonly rows: Int32Array;
  private possible: Int32Array;
  private fits: Uint8Array;
  private row = 0;
  private count = 0;

  constructor(
    newcomers: number,
    private readonly mentors: number,
  ) {
    this.rows = new Int32Array(newcomers + 1);
    // Often about a fifth of all pairs are possible.
    const guess = Math.ceil((newcomers * mentors) / 4) + mentors;
    this.possible = new Int32Array(guess);
    this.fits = new Uint8Array(guess);
  }

  /** Adds a pair to the row that is being gathered; at most one for each mentor. */
  add(mentor: number, fit: number): void {
    this.possible[this.count] = mentor;
    this.fits[this.count++] = fit;
  }

  /** Ends the row of one newcomer; the next one begins. */
  endRow(): void {
    this.rows[++this.row] = this.count;
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
