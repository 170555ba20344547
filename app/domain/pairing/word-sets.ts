import { foldWords } from "../fold";

/** A set of words, a bit for each: what two people have in common is then counted at once. */
export type WordSet = Int32Array;

/**
 * The sets of several people's words, comparable with one another; who has the same words has the same set, the very one. Case,
 * accents and space make no difference.
 */
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
  const lists = people.map((words) => words.map((word) => known.get(word) ?? numberOf(word)));
  const sets = new Map<number | string, WordSet>();
  return lists.map((list) => {
    const key = keyOf(list);
    const found = sets.get(key) ?? setOf(list, numbers.size, sets);
    sets.set(key, found);
    return found;
  });
}

const keyOf = (list: readonly number[]): number | string => (list.length === 1 ? (list[0] as number) : list.join());

/** The set of some words by their numbers; one that was made of the same words in another order before, if there is one. */
function setOf(list: readonly number[], words: number, sets: Map<number | string, WordSet>): WordSet {
  const key = keyOf([...new Set(list)].sort((a, b) => a - b));
  const known = sets.get(key);
  if (known) return known;
  const set = new Int32Array(Math.ceil(words / 32));
  for (const number of list) set[number >> 5] = (set[number >> 5] as number) | (1 << (number & 31));
  sets.set(key, set);
  return set;
}

/** The words of a set, by their numbers, ascending. */
export function wordsIn(set: WordSet): number[] {
  const words: number[] = [];
  for (let at = 0; at < set.length; at++) {
    for (let bits = set[at] as number; bits !== 0; bits &= bits - 1)
      words.push(32 * at + 31 - Math.clz32(bits & -bits));
  }
  return words;
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
