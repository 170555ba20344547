import { foldWords } from "../fold";
import { limits } from "../limits";
import { tidyLine } from "../text";
import { firstGraphemes, fits } from "./graphemes";

/** True when nothing of a title can be seen. */
export const isInvisible = (title: string): boolean => tidyLine(title) === "";

/**
 * A title as it is compared: case, accents, punctuation and spaces are folded, so that "Two-factor " and "two factor" are
 * one. A title of nothing but punctuation is compared as it is.
 */
export function foldTitle(title: string): string {
  const words = foldWords(title)
    .replace(/[\p{P}\p{Cf}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return words || title.trim();
}

/**
 * A title cut at a word to `limits.titleGraphemes`, the last of them "…", or null when it fits as it is. A title that is
 * one long word is cut inside it.
 */
export function shortenTitle(title: string): string | null {
  if (fits(title, limits.titleGraphemes)) return null;
  const head = firstGraphemes(title, limits.titleGraphemes - 1);
  const atWord = /\s/.test(title.charAt(head.length)) ? head : head.replace(/\s+\S*$/, "");
  return `${(atWord || head).trimEnd()}…`;
}
