import { closes, type Fence, findClosings, readFence } from "./outline-closings";
import { type FieldName, readFieldLine } from "./outline-fields";
import { readFrontMatter } from "./outline-front-matter";
import { readHtml } from "./outline-html";
import type { Line } from "./outline-lines";
import { type ItemMark, isRule, readHeading, readItemMark, startsWithCheck } from "./outline-marks";
import { isDelimiter, readTable, type Table } from "./outline-tables";
import type { UnreadLine } from "./outline-types";
import { foldLabel } from "./plain-text";

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

/** The blocks of a file, and what was found on the way: its own title, link addresses, what cannot be read. */
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

/** Reads the lines into blocks, in one pass: looking ahead is either one line or a run that is then taken whole. */
export function readBlocks(lines: Line[]): Blocks {
  const blocks: Block[] = [];
  const definitions: Blocks["definitions"] = new Map();
  const closings = findClosings(lines);
  const front = readFrontMatter(lines);
  const unread = [...front.unread];
  const hasHeadings = lines.some(
    (line) => readHeading(line.text) !== null || /^(?:={2,}|<h[1-6])/.test(line.text.slice(0, 20)),
  );
  let htmlDepth = 0;
  let inDetails = 0;
  let i = front.next;

  while (i < lines.length) {
    const line = lines[i];
    if (!line) break;
    const fence = readFence(line.text);
    if (line.text.startsWith("<!--") && skipComment(line)) continue;
    if (line.text === "") blocks.push({ is: "blank" });
    else if (fence && (closings.fence[fence.sign][i + 1] ?? 0) >= fence.length) takeCode(fence);
    else if (fence || line.text.startsWith(">")) blocks.push({ is: "prose", line, verbatim: true });
    else readLine(line, lines[i + 1]);
    i += 1;
  }
  return { blocks, unread, definitions, title: front.title, frontLines: front.lines };

  /** Reports a comment and goes on behind it, in the same line if there is more. False when it never ends. */
  function skipComment(line: Line): boolean {
    const last = line.text.indexOf("-->", 4) >= 0 ? i : (closings.comment[i + 1] ?? -1);
    const closing = lines[last];
    if (!closing) return false;
    for (const hidden of lines.slice(i, last)) report(hidden, hidden.text, comment);
    const cut = closing.text.indexOf("-->", last === i ? 4 : 0) + 3;
    report(closing, closing.text.slice(0, cut), comment);
    const rest = closing.text.slice(cut).trim();
    lines[last] = { ...closing, text: rest };
    i = rest === "" ? last + 1 : last;
    return true;
  }

  /** A code block down to its end, which is known to be there. */
  function takeCode(fence: Fence): void {
    const first = i;
    for (let line = lines[i]; line; line = lines[i]) {
      blocks.push({ is: "prose", line, verbatim: true });
      if (i > first && closes(line.text, fence)) return;
      i += 1;
    }
  }

  function report(line: Line, text: string, because: string): void {
    if (text.trim() !== "") unread.push({ line: line.number, text: text.trim(), because });
  }

  function readLine(line: Line, next: Line | undefined): void {
    const heading = line.indent <= 3 ? readHeading(line.text) : null;
    if (heading?.text === "") report(line, line.text, emptyHeading);
    else if (heading) openHeading(heading, [line.number]);
    else if (takeTags(line) || takeTable(line, next)) return;
    else if (isRule(line.text)) blocks.push({ is: "layout", line, ends: true });
    else if (takeItem(line) || takeDefinition(line)) return;
    else if (underlines(line, next)) {
      openHeading({ level: next?.text.startsWith("=") ? 1 : 2, text: line.text }, [line.number, line.number + 1], true);
      i += 1;
    } else if (!hasHeadings && isBoldLine(line, next)) openHeading({ level: 2, text: line.text }, [line.number]);
    else if (isLabel(line)) blocks.push({ is: "label", text: line.text.replace(/[:：]([*_]*)$/, "$1"), line });
    else if (!takeField(line)) blocks.push({ is: "prose", line, verbatim: false });
  }

  function openHeading(heading: { level: number; text: string }, own: number[], underlined = false): void {
    blocks.push({ is: "heading", ...heading, underlined, lines: own });
  }

  function takeTable(line: Line, next: Line | undefined): boolean {
    const table =
      line.indent < 2 && line.text.includes("|") && next && isDelimiter(next.text) ? readTable(lines, i) : null;
    if (!table) return false;
    blocks.push({ is: "table", table });
    i = table.last;
    return true;
  }

  function takeItem(line: Line): boolean {
    const mark = readItemMark(line.text);
    if (!mark || !(mark.sure || continuesNumbering(mark))) return false;
    blocks.push({ is: "item", mark, line, indent: line.indent });
    return true;
  }

  function takeDefinition(line: Line): boolean {
    const found = /^\[([^\]^[][^\][]{0,199})\]:\s*(\S+)(?:\s+["'(].*)?$/.exec(line.text);
    const label = foldLabel(found?.[1] ?? "");
    if (!found?.[2] || definitions.has(label)) return false;
    definitions.set(label, { target: found[2], line });
    return true;
  }

  function takeField(line: Line): boolean {
    const field = readFieldLine(line.text);
    if (!field) return false;
    const region = readRegion(line, field.value === "");
    blocks.push({ is: "field", ...field, region, line });
    i += region.length;
    return true;
  }

  /** "1.2 Words" after an open 1 or 1.1: the numbering goes on. */
  function continuesNumbering(mark: ItemMark): boolean {
    for (let back = blocks.length - 1; back >= Math.max(0, blocks.length - 20); back -= 1) {
      const block = blocks[back];
      if (block?.is === "heading" || block?.is === "label") return false;
      if (block?.is !== "item" || !block.mark.path) continue;
      const parent = (mark.path ?? []).slice(0, -1);
      return parent.join(".") === block.mark.path.slice(0, parent.length).join(".");
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

  function takeTags(line: Line): boolean {
    const html = line.text.startsWith("<") ? readHtml(line.text) : null;
    if (!html) return false;
    if (html.is === "heading") openHeading({ level: html.level, text: html.text }, [line.number]);
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
