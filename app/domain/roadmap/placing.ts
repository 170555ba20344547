import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";

/** The key of a thing that stands between two neighbours (null: before the first, after the last). */
export const keyBetween = (before: string | null, after: string | null): string => generateKeyBetween(before, after);

/** `count` keys in order, all between two neighbours (null: before the first, after the last). */
export const keysBetween = (before: string | null, after: string | null, count: number): string[] =>
  generateNKeysBetween(before, after, count);

/** `count` keys in order, all behind `last`. */
export const keysAfter = (last: string | null, count: number): string[] => generateNKeysBetween(last, null, count);

export const directions = ["up", "down"] as const;
export type Direction = (typeof directions)[number];

/**
 * The key that moves the thing at `index` of an ordered list one place up or down, or null where there is no such
 * place: a first thing asked to go up stays, and that is no error.
 */
export function keyForStep(keys: readonly string[], index: number, direction: Direction): string | null {
  const target = direction === "up" ? index - 1 : index + 1;
  if (index < 0 || target < 0 || target >= keys.length) return null;
  const [low, high] = direction === "up" ? [target - 1, target] : [target, target + 1];
  return keyBetween(keys[low] ?? null, keys[high] ?? null);
}

/** What a move did, as a sentence: "The task moved up.", "The task is last already." */
export function movedWords(what: string, direction: Direction, moved: boolean): string {
  if (moved) return `${what} moved ${direction}.`;
  return `${what} is ${direction === "up" ? "first" : "last"} already.`;
}
