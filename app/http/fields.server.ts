import { z } from "zod";
import { limits } from "../domain/limits";
import { graphemes, tidy, tidyLine, unitsPerGrapheme } from "../domain/text";

/**
 * The kinds of form field. Each takes what a browser sends (a string, or nothing) and gives the domain's value, or
 * refuses with the sentence that stands beside the field.
 */

const sent = z.string().default("");

const within = (what: string, most: number) => (text: string, refuse: z.RefinementCtx) => {
  const room = `${what} must be ${most.toLocaleString("en")} characters or fewer`;
  if (text.length > most * unitsPerGrapheme) {
    // Counting that would take a while, and help nobody.
    refuse.addIssue(`${room} (you have far more).`);
    return;
  }
  const length = graphemes(text);
  if (length > most) refuse.addIssue(`${room} (you have ${length.toLocaleString("en")}).`);
};

/** One line that must be there. `what` starts the sentence: "Title". */
export const line = (what: string, missing: string, most: number = limits.titleGraphemes) =>
  sent
    .transform(tidyLine)
    .superRefine((text, refuse) => {
      if (text === "") refuse.addIssue(missing);
    })
    .superRefine(within(what, most));

/** One line that may be empty. */
export const optionalLine = (what: string, most: number = limits.titleGraphemes) =>
  sent.transform(tidyLine).superRefine(within(what, most));

/** Several lines of prose; may be empty. */
export const prose = (what: string, most: number = limits.textGraphemes) =>
  sent.transform(tidy).superRefine(within(what, most));

/** Several lines of prose that must be there. */
export const requiredProse = (what: string, missing: string, most: number = limits.textGraphemes) =>
  prose(what, most).superRefine((text, refuse) => {
    if (text === "") refuse.addIssue(missing);
  });

/** One of a list of words. */
export const choice = <const Words extends readonly [string, ...string[]]>(words: Words, missing: string) =>
  z.enum(words, { error: missing });

/** A positive whole number in plain digits (an id, a revision), or null when nothing was chosen. */
export const optionalId = (wrong: string) =>
  sent.transform((text, refuse) => {
    if (text.trim() === "") return null;
    const id = readId(text);
    if (id === null) refuse.addIssue(wrong);
    return id;
  });

/** The revision of the thing that the writer saw, from a hidden field. */
export const seen = sent.transform((text, refuse) => {
  const rev = readId(text);
  if (rev === null) {
    refuse.addIssue("The form lost track of which version it was for. Open it again.");
    return 0;
  }
  return rev;
});

/** `"42"` → 42. Null for anything but plain digits from 1 to 2^31 - 1: `0`, `-1`, `1.5`, `1e3`, `0x10`, `١٢`. */
export function readId(text: string | undefined): number | null {
  if (!text || !/^[1-9][0-9]{0,9}$/.test(text)) return null;
  const id = Number(text);
  return id <= 2_147_483_647 ? id : null;
}

/** The number of a task as people write it: "12", "#12", "task 12". Null for other words. */
export const taskNumber = (words: string): number | null => readId(/^(?:task\s*)?#?\s*(\d+)$/i.exec(words.trim())?.[1]);

/**
 * An e-mail address, as typed but for the spaces around it. Stricter than the RFC where mail servers are: one `@`, a
 * domain with a dot, no spaces, quotes, line breaks or control characters.
 */
export const email = sent
  .transform((text) => text.trim())
  .superRefine((text, refuse) => {
    if (text === "") refuse.addIssue("Write your e-mail address: it is what you sign in with.");
    else if (
      text.length > limits.emailCharacters ||
      !/^[^\s@"'<>(),;:\\[\]\u0000-\u0020\u007f]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.[\p{L}]{2,63}$/u.test(
        text,
      ) ||
      text.includes("..")
    ) {
      refuse.addIssue("That does not look like an e-mail address. It should look like name@example.org.");
    }
  });

/** What somebody writes when they claim a task; may be empty. */
export const claimNote = prose("The note", limits.claimNoteGraphemes);

/** What a choice offers, as far as a form is concerned. */
export type Chosen = { id: number };

/** One of these by its id, or null for nobody. */
export const oneOf = (options: readonly Chosen[], wrong: string) =>
  optionalId(wrong).superRefine((id, refuse) => {
    if (id !== null && !options.some((option) => option.id === id)) refuse.addIssue(wrong);
  });

/** One of these members by their id, or null for nobody. */
export const member = (members: readonly Chosen[]) =>
  oneOf(members, "Choose somebody from the list, or nobody. They may have left meanwhile.");
