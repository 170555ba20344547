import type { Profiles } from "./profile";

/** The best theme each mentor shares with one newcomer: the themes of all mentors stand in one list. */
export class ThemeRow {
  /** Where each mentor's themes begin, first choice first, and, last, where they end. */
  private readonly starts: Int32Array;
  private readonly themes: Int32Array;
  private readonly numbers = new Map<number, number>();
  /** How high the newcomer has put each theme, the first at 0; a rank worth nothing for those not chosen. */
  private readonly rankOf: Int32Array;
  /** What a theme is worth, by the newcomer's rank and then the mentor's. */
  private readonly values: Float64Array;
  private readonly ranks: number;
  private readonly notChosen: number;
  private chosen: readonly number[] = [];

  constructor(
    private readonly newcomers: Profiles["newcomers"],
    mentors: Profiles["mentors"],
    value: (rank: number, otherRank: number) => number,
  ) {
    this.starts = new Int32Array(mentors.length + 1);
    const themes: number[] = [];
    for (const [at, { person }] of mentors.entries()) {
      for (const theme of person.themes) themes.push(this.numbered(theme));
      this.starts[at + 1] = themes.length;
    }
    this.themes = Int32Array.from(themes);
    this.notChosen = most(newcomers);
    this.rankOf = new Int32Array(this.numbers.size).fill(this.notChosen);
    this.ranks = most(mentors);
    this.values = new Float64Array((this.notChosen + 1) * this.ranks);
    for (let at = 0; at < this.notChosen * this.ranks; at++) {
      this.values[at] = value(Math.floor(at / this.ranks), at % this.ranks);
    }
  }

  turnTo(newcomer: number): void {
    const { rankOf, numbers } = this;
    for (const theme of this.chosen) rankOf[numbers.get(theme) ?? -1] = this.notChosen;
    this.chosen = (this.newcomers[newcomer] as Profiles["newcomers"][number]).person.themes;
    // From the last one on, so that a theme named twice keeps the better of its ranks.
    for (let rank = this.chosen.length - 1; rank >= 0; rank--) {
      const number = numbers.get(this.chosen[rank] as number);
      if (number !== undefined) rankOf[number] = rank;
    }
  }

  with(mentor: number): number {
    const { starts, themes, rankOf, values, ranks } = this;
    const first = starts[mentor] as number;
    const end = starts[mentor + 1] as number;
    let best = 0;
    for (let at = first; at < end; at++) {
      const rank = rankOf[themes[at] as number] as number;
      best = Math.max(best, values[rank * ranks + at - first] as number);
    }
    return best;
  }

  private numbered(theme: number): number {
    const number = this.numbers.get(theme) ?? this.numbers.size;
    this.numbers.set(theme, number);
    return number;
  }
}

const most = (people: readonly { person: { themes: readonly number[] } }[]): number =>
  people.reduce((length, { person }) => Math.max(length, person.themes.length), 0);
