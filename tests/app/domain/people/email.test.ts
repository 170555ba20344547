import { expect, it } from "vitest";
import { foldEmail } from "../../../../app/domain/people/email";

it("two spellings of one address are one person", () => {
  expect(foldEmail(" Mireia@Example.ORG ")).toBe("mireia@example.org");
  expect(foldEmail("zoe\u0308@example.org")).toBe(foldEmail("ZO\u00cb@example.org"));
});

it("what stands before the at sign is kept letter by letter", () => {
  expect(foldEmail("kofi.abara+django@example.org")).toBe("kofi.abara+django@example.org");
});
