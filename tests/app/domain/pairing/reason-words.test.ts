import { expect, it } from "vitest";
import { either, hoursInWords, languageInWords, listed } from "../../../../app/domain/pairing/reason-words";

it("lists are read aloud", () => {
  expect([listed(["docs"]), listed(["docs", "css"]), listed(["docs", "css", "typing"])]).toEqual([
    "docs",
    "docs and css",
    "docs, css and typing",
  ]);
  expect(either(["Spanish", "Catalan"])).toBe("Spanish or Catalan");
});

it("hours are rounded down to halves", () => {
  expect([10, 30, 45, 60, 89, 90, 120, 239].map((minutes) => hoursInWords(minutes, ""))).toEqual([
    "10 minutes",
    "½ hour",
    "½ hour",
    "1 hour",
    "1 hour",
    "1½ hours",
    "2 hours",
    "3½ hours",
  ]);
  expect(hoursInWords(240)).toBe("4 shared hours");
});

it("a language is named, and what is no code stays as it was written", () => {
  expect(["es", "CA", "pt-BR", "Klingon", "english", "x", ""].map(languageInWords)).toEqual([
    "Spanish",
    "Catalan",
    "Brazilian Portuguese",
    "Klingon",
    "english",
    "x",
    "",
  ]);
});
