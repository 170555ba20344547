import { describe, expect, it } from "vitest";
import { findClashes } from "../../../app/domain/clash";

const fields = [
  { name: "title", label: "Title" },
  { name: "mentor", label: "Whom to ask", say: (id: string) => (id === "7" ? "Priya Sharma" : "nobody known") },
];

describe("two people who wrote one form", () => {
  it("differ where their texts do, each said in words", () => {
    expect(findClashes(fields, { title: "Theirs", mentor: "7" }, { title: "Yours", mentor: "9" })).toEqual([
      { label: "Title", theirs: "Theirs", yours: "Yours" },
      { label: "Whom to ask", theirs: "Priya Sharma", yours: "nobody known" },
    ]);
  });

  it("do not differ in line ends, in spaces at the ends, or in a field neither filled in", () => {
    expect(findClashes(fields, { title: "One\nTwo", mentor: "" }, { title: "One\r\nTwo " })).toEqual([]);
  });
});
