import { describe, expect, it } from "vitest";
import { titleDistance } from "../../../../app/domain/roadmap/similar";
import { foldTitle, isInvisible, shortenTitle } from "../../../../app/domain/roadmap/titles";

describe("two titles", () => {
  it.each([
    ["Two-factor", "two  factor"],
    ["Überprüfung", "uberprufung"],
    ["“What?”", "What"],
    ["ﬁle", "file"],
  ])("are the same when they are %s and %s", (one, other) => {
    expect(foldTitle(one)).toBe(foldTitle(other));
  });

  it.each([
    ["Version 1", "Version 2"],
    ["C", "C++"],
    ["हिन्दी", "हन्द"],
    ["?", "!"],
  ])("are different when they are %s and %s", (one, other) => {
    expect(foldTitle(one)).not.toBe(foldTitle(other));
  });

  it.each([
    ["Document the hooks", "Documnet the hooks", 1],
    ["Type hints", "Typ hints", 1],
    ["Type hints", "Type hints!", 0],
    ["Improve the error text when a model is swapped in", "Improve the error texts when a model is swaped in", 2],
  ])("%s and %s are a slip of the pen apart", (one, other, distance) => {
    expect(titleDistance(one, other)).toBe(distance);
  });

  it.each([
    ["Write chapter 1", "Write chapter 2"],
    ["Docs for forms", "Docs for models"],
    ["Add", "Aid"],
    ["Fix the login", "Fix the logout page"],
  ])("%s and %s are not", (one, other) => {
    expect(titleDistance(one, other)).toBeNull();
  });
});

describe("a title", () => {
  it.each(["", " ", "\u200b", "\u00a0\u2003", "\u2800", "\u3164", "\u0301", "\ufe0f"])(
    "cannot be seen when it is %j",
    (title) => {
      expect(isInvisible(title)).toBe(true);
    },
  );

  it("of one long word is cut inside it", () => {
    expect(shortenTitle("x".repeat(500))).toBe(`${"x".repeat(199)}…`);
    expect(shortenTitle("x".repeat(200))).toBeNull();
  });

  it("piled up with accents does not get around the limit", () => {
    expect(shortenTitle(`a${"\u0301".repeat(10_000)}`)?.length).toBeLessThan(4_100);
  });
});
