import fc from "fast-check";
import { expect, it } from "vitest";
import { isSame } from "../../../app/server/is-same";

const values = fc.letrec((value) => ({
  some: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, undefined, true, 0, 1, "", "0", "ready"),
    fc.constantFrom(0, 1_000).map((at) => new Date(at)),
    fc.array(value("some"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("is", "at"), value("some"), { noNullPrototype: true }),
  ),
})).some;

it("tells apart whatever differs, and finds a copy the same", () => {
  fc.assert(
    fc.property(values, values, (one, other) => {
      if (isSame(one, other)) expect(one).toStrictEqual(other);
      expect(isSame(one, structuredClone(one))).toBe(true);
    }),
  );
});

it.each([
  [{ is: "ready" }, { is: "held" }],
  [{ is: "ready" }, { was: "ready" }],
  [{ is: undefined }, { was: undefined }],
  [{ is: "ready" }, { is: "ready", since: null }],
  [
    ["a", "b"],
    ["b", "a"],
  ],
  [["a"], { 0: "a" }],
  [[], {}],
  [new Date(0), new Date(1)],
  [new Date(0), {}],
  [new Date(0), 0],
  [0, "0"],
  [null, undefined],
])("%j does not say what %j says", (one, other) => {
  expect([isSame(one, other), isSame(other, one)]).toEqual([false, false]);
});
