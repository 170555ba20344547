import { bestFit, type Instance } from "./instance";

/** Which of the two sides looks for partners; the other side has the places. */
export type Side = "newcomers" | "mentors";

export const partnerBits = 24;
export const partnerMask = (1 << partnerBits) - 1;

export const missingIn = (entry: number): number => entry >>> partnerBits;
export const partnerIn = (entry: number): number => entry & partnerMask;

/** Where a list ends. */
const end = -1;

/**
 * For each person of one side their possible partners, best fit first; equal fits in the order of the instance. Each pair is
 * put down once, before those of the same person that fit as well; where a list goes on behind the last of these is looked
 * up when somebody reads so far. Most lists are read to their tenth or so: all that sorting them whole would do more
 * is for nothing, and dear when it has not been compiled yet. To read one:
 *
 *     for (let at = first[person]; at > 0; at = after[at] || lists.findAfter(person, at)) … entries[at] …
 */
export class FitLists {
  readonly most: number;
  /** Where each person's list begins; not above 0 where it is empty, as that of a mentor without a seat. */
  readonly first: Int32Array;
  /** A pair in one 32-bit word: what is missing of the `most` there can be, above the partner. */
  readonly entries: Int32Array;
  /** Where a list goes on behind an entry: below 0 where it ends, 0 where nobody has looked. */
  readonly after: Int32Array;
  /** Where the pairs of each person with each fit begin, best fit first; 0 where there are none. */
  private readonly begins: Int32Array;

  constructor(instance: Instance, side: Side) {
    const { newcomers, mentors, rows, seats } = instance;
    const people = side === "mentors" ? mentors : newcomers;
    this.most = bestFit + (instance.bonus ?? 0);
    this.entries = new Int32Array((rows[newcomers] as number) + 1);
    this.after = new Int32Array(this.entries.length);
    this.begins = new Int32Array(people * (this.most + 1));
    this.putDown(instance, side === "mentors");
    this.first = new Int32Array(people).fill(end);
    for (let person = 0; person < people; person++) {
      if (side === "mentors" && seats[person] === 0) continue;
      this.first[person] = this.findFirst(person, 0);
    }
  }

  /** Where a person's list goes on behind the last entry of those that fit equally well. */
  findAfter(person: number, at: number): number {
    const found = this.findFirst(person, missingIn(this.entries[at] as number) + 1);
    this.after[at] = found;
    return found;
  }

  /** The first entry of a person that misses so much or more. */
  private findFirst(person: number, missing: number): number {
    const { begins, most } = this;
    const last = person * (most + 1) + most;
    for (let fit = last - most + missing; fit <= last; fit++) {
      if (begins[fit] !== 0) return begins[fit] as number;
    }
    return end;
  }

  /** From the last pair to the first, because each comes before those that are there. */
  private putDown({ newcomers, rows, possible, fits }: Instance, byMentor: boolean): void {
    const { begins, entries, after, most } = this;
    for (let newcomer = newcomers - 1; newcomer >= 0; newcomer--) {
      const start = rows[newcomer] as number;
      for (let at = rows[newcomer + 1] as number; at > start; at--) {
        const mentor = possible[at - 1] as number;
        const missing = most - (fits[at - 1] as number);
        const fit = (byMentor ? mentor : newcomer) * (most + 1) + missing;
        entries[at] = (missing << partnerBits) | (byMentor ? newcomer : mentor);
        after[at] = begins[fit] as number;
        begins[fit] = at;
      }
    }
  }
}
