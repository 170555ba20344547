import { expect, it } from "vitest";
import { fromColumns, inColumns } from "../../../app/http/in-columns";

const at = new Date("2025-10-10T12:00:00Z");
const rows = [
  { number: 7, title: "Write the hasher's guide", standing: { is: "held", until: at } },
  { number: 8, title: "Try argon2", standing: { is: "ready" } },
  { number: 9, title: "Try “scrypt” </script>\u2028", standing: { is: "ready" } },
];

it("brings rows back as they were, in their order", () => {
  expect(fromColumns(inColumns(rows))).toEqual(rows);
  expect(fromColumns(inColumns([]))).toEqual([]);
});

it("keeps what says the same once", () => {
  const { standing } = inColumns(rows);
  expect(standing[2]).toBe(standing[1]);
  expect(standing[1]).not.toBe(standing[0]);
});

it("brings back what JSON would not, and what is nothing", () => {
  const odd = [
    { none: null, size: Number.NaN, yes: true, missing: undefined },
    { none: null, size: 1, yes: false, missing: undefined },
  ];
  expect(fromColumns(inColumns(odd))).toStrictEqual(odd);
});
