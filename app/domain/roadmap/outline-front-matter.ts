import { tidyLine } from "../text";
import type { Line } from "./outline-lines";
import type { UnreadLine } from "./outline-types";
import { shortenTitle } from "./titles";

const because = "These are settings for another tool. Write what matters as a sentence under a heading.";

/** `next` is the index of the first line after it; `lines` those that were understood: its frame, and its title. */
export type FrontMatter = { next: number; title: string | null; lines: number[]; unread: UnreadLine[] };

const none: FrontMatter = { next: 0, title: null, lines: [], unread: [] };

/** YAML settings between two "---" at the very top. Their title is the file's; the rest is reported. */
export function readFrontMatter(lines: Line[]): FrontMatter {
  if (lines[0]?.text !== "---") return none;
  const end = lines.slice(0, 200).findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)$/.test(line.text));
  const inside = lines.slice(1, Math.max(1, end)).filter((line) => line.text !== "");
  if (end < 0 || !/^[\w-]+\s*:/.test(inside[0]?.text ?? "")) return none;

  const titled = inside.find((line) => /^title\s*:\s*\S/i.test(line.text));
  const title = (titled?.text ?? "").replace(/^title\s*:\s*/i, "").replace(/^"(.*)"$|^'(.*)'$/, "$1$2");
  const settings = inside.filter((line) => line !== titled);
  return {
    next: end + 1,
    title: tidyLine(shortenTitle(title) ?? title) || null,
    lines: [1, end + 1, ...(titled ? [titled.number] : [])],
    unread: settings.map(({ number, text }) => ({ line: number, text, because })),
  };
}
