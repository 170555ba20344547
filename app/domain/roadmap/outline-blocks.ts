import { tidyLine } from "../text";
import type { FieldName } from "./outline-fields";
import { readFieldLine } from "./outline-fields";
import { readHtml } from "./outline-html";
import type { Line } from "./outline-lines";
import { type ItemMark, isRule, readHeading, readItemMark, startsWithCheck } from "./outline-marks";
import { isDelimiter, readTable, type Table } from "./outline-tables";
import type { UnreadLine } from "./outline-types";
import { foldLabel } from "./plain-text";
import { shortenTitle } from "./titles";

/** What stands in a file, one after the other, before anything is known about what belongs to what. */
export type Block =
  | { is: "blank" }
  | { is: "heading"; level: number; text: string; underlined: boolean; lines: number[] }
  /** A short line such as "Open questions:" or "**Two-factor**" right above a list. */
  | { is: "label"; text: string; line: Line }
  | { is: "item"; mark: ItemMark; line: Line; indent: number }
  | { is: "field"; name: FieldName; value: string; region: Line[]; line: Line }
  /** Verbatim prose (code, quotes) never runs on from a title. */
  | { is: "prose"; line: Line; verbatim: boolean }
  | { is: "table"; table: Table }
  /** A rule ends the list above it; a bare tag does not. */
  | { is: "layout"; line: Line; ends: boolean }
  /** The end of an HTML <details>. */
  | { is: "end of details"; line: Line };

export type Blocks = {
  blocks: Block[];
  title: string | null;
  /** The lines of the front matter that were understood: its frame, and its title. */
  frontLines: number[];
  definitions: Map<string, { target: string; line: Line }>;
  unread: UnreadLine[];
};

const comment = "This is a comment, which readers do not see. Write it as a sentence to keep it.";
const emptyHeading = "This heading has no words. Give it a few words.";
const frontMatter = "These are settings for another tool. Write what matters as a sentence under a heading.";

