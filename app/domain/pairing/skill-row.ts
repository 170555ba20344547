import { AlikeRow, alikeBy } from "./alike-row";
import type { Profile, Profiles } from "./profile";
import { wordsIn } from "./word-sets";

/** What it is worth how much each kind of mentor knows of what one newcomer wants to learn: whoever knows a skill stands in its list. */
export function skillRow(profiles: Profiles, value: (common: number, wanted: number) => number): AlikeRow {
  const { newcomers, mentors } = profiles;
  const alike = alikeBy(profiles, ({ skills }) => skills);
  const knownBy = new Map<number, number[]>();
  for (const [kind, at] of alike.mentors.firsts.entries()) {
    for (const skill of wordsOf(mentors[at])) {
      const list = knownBy.get(skill);
      if (list) list.push(kind);
      else knownBy.set(skill, [kind]);
    }
  }
  /** What so many skills in common are worth, by how many are wanted. */
  const worths = new Map<number, Int32Array>();
  const worthOf = (wanted: number): Int32Array => {
    const known = worths.get(wanted) ?? Int32Array.from({ length: wanted + 1 }, (_, common) => value(common, wanted));
    worths.set(wanted, known);
    return known;
  };
  return new AlikeRow(alike, (at, row) => {
    const newcomer = newcomers[at];
    for (const skill of wordsOf(newcomer)) {
      for (const kind of knownBy.get(skill) ?? nobody) row[kind] = (row[kind] as number) + 1;
    }
    const worth = worthOf(newcomer?.skillCount ?? 0);
    for (let kind = 0; kind < row.length; kind++) row[kind] = worth[row[kind] as number] as number;
  });
}

const wordsOf = (profile: Profile | undefined): number[] => (profile ? wordsIn(profile.skills) : []);
const nobody: readonly number[] = [];
