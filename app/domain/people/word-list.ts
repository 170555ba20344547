import { limits } from "../limits";
import { graphemes, tidyLine } from "../text";
import { readLanguage } from "./languages";

/** Words with commas, semicolons or lines between them, each once, in the order they were written. */
export const splitWords = (text: string): string[] => [
  ...new Map(
    text
      .split(/[,;\n]/)
      .map(tidyLine)
      .filter((word) => word !== "")
      .map((word) => [word.toLowerCase(), word] as const),
  ).values(),
];

/**
 * Skills as they are kept and compared: in small letters. Refused: more than `limits.wordsMost`, or one too long. `what`
 * begins the sentence: "Skills".
 */
export function readSkills(text: string, what: string): { ok: true; words: string[] } | { ok: false; because: string } {
  const words = splitWords(text).map((word) => word.toLowerCase());
  if (words.length > limits.wordsMost) {
    return {
      ok: false,
      because: `${what}: up to ${limits.wordsMost} are kept (you have ${words.length}). Name the ones that matter here.`,
    };
  }
  const long = words.find((word) => graphemes(word) > limits.wordGraphemes);
  if (long)
    return {
      ok: false,
      because: `“${long.slice(0, 40)}…” is too long: name a skill in a few words, ${limits.wordGraphemes} characters at most.`,
    };
  return { ok: true, words };
}

/**
 * Languages as the codes they are compared by. Refused: a word that is no language (named), or too many. Without any, the
 * list is empty.
 */
export function readLanguages(text: string): { ok: true; codes: string[] } | { ok: false; because: string } {
  const words = splitWords(text);
  const unknown = words.find((word) => readLanguage(word) === null);
  if (unknown !== undefined) {
    const because = `“${unknown.slice(0, 40)}” is not a language we know. Write its English name, such as Catalan, or its code, such as ca.`;
    return { ok: false, because };
  }
  if (words.length > limits.wordsMost) {
    return { ok: false, because: `Up to ${limits.wordsMost} languages are kept (you have ${words.length}).` };
  }
  return { ok: true, codes: [...new Set(words.flatMap((word) => readLanguage(word) ?? []))] };
}
