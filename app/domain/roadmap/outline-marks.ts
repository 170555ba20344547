/** A check box at the start of an item or a heading, or a struck title. */
export type Check = "open" | "done" | null;

/** What stands at the start of a list item. */
export type ItemMark = {
  /** What follows the mark. */
  text: string;
  /** "1.2.3" as numbers, for outlines whose depth is in the number. */
  path: number[] | null;
  /** False for "1.2 Words", which is only an item when it continues a numbering. */
  sure: boolean;
};

const doneSigns = "✅|☑|✔|☒|🗹|:white_check_mark:|:heavy_check_mark:|:ballot_box_with_check:";
const openSigns = "⬜|🔲|☐|◻|:white_large_square:|:black_square_button:";
const checkSign = `(?:${doneSigns}|${openSigns})\\ufe0f?`;
const leadingCheck = new RegExp(`^(?:\\[([ \\u00a0xX✓✔]?)\\](?=\\s|$)|(${checkSign}))\\s*`);
const trailingSign = new RegExp(`\\s*(${checkSign})$`);
const done = new RegExp(`^(?:${doneSigns})`);

/** Takes the check boxes off both ends of a title. "✅" at the end counts: people tick things off that way. */
export function takeChecks(text: string): { text: string; check: Check } {
  let rest = text.trim();
  let check: Check = null;
  for (;;) {
    const lead = leadingCheck.exec(rest);
    const trail = lead ? null : trailingSign.exec(rest.slice(-30));
    const found = lead ?? trail;
    if (!found) return { text: rest, check };
    const sign = (lead ? lead[2] : found[1]) ?? "";
    const ticked = lead && lead[2] === undefined ? /\S/.test(lead[1] ?? "") : done.test(sign);
    if (ticked || check === null) check = ticked ? "done" : "open";
    rest = lead ? rest.slice(lead[0].length) : rest.slice(0, rest.length - found[0].length);
  }
}

/** "[ ] …", "✅ …": a check box, with or without a bullet before it. */
export const startsWithCheck = (text: string): boolean => leadingCheck.test(text);

const bullets = /^(?:[-*+•◦▪▫‣●○■⁃·–](?:\s+|$))+/;
const numbered = /^(\d{1,9})[.)](?:\s+|$)/;
const dotted = /^\(?(\d{1,3}(?:\.\d{1,3}){1,6})(?:[.)]\s*|\s+)(?=\S)/;
const lettered = /^(?:\([a-z0-9]{1,3}\)|[a-z]\)|[ivx]{1,5}\))\s+(?=\S)/;

/** Reads "-", "*", "•", "1.", "1)", "(a)", "1.2.3" or a bare check box at the start of a line; null when it is no item. */
export function readItemMark(text: string): ItemMark | null {
  const bullet = bullets.exec(text)?.[0] ?? "";
  const rest = text.slice(bullet.length);
  const found = (bullet ? null : dotted.exec(rest)) ?? numbered.exec(rest);
  const mark = bullet + (found ?? lettered.exec(rest) ?? [""])[0];
  if (mark === "" && !startsWithCheck(text)) return null;
  const after = text.slice(mark.length).replace(/^#{1,6}\s+/, "");
  const path = bullet || found?.[1] === undefined ? null : found[1].split(".").map(Number);
  // "3.5 percent of us" is no item; "3.5." is, and so is "3.5 Percent" after an item 3: the reader of blocks decides.
  return { text: after, path, sure: bullet !== "" || path === null || path.length === 1 || /[.)]\s*$/.test(mark) };
}

/** "## Title ##" → level 2, "Title". Up to three columns of indent, and "##Title" too, as people write it. */
export function readHeading(text: string): { level: number; text: string } | null {
  const found = /^(#{1,9})(?:\s+|$)/.exec(text) ?? /^(#{2,6})(?=\p{L}|\[|\*)/u.exec(text);
  if (!found) return null;
  const title = text.slice(found[0].length);
  let end = title.length;
  while (title.charAt(end - 1) === "#") end -= 1;
  const closed = end === 0 || /\s/.test(title.charAt(end - 1));
  return { level: found[1]?.length ?? 1, text: (closed ? title.slice(0, end) : title).trim() };
}

/** "---", "* * *": a line across the page. */
export const isRule = (text: string): boolean => text.length < 500 && /^([-*_])(?:\s*\1){2,}$/.test(text);
