/** Rows turned on their side: for each of their names the values of all rows, in order. */
export type Columns<Row> = { readonly [Name in keyof Row]: readonly Row[Name][] };

/**
 * Rows as they go over the wire: of two hundred objects, most of what is written is their names and how they hang together.
 * Values that say the same become one, which is then written once.
 */
export function inColumns<Row extends object>(rows: readonly Row[]): Columns<Row> {
  const names = Object.keys(rows[0] ?? {}) as (keyof Row)[];
  const columns = names.map((name) => [name, rows.map(onceEach(name))] as const);
  return Object.fromEntries(columns) as unknown as Columns<Row>;
}

function onceEach<Row, Name extends keyof Row>(name: Name): (row: Row) => Row[Name] {
  const known = new Map<string, Row[Name]>();
  return ({ [name]: value }) => {
    if (typeof value !== "object" || value === null) return value;
    const text = JSON.stringify(value);
    const same = known.get(text);
    if (same !== undefined) return same;
    known.set(text, value);
    return value;
  };
}

/** The rows again. */
export function fromColumns<Row extends object>(columns: Columns<Row>): Row[] {
  const names = Object.keys(columns) as (keyof Row)[];
  const [first] = names;
  if (first === undefined) return [];
  return columns[first].map((_, at) => {
    const row = {} as Row;
    for (const name of names) row[name] = columns[name][at] as Row[keyof Row];
    return row;
  });
}
