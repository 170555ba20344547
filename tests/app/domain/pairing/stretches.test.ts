import fc from "fast-check";
import { expect, it } from "vitest";
import { common, commonMinutes, joined, minutesIn } from "../../../../app/domain/pairing/stretches";

it("stretches that touch or overlap become one, and empty ones go", () => {
  expect([...joined([50, 60, 0, 10, 10, 20, 15, 30, 16, 18, 40, 40, 45, 41])]).toEqual([0, 30, 50, 60]);
});

it("what two share is what both hold, minute by minute", () => {
  const stretch = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));
  const list = fc.array(stretch, { maxLength: 8 });
  const minutes = (of: readonly (readonly [number, number])[]) =>
    new Set(of.flatMap(([from, until]) => Array.from({ length: Math.max(0, until - from) }, (_, at) => from + at)));
  fc.assert(
    fc.property(list, list, (one, other) => {
      const both = [...minutes(one)].filter((minute) => minutes(other).has(minute)).length;
      expect(commonMinutes(joined(one.flat()), joined(other.flat()))).toBe(both);
      expect(minutesIn(common(joined(one.flat()), joined(other.flat())))).toBe(both);
      expect(minutesIn(joined(one.flat()))).toBe(minutes(one).size);
    }),
  );
});
