import fc from "fast-check";
import { expect, it } from "vitest";
import { readArray, writeArray } from "../../db/array-text.server";
import { testDatabase } from "../support/database";

const { sql } = await testDatabase();

/** PostgreSQL stores no NUL, and no half of a surrogate pair. */
const word = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0"));
const awkward = fc.constantFrom(
  "",
  "NULL",
  "null",
  '"',
  "\\",
  '\\"',
  "{",
  "}",
  ",",
  " ",
  "\n",
  "a\\b",
  "it's",
  "ñ",
  "👩‍🚀",
);
const list = fc.array(fc.oneof(word, awkward, fc.constant(null)));

it("what is written as an array is read back the same", () => {
  fc.assert(
    fc.property(list, (items) => {
      expect(readArray(writeArray(items))).toEqual(items);
    }),
  );
});

it("PostgreSQL reads what is written, and what it writes is read, word for word", async () => {
  await fc.assert(
    fc.asyncProperty(list, async (items) => {
      const [row] = await sql`select ${items}::text[] as items, to_json(${items}::text[])::text as json`;
      expect(row?.items).toEqual(items);
      expect(JSON.parse(row?.json)).toEqual(items);
    }),
    { numRuns: 200 },
  );
});

it("numbers, truths, names and lists of lists come out as what they are", async () => {
  const [row] = await sql`
    select array[1, -2, null]::integer[] as numbers, array[true, false] as truths, array[1.5]::float8[] as halves,
      array[9007199254740993]::bigint[] as large, array[['a', 'b'], ['c', 'd']] as grid, '[0:1]={x,y}'::text[] as shifted,
      '{}'::text[] as nothing, array['2026-05-04'::date] as days`;
  expect(row).toEqual({
    numbers: [1, -2, null],
    truths: [true, false],
    halves: [1.5],
    large: ["9007199254740993"],
    grid: [
      ["a", "b"],
      ["c", "d"],
    ],
    shifted: ["x", "y"],
    nothing: [],
    days: "{2026-05-04}",
  });
});
