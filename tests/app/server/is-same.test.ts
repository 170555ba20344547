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

const isEqual = (one: unknown, other: unknown) => {
  try {
    expect(one).toStrictEqual(other);
    return true;
  } catch {
    return false;
  }
};

it("tells apart whatever differs, and finds a copy the same", () => {
  fc.assert(
    fc.property(values, values, (one, other) => {
      expect(isSame(one, other)).toBe(isEqual(one, other));
      expect(isSame(one, structuredClone(one))).toBe(true);
    }),
  );
});
