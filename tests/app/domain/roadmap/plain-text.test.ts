import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeText, plainText } from "../../../../app/domain/roadmap/plain-text";
import { outlineText } from "./outline-texts";

const plain = (markdown: string): string => plainText(markdown).text;

describe("a title in plain text", () => {
  it.each([
    ["**bold**, *it*, __bold__, _it_, ***both***, ~~gone~~", "bold, it, bold, it, both, gone"],
    ["`code` and ``a`b``", "code and a`b"],
    ["[text](https://x.example/a_(b) 'title') and ![picture](p.png)", "text and picture"],
    ["[![badge](b.svg)](https://x.example)", "badge"],
    ["<b>bold</b> <kbd>Ctrl</kbd><br>next", "bold Ctrl next"],
    ["&lt;b&gt; &amp; &#65;&#x42; &unknown;", "<b> & AB &unknown;"],
    ["<https://x.example> \\*not\\* \\[ \\]", "https://x.example *not* [ ]"],
  ])("of %s is %s", (markdown, text) => {
    expect(plain(markdown)).toBe(text);
  });

  it.each([
    "2 * 3 * 4",
    "snake_case_name",
    "Vec<T>",
    "a [b] c",
    "__init__.py",
    "`open",
    "x ~ y",
    "100% & more",
    "C# and F#",
    "<- and ->",
  ])("keeps %s as it is", (text) => {
    expect(plain(text)).toBe(text);
  });

  it("says which links, pictures and comments it cannot carry", () => {
    expect(
      plainText(
        '[a](https://a.example) <a href="https://b.example">b</a> ![c](c.png) <!-- d --> [e][ref]',
        new Map([["ref", "https://e.example"]]),
      ).kept,
    ).toEqual([
      "[a](https://a.example)",
      "[b](https://b.example)",
      "![c](c.png)",
      "<!-- d -->",
      "[e](https://e.example)",
    ]);
  });

  it("drops characters that turn the reading direction, and folds spaces", () => {
    expect(plain("a\u202eb\u200b\tc\u00a0 d")).toBe("ab c d");
  });

  it("comes back the same after it was escaped", () => {
    fc.assert(
      fc.property(fc.oneof(outlineText, fc.string({ unit: "grapheme" })), (markdown) => {
        const text = plain(markdown);
        expect(plain(escapeText(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});
