import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOutline } from "../../../../app/domain/roadmap/outline";
import { writeOutline } from "../../../../app/domain/roadmap/outline-write";
import { allWords, lostLines, outlineText, withoutLines } from "./outline-texts";

const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 600) };

describe("whatever is pasted", () => {
  it("is read without a throw, and no line of it is lost", () => {
    fc.assert(
      fc.property(fc.oneof(outlineText, fc.string({ unit: "binary", maxLength: 300 })), (text) => {
        expect(lostLines(text, readOutline(text))).toEqual([]);
      }),
      runs,
    );
  });

  it("keeps every word", () => {
    fc.assert(
      fc.property(outlineText, (text) => {
        const words = allWords(readOutline(text));
        for (const [word] of text.matchAll(/wort\d+/g)) expect(words).toContain(word);
      }),
      runs,
    );
  });

  it("reads the same with the line ends of Windows", () => {
    fc.assert(
      fc.property(outlineText, (text) => {
        expect(readOutline(text.replaceAll("\n", "\r\n"))).toEqual(readOutline(text));
      }),
      runs,
    );
  });

  it.each(["# ~~~Open questions:", "# ~~~Questions", "# \\*Tasks"])("%j is the same when it was written", (text) => {
    const outline = readOutline(text);
    expect(withoutLines(readOutline(writeOutline(outline)))).toEqual(withoutLines(outline));
  });

  it("is the same outline after it was written and read again", () => {
    fc.assert(
      fc.property(outlineText, (text) => {
        const outline = readOutline(text);
        const again = readOutline(writeOutline(outline));
        expect(withoutLines(again)).toEqual(withoutLines(outline));
        expect(again.unread).toEqual([]);
      }),
      runs,
    );
  });
});
