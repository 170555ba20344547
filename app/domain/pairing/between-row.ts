import type { Together } from "./fit-parts";
import { type Profile, type Profiles, placesById } from "./profile";

/**
 * What one newcomer and each mentor have between them: a wish, an earlier pair, that one would rather not. Few have, so
 * whoever names the other is noted beforehand, and of all the rest nothing is asked.
 */
export class BetweenRow {
  /** For each newcomer the mentors they name, or who name them. */
  private readonly named = new Map<number, Set<number>>();
  private readonly row: Float64Array;
  private current: ReadonlySet<number> = nobody;

  constructor(
    private readonly profiles: Profiles,
    names: (profile: Profile) => ReadonlySet<number>,
    private readonly value: (together: Together) => number,
  ) {
    const { newcomers, mentors } = profiles;
    this.row = new Float64Array(mentors.length);
    const newcomerAt = placesById(newcomers);
    const mentorAt = placesById(mentors);
    for (const [at, newcomer] of newcomers.entries()) {
      for (const id of names(newcomer)) this.note(at, mentorAt.get(id));
    }
    for (const [at, mentor] of mentors.entries()) {
      for (const id of names(mentor)) this.note(newcomerAt.get(id), at);
    }
  }

  /** Whether the newcomer has anything between them and anybody. */
  turnTo(newcomer: number): boolean {
    for (const mentor of this.current) this.row[mentor] = 0;
    this.current = this.named.get(newcomer) ?? nobody;
    for (const at of this.current) {
      const mentor = this.profiles.mentors[at] as Together["mentor"];
      this.row[at] = this.value({
        newcomer: this.profiles.newcomers[newcomer] as Together["newcomer"],
        mentor,
        minutes: 0,
      });
    }
    return this.current.size > 0;
  }

  with(mentor: number): number {
    return this.row[mentor] as number;
  }

  private note(newcomer: number | undefined, mentor: number | undefined): void {
    if (newcomer === undefined || mentor === undefined) return;
    this.named.set(newcomer, (this.named.get(newcomer) ?? new Set()).add(mentor));
  }
}

const nobody: ReadonlySet<number> = new Set();
