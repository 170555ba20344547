import { expect, it } from "vitest";
import { languageName } from "../../../../app/domain/people/languages";
import { readLanguages, readSkills, writeLanguages } from "../../../../app/domain/people/word-list";

it("a language is one, however it is written", () => {
  expect(readLanguages("Catalan, català; ca, EN, Español\ndeutsch")).toEqual({
    ok: true,
    codes: ["ca", "en", "es", "de"],
    getsByIn: [],
  });
  expect(readLanguages("")).toEqual({ ok: true, codes: [], getsByIn: [] });
  expect(["ca", "en", "es"].map(languageName)).toEqual(["Catalan", "English", "Spanish"]);
});

it("a language somebody only gets by in says so behind it, and is written down the same way", () => {
  const read = readLanguages("Catalan, Spanish (a little); english (Some)\nfr (basic), Spanish");
  expect(read).toEqual({ ok: true, codes: ["ca", "es", "en", "fr"], getsByIn: ["es", "en", "fr"] });
  expect(writeLanguages(["ca", "es"], ["es"], languageName)).toBe("Catalan, Spanish (a little)");
});

it("what is no language is named", () => {
  const read = readLanguages("English, Klingon");
  expect(read.ok ? "" : read.because).toContain("“Klingon” is not a language we know");
});

it("skills are compared in small letters, each once", () => {
  expect(readSkills("Python, SQL; python\n type hints ", "Skills")).toEqual({
    ok: true,
    words: ["python", "sql", "type hints"],
  });
});

it("twenty skills of forty characters are kept, one more of either is not", () => {
  const words = (count: number) => Array.from({ length: count }, (_, n) => `skill ${n}`).join(",");
  expect(readSkills(words(20), "Skills")).toMatchObject({ ok: true });
  expect(readSkills(words(21), "Skills")).toMatchObject({ ok: false, because: expect.stringContaining("you have 21") });
  expect(readSkills("é".repeat(40), "Skills")).toMatchObject({ ok: true });
  expect(readSkills("é".repeat(41), "Skills")).toMatchObject({ ok: false });
});
