import { expect, it } from "vitest";
import { languageName } from "../../../../app/domain/people/languages";
import { readLanguages, readSkills } from "../../../../app/domain/people/word-list";

it("a language is one, however it is written", () => {
  expect(readLanguages("Catalan, català; ca, EN, Español\ndeutsch")).toEqual({
    ok: true,
    codes: ["ca", "en", "es", "de"],
  });
  expect(readLanguages("")).toEqual({ ok: true, codes: [] });
  expect(["ca", "en", "es"].map(languageName)).toEqual(["Catalan", "English", "Spanish"]);
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
