import type { Together } from "./fit-parts";
import { type Kinds, kindsOf } from "./kinds";
import type { Profile, Profiles } from "./profile";

/** People of both sides by what makes them alike. */
export type Alike = { newcomers: Kinds; mentors: Kinds };

export const alikeBy = ({ newcomers, mentors }: Profiles, key: (profile: Profile) => unknown): Alike => ({
  newcomers: kindsOf<Profile>(newcomers, key),
  mentors: kindsOf<Profile>(mentors, key),
});

/**
 * What one newcomer and each kind of mentor are to each other, in whole numbers: found once for all newcomers of a kind.
 * `read` writes it down for a newcomer, into a row of nothing but 0.
 */
export class AlikeRow {
  /** The kind of each mentor. */
  readonly kindOf: Int32Array;
  /** Rows that somebody else will ask for, and how many still will: keeping all would take more room than all the rest. */
  private readonly rows: (Int32Array | undefined)[] = [];
  private readonly awaited: Int32Array;
  /** The row of whoever has nobody alike: the same for all of them. */
  private readonly passing: Int32Array;

  /** `length` of a row: one number for each kind of mentor, if nothing else is said. */
  constructor(
    private readonly alike: Alike,
    private readonly read: (newcomer: number, row: Int32Array) => void,
    length = alike.mentors.firsts.length,
  ) {
    this.kindOf = alike.mentors.of;
    this.passing = new Int32Array(length);
    this.awaited = alike.newcomers.sizes.slice();
  }

  /** As `read` has written it. Ask once for each newcomer; the answer holds until the next is asked for. */
  of(newcomer: number): Int32Array {
    const kind = this.alike.newcomers.of[newcomer] as number;
    const known = this.rows[kind];
    const awaited = (this.awaited[kind] as number) - 1;
    this.awaited[kind] = awaited;
    const row = known ?? (awaited > 0 ? new Int32Array(this.passing.length) : this.passing.fill(0));
    if (!known) this.read(newcomer, row);
    this.rows[kind] = awaited > 0 ? row : undefined;
    return row;
  }
}

/** A row of what `value` says of two people, whatever else is different about them. */
export function valueRow(
  { newcomers, mentors }: Profiles,
  alike: Alike,
  value: (together: Together) => number,
): AlikeRow {
  return new AlikeRow(alike, (newcomerAt, row) => {
    const newcomer = newcomers[newcomerAt] as Together["newcomer"];
    for (const [kind, at] of alike.mentors.firsts.entries()) {
      row[kind] = value({ newcomer, mentor: mentors[at] as Together["mentor"], minutes: 0 });
    }
  });
}

/**
 * A row of those mentors of whom there is enough, a bit for each, so that it is known of 32 at once. `amounts`: how much of it
 * there is of each kind of mentor; `least`: how much is enough.
 */
export function enoughRow(alike: Alike, amounts: (newcomer: number) => Int32Array, least: number): AlikeRow {
  const { of } = alike.mentors;
  return new AlikeRow(
    alike,
    (newcomer, row) => {
      const amountOf = amounts(newcomer);
      for (let word = 0; word < row.length; word++) {
        const end = Math.min(of.length, 32 * word + 32);
        let bits = 0;
        for (let mentor = 32 * word; mentor < end; mentor++) {
          bits |= (1 + (((amountOf[of[mentor] as number] as number) - least) >> 31)) << (mentor & 31);
        }
        row[word] = bits;
      }
    },
    Math.ceil(of.length / 32),
  );
}

/**
 * A row of what amounts are worth. `amounts`: how much there is of each kind of mentor; `worth`: what so much counts, and more
 * than the last no more.
 */
export function worthRow(alike: Alike, amounts: (newcomer: number) => Int32Array, worth: Int32Array): AlikeRow {
  const last = worth.length - 1;
  return new AlikeRow(alike, (newcomer, row) => {
    const amountOf = amounts(newcomer);
    for (let kind = 0; kind < row.length; kind++) {
      const amount = amountOf[kind] as number;
      row[kind] = worth[amount < last ? amount : last] as number;
    }
  });
}

/** The kind of each mentor in each of some rows: mentor by mentor, so that all that is asked of one stands together. */
export function kindsByMentor(rows: readonly AlikeRow[], mentors: number): Int32Array {
  const kinds = new Int32Array(rows.length * mentors);
  for (let row = 0; row < rows.length; row++) {
    const { kindOf } = rows[row] as AlikeRow;
    for (let mentor = 0; mentor < mentors; mentor++) kinds[rows.length * mentor + row] = kindOf[mentor] as number;
  }
  return kinds;
}
