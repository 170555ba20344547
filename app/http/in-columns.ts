/** A column: its values as one text in JSON; or, where JSON would not bring them back, each that there is once, and as JSON which of them stands where. */
type Column<Value> = string | { readonly each: readonly Value[]; readonly at: string };

/** Rows turned on their side: for each of their names the values of all rows, in order. */
export type Columns<Row> = { readonly [Name in keyof Row]: Column<Row[Name]> };

/** What has been turned here is not read again: the server shows the page it sends. */
const turned = new WeakMap<object, readonly unknown[]>();

/**
 * Rows as they go over the wire: of two hundred objects, most of what is written is their names and how they hang together, and
 * Remix looks at each value by itself.
 */
export function inColumns<Row extends object>(rows: readonly Row[]): Columns<Row> {
  const names = Object.keys(rows[0] ?? {}) as (keyof Row)[];
  const columns = Object.fromEntries(names.map((name) => [name, inColumn(rows.map((row) => row[name]))]));
  turned.set(columns, rows);
  return columns as unknown as Columns<Row>;
}

function inColumn<Value>(values: readonly Value[]): Column<Value> {
  if (values.every(isPlain)) return JSON.stringify(values);
  const each: Value[] = [];
  const known = new Map<unknown, number>();
  const at = values.map((value) => {
    const is = typeof value === "object" && value !== null ? JSON.stringify(value) : value;
    const same = known.get(is);
    if (same !== undefined) return same;
    known.set(is, each.length);
    return each.push(value) - 1;
  });
  return { each, at: JSON.stringify(at) };
}

/** What JSON brings back as it was. */
const isPlain = (value: unknown): boolean =>
  value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);

/** The rows again. */
export function fromColumns<Row extends object>(columns: Columns<Row>): readonly Row[] {
  const known = turned.get(columns);
  if (known) return known as readonly Row[];
  const names = Object.keys(columns) as (keyof Row)[];
  const values = names.map((name) => fromColumn(columns[name]));
  const rows = (values[0] ?? []).map((_, at) => {
    const row = {} as Row;
    for (const [index, name] of names.entries()) row[name] = values[index]?.[at] as Row[keyof Row];
    return row;
  });
  turned.set(columns, rows);
  return rows;
}

const fromColumn = (column: Column<unknown>): readonly unknown[] =>
  typeof column === "string" ? JSON.parse(column) : (JSON.parse(column.at) as number[]).map((at) => column.each[at]);
