import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import { limits } from "../limits";

/** The key of a thing that stands between two neighbours (null: before the first, after the last). */
export const keyBetween = (before: string | null, after: string | null): string => generateKeyBetween(before, after);

/** `count` keys in order, all between two neighbours (null: before the first, after the last). */
export const keysBetween = (before: string | null, after: string | null, count: number): string[] =>
  generateNKeysBetween(before, after, count);

/** `count` keys in order, all behind `last`. They are short, however long `last` is. */
export const keysAfter = (last: string | null, count: number): string[] => generateNKeysBetween(last, null, count);

/** Whether a key has grown so long that its place is given short ones again: one gap was chosen some hundred times. */
export const isLongKey = (key: string): boolean => key.length > limits.positionKeyCharacters;

/**
 * Short keys for a whole place, with a gap of `count` more behind the thing at `low` (null: before the first). All lie
 * behind every key of the place, so that each can be written while the old ones still stand.
 */
export function spreadKeys(
  keys: readonly string[],
  low: string | null,
  count: number,
): { keys: string[]; gap: string[] } {
  const fresh = keysAfter(keys.at(-1) ?? null, keys.length + count);
  const at = low === null ? 0 : keys.indexOf(low) + 1;
  return { keys: [...fresh.slice(0, at), ...fresh.slice(at + count)], gap: fresh.slice(at, at + count) };
}

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
