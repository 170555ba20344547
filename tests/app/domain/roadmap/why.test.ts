import { describe, expect, it } from "vitest";
import { saysWhy, whyFromTitle } from "../../../../app/domain/roadmap/why";

describe("a why", () => {
  it.each(["It is slow.", "When: 2026\n\nIt is slow.", "See [the notes](https://n.example)", "- it is slow"])(
    "is given by %j",
    (text) => {
      expect(saysWhy(text)).toBe(true);
    },
  );

  it.each([
    "",
    "When: 2026 › Q3",
    "Status: active\n**Owner**: Ada",
    "[notes](https://n.example)",
    "https://n.example",
    "<!-- later -->",
    "---",
  ])("is not given by %j", (text) => {
    expect(saysWhy(text)).toBe(false);
  });

  it("is found in a title of the form “Name: what is wrong”", () => {
    expect(whyFromTitle("Website: people cannot find things")).toBe("People cannot find things.");
    expect(whyFromTitle("Traduction : personne ne sait !")).toBe("Personne ne sait !");
    for (const title of ["Website", "Website:", "Website: slow", "https://x.example a"])
      expect(whyFromTitle(title)).toBe("");
  });
});
