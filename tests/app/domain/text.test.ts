import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphemes, tidy, tidyLine } from "../../../app/domain/text";

describe("how long a text is to a reader", () => {
  it.each([
    ["", 0],
    ["hasher", 6],
    ["Zoë", 3],
    ["Zoe\u0308", 3],
    ["a\r\nb", 3],
    ["👩‍👩‍👧‍👦", 1],
    ["🏴󠁧󠁢󠁳󠁣󠁴󠁿🇪🇸", 2],
    ["a\u0300\u0301\u0302", 1],
  ])("%j is %i long", (text, length) => {
    expect(graphemes(text)).toBe(length);
  });

  it("200 families are 200, and one more is 201", () => {
    expect(graphemes("👩‍👩‍👧‍👦".repeat(200))).toBe(200);
    expect(graphemes("👩‍👩‍👧‍👦".repeat(201))).toBe(201);
  });

  it("is the same wherever a stretch of it ends", () => {
    const whole = (text: string) => [...new Intl.Segmenter("en").segment(text)].length;
    const parts = ["é", "e\u0301", "👋🏻", "👩‍👩‍👧‍👦", "🇪🇸", "\r\n", "a", "\u0301", "한", "नि", "\ud83d"];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 9 }),
        fc.nat({ max: 12 }),
        (some, shift) => {
          const text = "x".repeat(shift) + some.join("").repeat(60);
          expect(graphemes(text)).toBe(whole(text));
        },
      ),
    );
  });

  it("takes no longer a character for a book than for a page, also piled up with marks", () => {
    for (const text of ["é".repeat(300_000), "e\u0301".repeat(150_000), `e${"\u0301".repeat(300_000)}`]) {
      const began = performance.now();
      graphemes(text);
      expect(performance.now() - began).toBeLessThan(10_000);
    }
  });

  it("plain text is counted as the segmenter would", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
        expect(graphemes(text)).toBe([...new Intl.Segmenter("en").segment(text)].length);
      }),
    );
  });
});

describe("what is typed", () => {
  it("ends its lines the same way, whatever the browser sends", () => {
    expect(tidy("one\r\ntwo\rthree\nfour")).toBe("one\ntwo\nthree\nfour");
  });

  it.each([
    " ",
    "\n\t ",
    "\u200b",
    "\u200b\u200d\ufeff",
    "\u00ad",
    "\u3164",
    "\u2800",
    "\u115f\u1160",
    "\u202e",
    "\u0300",
    "\0",
  ])("%j is nothing to see, and counts as nothing", (text) => {
    expect(tidy(text)).toBe("");
  });

  it("keeps joined emoji, accents, scripts from right to left and tabs", () => {
    for (const text of ["👩‍👩‍👧‍👦", "Zoë", "שלום", "a\tb", "नमस्ते"]) expect(tidy(text)).toBe(text);
  });

  it("composes letters, so that one word has one spelling", () => {
    expect(tidy("Zoe\u0308")).toBe("Zoë");
  });

  it("loses what a database cannot keep", () => {
    expect(tidy("a\0b\u0007c\u007f")).toBe("abc");
    expect(tidy("a\ud800b")).toBe("a\ufffdb");
  });

  it("is tidy once it has been tidied, and can always be stored", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = tidy(text);
        expect(tidy(once)).toBe(once);
        expect(once).not.toMatch(/[\0\r]/);
        expect(once.isWellFormed()).toBe(true);
        expect(tidyLine(tidyLine(text))).toBe(tidyLine(text));
      }),
      { numRuns: 500 },
    );
  });

  it("is one line where it is a name", () => {
    expect(tidyLine("  Modernise\r\n\tcontrib.auth ")).toBe("Modernise contrib.auth");
    expect(tidyLine("Modernise\t\0\tcontrib.auth")).toBe("Modernise contrib.auth");
  });

  it("turns nobody else's reading direction where it is a name", () => {
    expect(tidyLine("Kofi\u202egnp.exe")).toBe("Kofignp.exe");
    expect(tidyLine("\u2066Kofi\u2069")).toBe("Kofi");
    expect(tidyLine("\u202e")).toBe("");
  });
});
