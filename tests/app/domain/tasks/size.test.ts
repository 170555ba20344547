import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readShirtSize, readSize, writeSize } from "../../../../app/domain/tasks/size";

describe("a size", () => {
  it.each([
    ["2h", 120],
    ["3 hours", 180],
    ["90 min", 90],
    ["1h30", 90],
    ["1 h 15 min", 75],
    ["half an hour", 30],
    ["half a day", 240],
    ["half-day", 240],
    ["½ day", 240],
    ["1/2 day", 240],
    ["1½ days", 720],
    ["1.5 days", 720],
    ["1,5 Tage", 720],
    ["a day", 480],
    ["1 day", 480],
    ["2 days", 960],
    ["a week", 2400],
    ["a weekend", 960],
    ["~2h", 120],
    ["about two hours", 120],
    ["a couple of hours", 120],
    ["une demi-journée", 240],
    ["2 à 3 jours", 1440],
    ["une heure et demie", 90],
    ["einen halben Tag", 240],
    ["anderthalb Stunden", 90],
    ["medio día", 240],
    ["2 a 3 horas", 180],
    ["mezza giornata", 240],
    ["meio dia", 240],
  ])("of “%s” is %i minutes", (text, minutes) => {
    expect(readSize(text)).toBe(minutes);
  });

  it.each([
    ["2-3h", 180],
    ["1h–2h", 120],
    ["2 to 3 days", 1440],
    ["an hour or two", 120],
    ["half a day to a day", 480],
  ])("of a range “%s” is its upper end", (text, minutes) => {
    expect(readSize(text)).toBe(minutes);
  });

  it.each([
    "",
    "docs",
    "day",
    "3",
    "2-3",
    "2x",
    "0h",
    "1e3h",
    "0x10h",
    "١٢h",
    "-",
    "5 points",
    "in 2 days",
    "2 days ago",
    "NaN h",
    "2h Ada",
    "S",
  ])("is not “%s”", (text) => {
    expect(readSize(text)).toBeNull();
  });

  it("may be a T-shirt's where a size is expected", () => {
    expect(["XS", "s", "Medium", "L", "xl", "XXL", "XXXL"].map(readShirtSize)).toEqual([
      60,
      120,
      240,
      480,
      960,
      2400,
      null,
    ]);
  });

  it("is written in words that are read back as the same", () => {
    expect([20, 60, 90, 240, 480, 720, 960].map(writeSize)).toEqual([
      "20 min",
      "1h",
      "90 min",
      "half a day",
      "1 day",
      "1.5 days",
      "2 days",
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9600 }), (minutes) => {
        expect(readSize(writeSize(minutes))).toBe(minutes);
      }),
    );
  });

  it("is read or not, but never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(readSize(text) ?? 1).toBeGreaterThan(0);
      }),
    );
  });
});
