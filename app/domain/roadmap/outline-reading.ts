import { limits } from "../limits";
import { tidy, tidyLine } from "../text";
import { fits } from "./graphemes";
import { type Line, written } from "./outline-lines";
import { takeChecks } from "./outline-marks";
import type { Node, Part, Piece } from "./outline-node";
import type { UnreadLine } from "./outline-types";
import { foldLabel, plainText } from "./plain-text";
import { isInvisible, shortenTitle } from "./titles";

/** What one reading of a file knows and collects while the tree becomes themes and tasks. */
export type Reading = {
  lines: Line[];
  definitions: Map<string, { target: string; line: Line }>;
  /** The same, label to address, as `plainText` wants them. */
  targets: Map<string, string>;
  /** Labels of the definitions some text or title refers to. */
  referred: Set<string>;
  unread: UnreadLine[];
  remarks: UnreadLine[];
  layout: number[];
  counts: Record<"themes" | "questions" | "pillars" | "tasks", number>;
};

/** Adds all of `items`, however many: `push(...items)` overflows the stack beyond some hundred thousand. */
export function addAll<Item>(to: Item[], items: Iterable<Item>): void {
  for (const item of items) to.push(item);
}

/** A line of the file, by its number, without the spaces around it. */
export const sourceText = (reading: Reading, line: number): string => reading.lines[line - 1]?.text ?? "";

/** Puts lines aside, each with the sentence that says why and what to do. Blank ones need none. */
export function refuse(reading: Reading, lines: number[], because: string): void {
  for (const line of new Set(lines)) {
    const text = sourceText(reading, line);
    if (text !== "") reading.unread.push({ line, text, because });
  }
}

/** Counts one more, or refuses its lines when there are too many. */
export function admit(reading: Reading, what: keyof Reading["counts"], lines: number[]): boolean {
  reading.counts[what] += 1;
  if (reading.counts[what] <= limits.outlineTasks) return true;
  const most = limits.outlineTasks.toLocaleString("en");
  refuse(reading, lines, `A roadmap file may hold ${most} ${what}, and this is one more. Put it in a second file.`);
  return false;
}

/**
 * A node's title as plain text within its limit, and what the title cannot hold: link targets, comments, and the whole
 * of a title that was too long. Null when nothing of it can be seen.
 */
export function readTitle(reading: Reading, node: Node, raw: string): { title: string; rest: Piece[] } | null {
  const line = node.lines[0] ?? 0;
  const { text, kept } = plainText(raw, reading.targets);
  if (reading.definitions.size > 0) referTo(reading, raw);
  const title = tidyLine(takeChecks(text).text);
  if (isInvisible(title)) return null;
  const rest = kept.map((text) => ({ line, text }));
  const short = shortenTitle(title);
  if (short === null) return { title, rest };
  const because = `A title holds ${limits.titleGraphemes} characters. This one was shortened; all of it is kept in the notes.`;
  reading.remarks.push({ line, text: sourceText(reading, line), because });
  return { title: short, rest: [{ line, text: raw }, ...rest] };
}

/** Lines of text put together as they were written. Too long a text is refused whole, line by line: half would mislead. */
export function readText(reading: Reading, paragraphs: Piece[][], what: string): string {
  const pieces = paragraphs
    .flatMap((one) => [gap, ...one])
    .filter((piece, at, all) => piece.line > 0 || piece.text !== "" || (all[at + 1]?.text ?? "") !== "");
  const text = tidy(pieces.map((piece) => piece.text).join("\n"));
  const whole = withDefinitions(reading, text);
  if (fits(whole, limits.textGraphemes)) return whole;
  const most = limits.textGraphemes.toLocaleString("en");
  refuse(
    reading,
    pieces.map((piece) => piece.line),
    `${what} holds ${most} characters, and this is part of a longer one. Shorten it, or put the long text on a page and link to it.`,
  );
  return "";
}

const gap: Piece = { line: 0, text: "" };

/** The lines of a body as paragraphs of prose; fields that mean nothing here stay as they were written. */
export function bodyText(parts: Part[]): Piece[] {
  return parts.flatMap((part) => (part.is === "prose" ? [part.piece] : part.is === "field" ? part.written : [gap]));
}

/** The text of a body that is no task's; "why:" and "notes:" lose their word, other fields stay as they were written. */
export const explain = ({ body }: Node): Piece[] =>
  body.flatMap((part): Piece[] => {
    if (part.is !== "field") return bodyText([part]);
    return part.name === "why" || part.name === "notes" ? part.value : part.written;
  });

/** Lines of text parted at the blank ones. */
export function paragraphsOf(pieces: Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.text === "") paragraphs.push([]);
    else paragraphs.at(-1)?.push(piece);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/** Every line a node and what is in it stand on. */
export const linesOf = (node: Node): number[] => [...ownLines(node), ...node.children.flatMap(linesOf)];

/** The lines of a node itself: its title and its text. */
export const ownLines = (node: Node): number[] => [
  ...node.lines,
  ...bodyText(node.body).flatMap((piece) => (piece.line > 0 ? [piece.line] : [])),
];

/** A node and all in it as it was written, for lists that turn out to be notes. */
export function asWritten(reading: Reading, node: Node): Piece[] {
  const numbers = [...new Set(linesOf(node))].sort((a, b) => a - b);
  const indent = reading.lines[(numbers[0] ?? 1) - 1]?.indent ?? 0;
  const pieces: Piece[] = [];
  numbers.forEach((number, at) => {
    const line = reading.lines[number - 1];
    const before = numbers[at - 1];
    if (!line) return;
    if (before !== undefined && before < number - 1 && sourceText(reading, number - 1) === "") pieces.push(gap);
    pieces.push({ line: number, text: written(line, indent) });
  });
  return pieces;
}

/** `[text][label]` only works beside its `[label]: address` line, so the text takes along the ones it refers to. */
function withDefinitions(reading: Reading, text: string): string {
  if (reading.definitions.size === 0) return text;
  const lines = referTo(reading, text)
    .map((label) => reading.definitions.get(label)?.line.text ?? "")
    .filter((line) => !text.includes(line));
  return lines.length === 0 ? text : `${text}\n\n${lines.join("\n")}`;
}

function referTo(reading: Reading, text: string): string[] {
  const labels = [...text.matchAll(/\[([^[\]]{1,200})\]/g)].map((found) => foldLabel(found[1] ?? ""));
  const known = [...new Set(labels)].filter((label) => reading.definitions.has(label));
  for (const label of known) reading.referred.add(label);
  return known;
}
