import { expect, it } from "vitest";
import { cameFrom } from "../../../app/http/came-from";
import { pageNumber } from "../../../app/http/page-number";
import { localPath } from "../../../app/paths";

const here = "https://portolan.example.org";
const from = (Referer: string) =>
  cameFrom(new Request(`${here}/django/membership`, { method: "POST", headers: { Referer } }), here);

it("a page of this site is where somebody came from", () => {
  expect(from(`${here}/django/tasks/42?kind=docs`)).toBe("/django/tasks/42?kind=docs");
});

it.each(["", "nonsense", "https://evil.example/django", "javascript:alert(1)", "about:blank"])(
  "%j is no page of this site",
  (said) => {
    expect(from(said)).toBeNull();
  },
);

it.each([
  ["/django", "/django"],
  ["/django/tasks?kind=docs&page=2", "/django/tasks?kind=docs&page=2"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["\\\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["/%5C/evil.example", "/%5C/evil.example"],
  ["/\t/evil.example", "/"],
  ["/\n/evil.example", "/"],
  ["/a b", "/"],
  ["django", "/"],
  ["", "/"],
  [null, "/"],
  [undefined, "/"],
])("%j leads to %s", (next, path) => {
  expect(localPath(next)).toBe(path);
});

it.each([
  ["1", 1],
  ["7", 7],
  ["0", 1],
  ["-1", 1],
  ["abc", 1],
  ["1e9", 1],
  ["1.5", 1],
  ["99999", 10_000],
  ["100000", 1],
  ["", 1],
])("page %s is page %i", (asked, page) => {
  expect(pageNumber(new URL(`${here}/django/tasks?page=${asked}`))).toBe(page);
});
