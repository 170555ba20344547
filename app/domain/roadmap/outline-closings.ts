import type { Line } from "./outline-lines";

/** The opening of a code block: three signs or more. */
export type Fence = { sign: "`" | "~"; length: number };

/** Reads "```js" or "~~~" at the start of a line, or null. */
export function readFence(text: string): Fence | null {
  const found = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(text.slice(0, 2000));
  if (!found) return null;
  return { sign: text.startsWith("`") ? "`" : "~", length: found[0].length };
}

/** Whether a line is nothing but the same sign, at least as often. */
export function closes(text: string, fence: Fence): boolean {
  return text.length >= fence.length && text === fence.sign.repeat(text.length);
}

/** By line: the longest closing fence of each sign further down, and the next line that ends a comment (or -1). */
export type Closings = { fence: Record<Fence["sign"], number[]>; comment: number[] };

/**
 * For each line, looking down: the longest closing fence of either sign, and the next line with a comment's end. Known
 * before the pass, so that ten thousand openings without an end cost no more than one.
 */
export function findClosings(lines: Line[]): Closings {
  const fence: Record<"`" | "~", number[]> = { "`": [], "~": [] };
  const comments: number[] = [];
  let longest = { "`": 0, "~": 0 };
  let comment = -1;
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const text = lines[i]?.text ?? "";
    const sign = text.charAt(0);
    if ((sign === "`" || sign === "~") && text.length >= 3 && text === sign.repeat(text.length)) {
      longest = { ...longest, [sign]: Math.max(longest[sign], text.length) };
    }
    if (text.includes("-->")) comment = i;
    fence["`"][i] = longest["`"];
    fence["~"][i] = longest["~"];
    comments[i] = comment;
  }
  return { fence, comment: comments };
}
