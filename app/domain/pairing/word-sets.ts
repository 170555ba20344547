import { foldWords } from "../fold";

/** A set of words, a bit for each: what two people have in common is then counted at once. */
export type WordSet = Int32Array;

/** The sets of several people's words, comparable with one another. Case, accents and space make no difference. */
export function wordSets(people: readonly (readonly string[])[]): WordSet[] {
  const numbers = new Map<string, number>();
  /** As they were written: folding takes longer than all the rest, and many write alike. */
  const known = new Map<string, number>();
  const numberOf = (word: string): number => {
    const folded = foldWords(word);
    const number = numbers.get(folded) ?? numbers.size;
    numbers.set(folded, number);
    known.set(word, number);
    return number;
  };
  const numbered = people.map((words) => words.map((word) => known.get(word) ?? numberOf(word)));
  return numbered.map((words) => {
    const set = new Int32Array(Math.ceil(numbers.size / 32));
    for (const number of words) set[number >> 5] = (set[number >> 5] as number) | (1 << (number & 31));
    return set;
  });
}

export function countCommon(one: WordSet, other: WordSet): number {
  let count = 0;
  for (let at = 0; at < one.length; at++) count += countBits((one[at] as number) & (other[at] as number));
  return count;
}

export function hasCommon(one: WordSet, other: WordSet): boolean {
  for (let at = 0; at < one.length; at++) if (((one[at] as number) & (other[at] as number)) !== 0) return true;
  return false;
}

/** Counts in pairs, fours and eights at once (Warren, *Hacker's Delight*, 2002, figure 5-2). */
export function countBits(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  count = (count + (count >>> 4)) & 0x0f0f0f0f;
  return Math.imul(count, 0x01010101) >>> 24;
}
