import { expect, it } from "vitest";
import { withKept, withoutKept } from "../../../app/auth/kept-forms.server";

const token = "t".repeat(43);

it("the way back carries the kept form along", () => {
  expect(withKept("/django/tasks/42", token)).toBe(`/django/tasks/42?kept=${token}`);
  expect(withKept("/django/tasks?page=2#42", token)).toBe(`/django/tasks?page=2&kept=${token}#42`);
  expect(withKept("/me?kept=older", token)).toBe(`/me?kept=${token}`);
});

it("the way back is as it was when nothing is kept, or the token is none", () => {
  expect(withKept("/django/tasks?page=2", null)).toBe("/django/tasks?page=2");
  expect(withKept("/django", "not a token")).toBe("/django");
});

it.each([
  "//evil.example",
  "/..//evil.example",
  "/.//evil.example",
  "/a/../..//evil.example",
  "/\\evil.example",
  "https://evil.example",
])("no way back leads off the site (%s)", (next) => {
  const leads = new URL(withKept(next, token), "https://portolan.example.org");
  expect(leads.host).toBe("portolan.example.org");
});

it("a page that is asked for again forgets the form kept for it before, and nothing else", () => {
  expect(withoutKept(`/django?kept=${token}`)).toBe("/django");
  expect(withoutKept(`/django?page=2&kept=${token}`)).toBe("/django?page=2");
  expect(withoutKept("/django")).toBe("/django");
});
