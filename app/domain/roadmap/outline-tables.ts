import type { Line } from "./outline-lines";

/** A Markdown table: cells as written, without the pipes; `last` is the index of its last line. */
export type Table = { header: string[]; rows: { line: Line; cells: string[] }[]; layout: number[]; last: number };

/** The line under a table's header: "|---|:--:|". */
export const isDelimiter = (text: string): boolean =>
  text.length < 2000 &&
  text.includes("|") &&
  /^\|?(?:\s*:?-+:?\s*\|)*(?:\s*:?-+:?\s*)?$/.test(text) &&
  text.includes("-");

/** Reads the table whose header is at `at`, or null when the header has fewer or more cells than the line under it, or no row follows. */
export function readTable(lines: Line[], at: number): Table | null {
  const header = cells(lines[at]?.text ?? "");
  if (header.length !== cells(lines[at + 1]?.text ?? "").length) return null;
  const rows: Table["rows"] = [];
  let last = at + 1;
  for (let line = lines[last + 1]; line?.text.includes("|"); line = lines[last + 1]) {
    rows.push({ line, cells: cells(line.text) });
    last += 1;
  }
  if (rows.length === 0) return null;
  return { header, rows, layout: [at + 1, at + 2].map((index) => lines[index - 1]?.number ?? index), last };
}

function cells(text: string): string[] {
  const inner = text.replace(/^\|/, "").replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replace(/\\\|/g, "|").trim());
}
