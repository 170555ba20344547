import type { TypeHandlers } from "./driver-guard-connection.server";

export type ArrayItem = string | null | ArrayItem[];

const token = /[{}]|"([^"\\]*(?:\\.[^"\\]*)*)"|[^{},"]+/gs;

/**
 * Reads PostgreSQL's text for an array, `{reading,"a \"quoted\" word",NULL}`, into its items, which stay text. The grammar is
 * that of the manual's section 8.15.6; bounds before the first brace are passed over.
 */
export function readArray(text: string): ArrayItem[] {
  const outer: ArrayItem[] = [];
  const open = [outer];
  for (const [whole, quoted] of text.slice(text.indexOf("{")).matchAll(token)) {
    const innermost = open.at(-1) ?? outer;
    if (whole === "{") {
      const inner: ArrayItem[] = [];
      innermost.push(inner);
      open.push(inner);
    } else if (whole === "}") open.pop();
    else if (quoted !== undefined) innermost.push(quoted.replace(/\\(.)/gs, "$1"));
    else innermost.push(whole === "NULL" ? null : whole);
  }
  const [array] = outer;
  return Array.isArray(array) ? array : [];
}

/** Writes items as PostgreSQL's text for an array; null and undefined become NULL, everything else is quoted. */
export function writeArray(items: readonly unknown[]): string {
  const words = items.map((item) => {
    if (Array.isArray(item)) return writeArray(item);
    if (item === null || item === undefined) return "NULL";
    return `"${String(item).replace(/["\\]/g, "\\$&")}"`;
  });
  return `{${words.join(",")}}`;
}

/** Object ids as in PostgreSQL's pg_type.dat: bool, name, int2, int4, text, varchar, int8, float4, float8 and uuid arrays. */
const arrayTypes = [1000, 1003, 1005, 1007, 1009, 1015, 1016, 1021, 1022, 2951];

const itemReaders: Record<number, (item: string) => unknown> = {
  1000: (item) => item === "t",
  1005: Number,
  1007: Number,
  1021: Number,
  1022: Number,
};

function readItems(items: ArrayItem[], read: (item: string) => unknown): unknown[] {
  return items.map((item) => (Array.isArray(item) ? readItems(item, read) : item === null ? null : read(item)));
}

/** Teaches a client to read and write the arrays the project uses. Dates, numerics and big integers stay text, as outside arrays. */
export function handleArrays({ parsers, serializers }: TypeHandlers): void {
  for (const type of arrayTypes) {
    const read = itemReaders[type];
    parsers[type] = (text) => (read ? readItems(readArray(text), read) : readArray(text));
    serializers[type] = (value) => (Array.isArray(value) ? writeArray(value) : String(value));
  }
}
