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

/** Languages as the codes they are compared by; `getsByIn`: those of them that somebody only gets by in. */
export type Languages = { codes: string[]; getsByIn: string[] };

const aLittle = /\s*\((?:a little|a bit|some|basic)\)$/i;

/**
 * Languages as people write them: "Catalan, Spanish (a little)". Refused: a word that is no language (named), or too many.
 * Without any, the lists are empty; a language that stands there twice is spoken as the first one says.
 */
export function readLanguages(text: string): ({ ok: true } & Languages) | { ok: false; because: string } {
  const written = splitWords(text).map((word) => ({ word: word.replace(aLittle, ""), little: aLittle.test(word) }));
  const words = written.map(({ word }) => word);
  const unknown = words.find((word) => readLanguage(word) === null);
  if (unknown !== undefined) {
    const because = `“${unknown.slice(0, 40)}” is not a language we know. Write its English name, such as Catalan, or its code, such as ca.`;
    return { ok: false, because };
  }
  if (words.length > limits.wordsMost) {
    return { ok: false, because: `Up to ${limits.wordsMost} languages are kept (you have ${words.length}).` };
  }
  const spoken = new Map<string, boolean>();
  for (const { word, little } of written) {
    const code = readLanguage(word);
    if (code !== null && !spoken.has(code)) spoken.set(code, little);
  }
  const codes = [...spoken.keys()];
  return { ok: true, codes, getsByIn: codes.filter((code) => spoken.get(code)) };
}

/** Languages by `nameOf`, as {@link readLanguages} reads them. */
export const writeLanguages = (
  codes: readonly string[],
  getsByIn: readonly string[],
  nameOf: (code: string) => string,
): string => codes.map((code) => `${nameOf(code)}${getsByIn.includes(code) ? " (a little)" : ""}`).join(", ");
