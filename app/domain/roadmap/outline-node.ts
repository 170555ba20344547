import type { FieldName } from "./outline-fields";

/** A line of text with where it came from; a gap is a blank line between paragraphs. */
export type Piece = { line: number; text: string };
export type Field = { is: "field"; name: FieldName; written: Piece[]; value: Piece[] };
export type Part = { is: "prose"; piece: Piece } | { is: "gap" } | Field;

/** What belongs to what, before anything is known about what it means. */
export type Node = {
  is: "file" | "heading" | "label" | "item" | "row";
  /** Of a heading 1 to 9; a label stands half a level under its heading. */
  level: number;
  underlined: boolean;
  indent: number;
  /** The lines of its mark and title. */
  lines: number[];
  /** The title as it was written, its mark and number taken off. */
  text: string;
  /** "1.2" of a numbered item or heading. */
  path: number[] | null;
  body: Part[];
  children: Node[];
  row: RowCells | null;
};

/** What the columns of a table say about the task of one row, besides its title and fields. */
export type RowCells = {
  lines: number[];
  text: string;
  body: Part[];
  theme: string;
  pillar: string;
  done: boolean;
  isTheme: boolean;
};

/** A node with nothing in it yet. */
export const newNode = (is: Node["is"], lines: number[], text: string): Node => ({
  is,
  level: 0,
  underlined: false,
  indent: 0,
  lines: [...lines],
  text,
  path: null,
  body: [],
  children: [],
  row: null,
});
