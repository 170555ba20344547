import { foldWords } from "../fold";

/** Languages people are likely to write in their own words. */
const ownNames =
  "ar bg bn ca cs cy da de el es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka ko lt lv ms nl no pl pt ro ru sk sl sq sr sv sw ta te th tl tr uk ur vi zh";

/** Names that CLDR files under another. */
const otherNames = [
  ["mandarin", "zh"],
  ["farsi", "fa"],
  ["castilian", "es"],
] as const;

const english = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

let known: Map<string, string> | undefined;

/** Every name of a language, folded, with its code: two-letter codes in English, common ones in their own words too. */
function names(): Map<string, string> {
  if (known) return known;
  const made = new Map<string, string>(otherNames);
  const letters = "abcdefghijklmnopqrstuvwxyz";
  for (const first of letters) {
    for (const second of letters) {
      const code = Intl.getCanonicalLocales(first + second)[0] ?? "";
      const name = english.of(code);
      if (name && !made.has(foldWords(name))) made.set(foldWords(name), code);
    }
  }
  for (const code of ownNames.split(" ")) {
    const name = new Intl.DisplayNames(code, { type: "language", fallback: "none" }).of(code);
    if (name) made.set(foldWords(name), Intl.getCanonicalLocales(code)[0] ?? code);
  }
  known = made;
  return made;
}

/** `"Catalan"`, `"català"`, `"ca"` → `"ca"`: the ISO 639 code two people are compared by. Null for what is no language. */
export function readLanguage(text: string): string | null {
  const word = foldWords(text);
  if (/^[a-z]{2,3}$/.test(word)) {
    const code = Intl.getCanonicalLocales(word)[0] ?? "";
    if (english.of(code)) return code;
  }
  return names().get(word) ?? null;
}

/** A code in English: "Catalan". */
export const languageName = (code: string): string => english.of(code) ?? code;
