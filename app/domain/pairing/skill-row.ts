import { AlikeRow, alikeBy } from "./alike-row";
import type { Profile, Profiles } from "./profile";
import { wordsIn } from "./word-sets";

/** How much each kind of mentor knows of what one newcomer wants to learn: whoever knows a skill stands in its list. */
export class SkillRow {
  /** How many of the newcomer's skills each kind of mentor knows. */
  readonly common: AlikeRow;
  private readonly newcomers: Profiles["newcomers"];
  /** What so many skills in common are worth, by how many are wanted. */
  private readonly worth = new Map<number, Int32Array>();

  constructor(
    profiles: Profiles,
    private readonly value: (common: number, wanted: number) => number,
  ) {
    const { newcomers, mentors } = profiles;
    this.newcomers = newcomers;
    const alike = alikeBy(profiles, ({ skills }) => skills);
    const knownBy = new Map<number, number[]>();
    for (const [kind, at] of alike.mentors.firsts.entries()) {
      for (const skill of wordsOf(mentors[at])) {
        const list = knownBy.get(skill);
        if (list) list.push(kind);
        else knownBy.set(skill, [kind]);
      }
    }
    this.common = new AlikeRow(alike, (newcomer, row) => {
      for (const skill of wordsOf(newcomers[newcomer])) {
        for (const kind of knownBy.get(skill) ?? nobody) row[kind] = (row[kind] as number) + 1;
      }
    });
  }

  /** What a newcomer gains from so many of their skills. */
  worthOf(newcomer: number): Int32Array {
    const wanted = this.newcomers[newcomer]?.skillCount ?? 0;
    const known =
      this.worth.get(wanted) ?? Int32Array.from({ length: wanted + 1 }, (_, common) => this.value(common, wanted));
    this.worth.set(wanted, known);
    return known;
  }
}

const wordsOf = (profile: Profile | undefined): number[] => (profile ? wordsIn(profile.skills) : []);
const nobody: readonly number[] = [];
