import { expect, it } from "vitest";
import { fromColumns, inColumns } from "../../../app/http/in-columns";

const at = new Date("2025-10-10T12:00:00Z");
const rows = [
  { number: 7, title: "Write the hasher's guide", standing: { is: "held", until: at } },
  { number: 8, title: "Try argon2", standing: { is: "ready" } },
  { number: 9, title: "Try “scrypt” </script>\u2028", standing: { is: "ready" } },
];

it("brings rows back as they were, in their order, where they were turned and where they arrive", () => {
  for (const some of [rows, []]) {
    const columns = inColumns(some);
    expect(fromColumns(columns)).toStrictEqual(some);
    expect(fromColumns(structuredClone(columns))).toStrictEqual(some);
  }
});

it("sends what says the same once", () => {
  const { standing, title } = inColumns(rows);
  expect(standing).toEqual({ each: [{ is: "held", until: at }, { is: "ready" }], at: "[0,1,1]" });
  expect(JSON.parse(String(title))).toHaveLength(3);
});

it("brings back what JSON would not, and what is nothing", () => {
  const odd = [
    { none: null, size: Number.NaN, yes: true, missing: undefined, some: ["1", undefined] },
    { none: null, size: 1, yes: false, missing: undefined, some: null },
    { none: null, size: Number.POSITIVE_INFINITY, yes: false, missing: "[null]", some: [] },
  ];
  expect(fromColumns(structuredClone(inColumns(odd)))).toStrictEqual(odd);
});

it("hands out the same rows each time, so that what is drawn from them need not be drawn again", () => {
  const arrived = structuredClone(inColumns(rows));
  expect(fromColumns(arrived)).toBe(fromColumns(arrived));
});
