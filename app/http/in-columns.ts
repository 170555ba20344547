/** Rows turned on their side: for each of their names the values of all rows, in order, or the same as JSON. */
export type Columns<Row> = { readonly [Name in keyof Row]: readonly Row[Name][] | string };

/**
 * Rows as they go over the wire: of two hundred objects, most of what is written is their names and how they hang together.
 * Values that say the same become one, which is then written once; a column of plain ones is one text, because Remix looks at
 * each value by itself.
 */
export function inColumns<Row extends object>(rows: readonly Row[]): Columns<Row> {
  const names = Object.keys(rows[0] ?? {}) as (keyof Row)[];
  const columns = names.map((name) => {
    const values = rows.map((row) => row[name]);
    return [name, values.every(isPlain) ? JSON.stringify(values) : onceEach(values)] as const;
  });
  return Object.fromEntries(columns) as unknown as Columns<Row>;
}

/** What JSON brings back as it was. */
const isPlain = (value: unknown): boolean =>
  value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);

function onceEach<Value>(values: readonly Value[]): Value[] {
  const known = new Map<string, Value>();
  return values.map((value) => {
    if (typeof value !== "object" || value === null) return value;
    const text = JSON.stringify(value);
    const same = known.get(text);
    if (same !== undefined) return same;
    known.set(text, value);
    return value;
  });
}

/** The rows again. */
export function fromColumns<Row extends object>(columns: Columns<Row>): Row[] {
  const names = Object.keys(columns) as (keyof Row)[];
  const values = names.map((name) => {
    const column: readonly unknown[] | string = columns[name];
    return typeof column === "string" ? (JSON.parse(column) as unknown[]) : column;
  });
  return (values[0] ?? []).map((_, at) => {
    const row = {} as Row;
    for (const [index, name] of names.entries()) row[name] = values[index]?.[at] as Row[keyof Row];
    return row;
  });
}
