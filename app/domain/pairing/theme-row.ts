import { AlikeRow, alikeBy } from "./alike-row";
import type { Profiles } from "./profile";

/** What the best theme is worth that each kind of mentor shares with one newcomer: whoever chose a theme stands in its list. */
export function themeRow(profiles: Profiles, value: (rank: number, otherRank: number) => number): AlikeRow {
  const { newcomers, mentors } = profiles;
  const alike = alikeBy(profiles, ({ person }) => person.themes.join());
  /** For each theme the kinds of mentors who chose it, and how high, the first at 0. */
  const chosenBy = new Map<number, { kind: number; rank: number }[]>();
  for (const [kind, at] of alike.mentors.firsts.entries()) {
    for (const [rank, theme] of (mentors[at]?.person.themes ?? []).entries()) {
      const list = chosenBy.get(theme);
      if (list) list.push({ kind, rank });
      else chosenBy.set(theme, [{ kind, rank }]);
    }
  }
  const values = new Map<number, Int32Array>();
  const ranks = mentors.reduce((most, { person }) => Math.max(most, person.themes.length), 0);
  const valuesOf = (rank: number): Int32Array => {
    const known = values.get(rank) ?? Int32Array.from({ length: ranks }, (_, other) => value(rank, other));
    values.set(rank, known);
    return known;
  };
  return new AlikeRow(alike, (newcomer, row) => {
    for (const [rank, theme] of (newcomers[newcomer]?.person.themes ?? []).entries()) {
      const list = chosenBy.get(theme);
      if (!list) continue;
      const worth = valuesOf(rank);
      for (const { kind, rank: other } of list) {
        const shared = worth[other] as number;
        if (shared > (row[kind] as number)) row[kind] = shared;
      }
    }
  });
}