/** Reads the lines into blocks, in one pass: looking ahead is either one line or a run that is then taken whole. */
export function readBlocks(lines: Line[]): Blocks {
  const blocks: Block[] = [];
  const unread: UnreadLine[] = [];
  const definitions: Blocks["definitions"] = new Map();
  const closings = findClosings(lines);
  const front = readFrontMatter(lines, unread);
  const hasHeadings = lines.some(
    (line) => readHeading(line.text) !== null || /^(?:={2,}|<h[1-6])/.test(line.text.slice(0, 20)),
  );
  let htmlDepth = 0;
  let inDetails = 0;
  let i = front.next;

  while (i < lines.length) {
    let line = lines[i];
    if (!line) break;
    const next = lines[i + 1];

    if (line.text.startsWith("<!--")) {
      const end = line.text.indexOf("-->", 4);
      const last = end >= 0 ? i : (closings.comment[i + 1] ?? -1);
      if (last >= 0) {
        for (const hidden of lines.slice(i, last)) report(hidden, hidden.text);
        const closing = lines[last] ?? line;
        const cut = closing.text.indexOf("-->", last === i ? 4 : 0) + 3;
        report(closing, closing.text.slice(0, cut));
        lines[last] = { ...closing, text: closing.text.slice(cut).trim() };
        i = lines[last]?.text === "" ? last + 1 : last;
        continue;
      }
    }

    const fence = readFence(line.text);
    if (line.text === "") blocks.push({ is: "blank" });
    else if (fence && (closings.fence[fence.sign]?.[i + 1] ?? 0) >= fence.length) {
      do {
        blocks.push({ is: "prose", line, verbatim: true });
        i += 1;
        line = lines[i] ?? line;
      } while (i < lines.length && !closes(line.text, fence));
      blocks.push({ is: "prose", line, verbatim: true });
    } else if (line.text.startsWith(">") || fence) blocks.push({ is: "prose", line, verbatim: true });
    else readLine(line, next);
    i += 1;
  }
  return { blocks, unread, definitions, title: front.title, frontLines: front.lines };

  function report(line: Line, text: string): void {
    if (text.trim() !== "") unread.push({ line: line.number, text: text.trim(), because: comment });
  }

  function readLine(line: Line, next: Line | undefined): void {
    const heading = line.indent <= 3 ? readHeading(line.text) : null;
    if (heading?.text === "") {
      unread.push({ line: line.number, text: line.text, because: emptyHeading });
      return;
    }
    if (heading) {
      blocks.push({ is: "heading", ...heading, underlined: false, lines: [line.number] });
      return;
    }
    if (line.text.startsWith("<") && readTags(line)) return;
    if (line.indent < 2 && line.text.includes("|") && next && isDelimiter(next.text)) {
      const table = readTable(lines, i);
      if (table) {
        blocks.push({ is: "table", table });
        i = table.last;
        return;
      }
    }
    if (isRule(line.text)) {
      blocks.push({ is: "layout", line, ends: true });
      return;
    }
    const mark = readItemMark(line.text);
    if (mark && (mark.sure || continuesNumbering(mark))) {
      return void blocks.push({ is: "item", mark, line, indent: line.indent });
    }
    const definition = /^\[([^\]^[][^\][]{0,199})\]:\s*(\S+)(?:\s+["'(].*)?$/.exec(line.text);
    if (definition?.[1] && definition[2]) {
      const label = foldLabel(definition[1]);
      if (!definitions.has(label)) return void definitions.set(label, { target: definition[2], line });
    }
    if (underlines(line, next)) {
      const level = next?.text.startsWith("=") ? 1 : 2;
      blocks.push({ is: "heading", level, text: line.text, underlined: true, lines: [line.number, line.number + 1] });
      i += 1;
      return;
    }
    if (!hasHeadings && isBoldLine(line, next)) {
      blocks.push({ is: "heading", level: 2, text: line.text, underlined: false, lines: [line.number] });
      return;
    }
    if (isLabel(line)) return void blocks.push({ is: "label", text: line.text.replace(/[:：]([*_]*)$/, "$1"), line });
    const field = readFieldLine(line.text);
    if (!field) return void blocks.push({ is: "prose", line, verbatim: false });
    const region = readRegion(line, field.value === "");
    blocks.push({ is: "field", ...field, region, line });
    i += region.length;
  }

  /** "1.2 Words" after an open 1 or 1.1: the numbering goes on. */
  function continuesNumbering(mark: ItemMark): boolean {
    for (let back = blocks.length - 1; back >= Math.max(0, blocks.length - 20); back -= 1) {
      const block = blocks[back];
      if (block?.is === "heading" || block?.is === "label") return false;
      if (block?.is !== "item" || !block.mark.path) continue;
      const parent = mark.path?.slice(0, -1).join(".");
      const path = block.mark.path;
      return (
        path.join(".") === parent ||
        path
          .slice(0, mark.path?.length ?? 0)
          .slice(0, -1)
          .join(".") === parent
      );
    }
    return false;
  }

  /** A paragraph of one line with "===" or "---" under it. */
  function underlines(line: Line, next: Line | undefined): boolean {
    const before = blocks.at(-1)?.is;
    const alone = before !== "prose" && before !== "field" && before !== "item";
    return (
      alone &&
      line.indent <= 3 &&
      !!next &&
      next.indent <= line.indent &&
      /^(?:={2,}|-{2,})$/.test(next.text.slice(0, 200))
    );
  }

  /** In a file without headings, a bold line that stands alone is one. */
  function isBoldLine(line: Line, next: Line | undefined): boolean {
    const alone =
      blocks.at(-1)?.is !== "prose" && (next === undefined || next.text === "" || readItemMark(next.text) !== null);
    return line.indent < 2 && alone && isBold(line.text);
  }

  function isLabel(line: Line): boolean {
    if (line.indent >= 2 || line.text.length > 100 || blocks.at(-1)?.is === "prose") return false;
    const bold = isBold(line.text);
    const named = /[:：]\**$/.test(line.text) && line.text.split(/\s+/).length <= 4;
    if (!bold && !named) return false;
    let at = i + 1;
    while (lines[at]?.text === "") at += 1;
    const below = lines[at];
    if (!below || at > i + 3 || (below.indent > line.indent && readFieldLine(line.text))) return false;
    return (
      (below.indent < 4 && readItemMark(below.text)?.sure === true) ||
      (below.text.includes("|") && isDelimiter(lines[at + 1]?.text ?? ""))
    );
  }

  /**
   * The lines that belong to a field: those deeper than it. A field with nothing after its colon also takes the plain
   * bullets right below it at its own depth, as people write criteria.
   */
  function readRegion(field: Line, empty: boolean): Line[] {
    let end = i + 1;
    for (let at = i + 1; at < lines.length; at += 1) {
      const line = lines[at];
      if (!line) break;
      if (line.text === "") continue;
      const bullets =
        empty && field.indent >= 2 && line.indent === field.indent && at === end && isPlainBullet(line.text);
      if (line.indent <= field.indent && !bullets) break;
      if (!empty && (startsWithCheck(readItemMark(line.text)?.text ?? "") || at > end)) break;
      end = at + 1;
    }
    return lines.slice(i + 1, end);
  }

  function readTags(line: Line): boolean {
    const html = readHtml(line.text);
    if (!html) return false;
    if (html.is === "heading")
      blocks.push({ is: "heading", level: html.level, text: html.text, underlined: false, lines: [line.number] });
    else if (html.is === "item") {
      const indent = line.indent > 0 && htmlDepth === 0 ? line.indent : Math.max(0, htmlDepth - 1) * 2;
      const mark: ItemMark = { text: html.text, path: null, sure: true };
      blocks.push({ is: "item", mark, line, indent });
    } else if (html.is === "summary") {
      inDetails += 1;
      blocks.push({ is: "label", text: html.text, line });
    } else if (html.is === "end of details" && inDetails > 0) {
      inDetails -= 1;
      blocks.push({ is: "end of details", line });
    } else blocks.push({ is: "layout", line, ends: false });
    htmlDepth = Math.min(20, Math.max(0, htmlDepth + html.deeper));
    return true;
  }
}

const isBold = (text: string): boolean => /^(\*\*|__)[^*_]+\1[:：]?$/.test(text.slice(0, 300));

const isPlainBullet = (text: string): boolean => {
  const mark = readItemMark(text);
  return mark?.sure === true && !startsWithCheck(mark.text) && !readFieldLine(mark.text);
};

type Fence = { sign: "`" | "~"; length: number };

function readFence(text: string): Fence | null {
  const found = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(text.slice(0, 2000));
  if (!found) return null;
  return { sign: text.startsWith("`") ? "`" : "~", length: found[0].length };
}

function closes(text: string, fence: Fence): boolean {
  return text.length >= fence.length && text === fence.sign.repeat(text.length);
}

/**
 * For each line, looking down: the longest closing fence of either sign, and the next line with a comment's end. Known
 * before the pass, so that ten thousand openings without an end cost no more than one.
 */
function findClosings(lines: Line[]): { fence: Record<"`" | "~", number[]>; comment: number[] } {
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

/** YAML settings between two "---" at the very top. Their title is the file's; the rest is reported. */
function readFrontMatter(lines: Line[], unread: UnreadLine[]): { next: number; title: string | null; lines: number[] } {
  const end =
    lines[0]?.text === "---"
      ? lines.slice(0, 200).findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)$/.test(line.text))
      : -1;
  const inside = lines.slice(1, Math.max(1, end));
  const looksLikeSettings = /^[\w-]+\s*:/.test(inside.find((line) => line.text !== "")?.text ?? "");
  if (end < 0 || !looksLikeSettings) return { next: 0, title: null, lines: [] };
  let title: string | null = null;
  const understood = [1, end + 1];
  for (const line of inside) {
    const named: string | undefined = title === null ? /^title\s*:\s*(.+)$/i.exec(line.text)?.[1] : undefined;
    if (named) {
      title = named.replace(/^"(.*)"$|^'(.*)'$/, "$1$2") || null;
      understood.push(line.number);
    } else if (line.text !== "") unread.push({ line: line.number, text: line.text, because: frontMatter });
  }
  return { next: end + 1, title: title && (shortenTitle(title) ?? tidyLine(title)), lines: understood };
}
