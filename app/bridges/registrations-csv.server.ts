import { CsvError, parse } from "csv-parse/sync";
import { limits } from "../domain/limits";
import { foldEmail } from "../domain/people/email";
import {
  columnsNeeded,
  type RegistrationColumn,
  type RegistrationRow,
  readRegistrationRow,
  registrationColumns,
} from "../domain/people/registration-row";

/** A row that could be read, and the line of the file it begins on (1: the header's). */
export type ReadRow = RegistrationRow & { line: number };

/** Something that could not be read: where (line and, if it is about one, column), what stands there, what to write. */
export type RowFault = { line: number; column: string | null; value: string; because: string };

export type RegistrationsRead = { rows: ReadRow[]; faults: RowFault[] };

const separators = [",", ";", "\t"] as const;

/**
 * Reads a table of registrations: commas, semicolons or tabs between its cells, a header with our column names in any
 * order and case. All faults are named, not only the first; a cell is text and nothing else, also when it looks like a
 * formula. Refuses more than `limits.registrationRows` rows.
 */
export function readRegistrationsCsv(text: string): RegistrationsRead {
  const plain = text.replace(/^\ufeff/, "");
  if (plain.trim() === "") return refused(1, "There is nothing in this table. The first line names the columns.");
  const [head = ""] = plain.split(/\r\n?|\n/, 1);
  const separator = separators.reduce((best, next) => (known(head, next) > known(head, best) ? next : best));
  const records = parseRecords(plain, separator);
  if (!Array.isArray(records)) return records;
  const [header, ...body] = records;
  const columns = (header?.record ?? []).map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, "_"),
  );
  const faults = headerFaults(columns);
  if (faults.length > 0) return { rows: [], faults };
  const filled = body.filter(({ record }) => record.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) return refused(1, "The table has a header and nobody under it. Add a line for each person.");
  if (filled.length > limits.registrationRows) {
    const [most, count] = [limits.registrationRows, filled.length].map((rows) => rows.toLocaleString("en"));
    return refused(1, `A table may have ${most} people at a time (this has ${count}). Bring it in as several.`);
  }
  return readRows(columns, filled);
}

type Parsed = { record: string[]; line: number };

function parseRecords(text: string, delimiter: string): Parsed[] | RegistrationsRead {
  try {
    const found = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    let line = 1;
    return found.map(({ record, info }) => {
      const began = line;
      line = info.lines + 1;
      return { record, line: began };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    const quote = error.code === "CSV_QUOTE_NOT_CLOSED";
    return refused(
      line,
      quote
        ? "A quotation mark is opened here and never closed. Close it, or write two for one that is meant."
        : "From here on the table cannot be read: look for a quotation mark in the middle of a cell.",
    );
  }
}

function readRows(columns: string[], body: Parsed[]): RegistrationsRead {
  const rows: ReadRow[] = [];
  const faults: RowFault[] = [];
  const seen = new Map<string, number>();
  for (const { record, line } of body) {
    if (record.length > columns.length && record.slice(columns.length).some((cell) => cell.trim() !== "")) {
      const because = `This row has ${record.length} cells and the header ${columns.length}. Put text with a separator in it in quotation marks.`;
      faults.push({ line, column: null, value: "", because });
      continue;
    }
    const cells: Partial<Record<RegistrationColumn, string>> = {};
    for (const [index, column] of columns.entries()) {
      if (isColumn(column)) cells[column] = record[index] ?? "";
    }
    const read = readRegistrationRow(cells);
    faults.push(...read.faults.map((fault) => ({ line, ...fault })));
    const before = seen.get(foldEmail(read.row.email));
    if (before !== undefined && read.row.email !== "") {
      const because = `This address stands on line ${before} already. A person has one row.`;
      faults.push({ line, column: "email", value: read.row.email, because });
    }
    seen.set(foldEmail(read.row.email), before ?? line);
    rows.push({ ...read.row, line });
  }
  return { rows, faults };
}

function headerFaults(columns: string[]): RowFault[] {
  const missing = columnsNeeded.filter((column) => !columns.includes(column));
  const twice = columns.filter((column, index) => isColumn(column) && columns.indexOf(column) !== index);
  return [
    ...missing.map((column) => headerFault(column, `There is no column “${column}”. Add it to the first line.`)),
    ...twice.map((column) => headerFault(column, `The column “${column}” is there twice. Keep one.`)),
  ];
}

const headerFault = (column: string, because: string): RowFault => ({ line: 1, column, value: "", because });

const refused = (line: number, because: string): RegistrationsRead => ({
  rows: [],
  faults: [{ line, column: null, value: "", because }],
});

const isColumn = (name: string): name is RegistrationColumn =>
  (registrationColumns as readonly string[]).includes(name);

const known = (head: string, separator: string): number =>
  head.split(separator).filter((name) =>
    isColumn(
      name
        .replace(/"/g, "")
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, "_"),
    ),
  ).length;
