import type { Profiles } from "./profile";
import { countBits, type WordSet } from "./word-sets";

/** How much each mentor knows of what one newcomer wants to learn: the skills of all mentors stand in one list. */
export class SkillRow {
  private readonly words: number;
  private readonly known: Int32Array;
  private wanted: WordSet = new Int32Array(0);
  /** What so many skills in common are worth to the newcomer. */
  private readonly values: Float64Array;

  constructor(
    private readonly newcomers: Profiles["newcomers"],
    mentors: Profiles["mentors"],
    private readonly value: (common: number, wanted: number) => number,
  ) {
    this.words = mentors[0]?.skills.length ?? 0;
    this.known = new Int32Array(this.words * mentors.length);
    for (const [at, { skills }] of mentors.entries()) this.known.set(skills, at * this.words);
    this.values = new Float64Array(32 * this.words + 1);
  }

  turnTo(newcomer: number): void {
    const { skills, skillCount } = this.newcomers[newcomer] as Profiles["newcomers"][number];
    this.wanted = skills;
    for (let common = 0; common <= skillCount; common++) this.values[common] = this.value(common, skillCount);
  }

  with(mentor: number): number {
    const { words, wanted, known } = this;
    let common = 0;
    for (let word = 0; word < words; word++) {
      common += countBits((wanted[word] as number) & (known[mentor * words + word] as number));
    }
    return this.values[common] as number;
  }
}
