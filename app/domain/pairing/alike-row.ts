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
 * What one newcomer and each kind of mentor are to each other: it is found for two of a kind, whatever else is different, and
 * stands for all of theirs.
 */
export class AlikeRow {
  private readonly rows: (Float64Array | undefined)[] = [];
  /** By kinds of mentors. */
  now: Float64Array = new Float64Array(0);

  constructor(
    private readonly profiles: Profiles,
    private readonly alike: Alike,
    private readonly value: (together: Together) => number,
  ) {}

  turnTo(newcomer: number): void {
    const kind = this.alike.newcomers.of[newcomer] as number;
    this.now = this.rows[kind] ??= this.read(newcomer);
  }

  at(kind: number): number {
    return this.now[kind] as number;
  }

  private read(newcomerAt: number): Float64Array {
    const newcomer = this.profiles.newcomers[newcomerAt] as Together["newcomer"];
    return Float64Array.from(this.alike.mentors.firsts, (at) =>
      this.value({ newcomer, mentor: this.profiles.mentors[at] as Together["mentor"], minutes: 0 }),
    );
  }
}
