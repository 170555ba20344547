const and = new Intl.ListFormat("en-GB", { type: "conjunction" });
const or = new Intl.ListFormat("en-GB", { type: "disjunction" });
const languageNames = new Intl.DisplayNames(["en"], { type: "language" });

/** "docs", "docs and css", "docs, css and typing". */
export const listed = (words: readonly string[]): string =>
  words.length === 1 ? (words[0] as string) : and.format(words);

/** "Spanish", "Spanish or Catalan". */
export const either = (words: readonly string[]): string => or.format(words);

/** "4 shared hours", "2½ shared hours": rounded down to half hours, so that the words never promise more. */
export function hoursInWords(minutes: number, kind = "shared "): string {
  const halves = Math.floor(minutes / 30);
  if (halves === 0) return `${minutes} ${kind}minutes`;
  const whole = Math.floor(halves / 2);
  const count = `${whole === 0 ? "" : whole}${halves % 2 === 1 ? "½" : ""}`;
  return `${count} ${kind}hour${halves <= 2 ? "" : "s"}`;
}

/** "Spanish" for "es"; what is no code of a language stays as it was written. */
export function languageInWords(language: string): string {
  const code = language.trim().toLowerCase();
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(code)) return language.trim();
  return languageNames.of(code) ?? language.trim();
}
