import type { Together } from "./fit-parts";
import { type Profile, type Profiles, placesById } from "./profile";

/**
 * What one newcomer and each mentor have between them: a wish, an earlier pair, that one would rather not. Few have, so
 * whoever names the other is noted beforehand, and of all the rest nothing is asked.
 */
export class BetweenRow {
  /** By mentor. */
  readonly now: Int32Array;
  /** For each newcomer the mentors they name, or who name them. */
  private readonly named = new Map<number, Set<number>>();
  private current: ReadonlySet<number> = nobody;

  constructor(
    private readonly profiles: Profiles,
    private readonly value: (together: Together) => number,
  ) {
    const { newcomers, mentors } = profiles;
    this.now = new Int32Array(mentors.length);
    if (!newcomers.some(namesSome) && !mentors.some(namesSome)) return;
    const newcomerAt = placesById(newcomers);
    const mentorAt = placesById(mentors);
    for (const [at, newcomer] of newcomers.entries()) {
      for (const id of namedBy(newcomer)) this.note(at, mentorAt.get(id));
    }
    for (const [at, mentor] of mentors.entries()) {
      for (const id of namedBy(mentor)) this.note(newcomerAt.get(id), at);
    }
  }

  /** Whether the newcomer has anything between them and anybody. */
  turnTo(newcomer: number): boolean {
    for (const mentor of this.current) this.now[mentor] = 0;
    this.current = this.named.get(newcomer) ?? nobody;
    for (const at of this.current) {
      this.now[at] = this.value({
        newcomer: this.profiles.newcomers[newcomer] as Together["newcomer"],
        mentor: this.profiles.mentors[at] as Together["mentor"],
        minutes: 0,
      });
    }
    return this.current.size > 0;
  }

  private note(newcomer: number | undefined, mentor: number | undefined): void {
    if (newcomer === undefined || mentor === undefined) return;
    const known = this.named.get(newcomer);
    if (known) known.add(mentor);
    else this.named.set(newcomer, new Set([mentor]));
  }
}

const namesSome = ({ wishes, workedWith, notWith }: Profile): boolean =>
  wishes.size > 0 || workedWith.size > 0 || notWith.size > 0;

const namedBy = ({ wishes, workedWith, notWith }: Profile): number[] => [...wishes, ...workedWith, ...notWith];

const nobody: ReadonlySet<number> = new Set();
