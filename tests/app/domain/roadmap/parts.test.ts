import { describe, expect, it } from "vitest";
import { limits } from "../../../../app/domain/limits";
import { readParts } from "../../../../app/domain/roadmap/parts";

const refusal = (text: string) => {
  const read = readParts(text);
  return read.ok ? "it was read" : read.because;
};

describe("the parts of a task", () => {
  it("are one a line, bullets or not, with kind and size in brackets and their own lines under them", () => {
    const read = readParts(
      [
        "Survey the packages (research, half a day)",
        "start: https://djangopackages.org",
        "  done when: a table stands on the wiki",
        "",
        "* Write the comparison (docs, 2h)",
        "verify: somebody else reads it",
        "needs: Survey the packages",
      ].join("\n"),
    );
    expect(read).toMatchObject({
      ok: true,
      parts: [
        {
          title: "Survey the packages",
          kind: "research",
          sizeMinutes: 240,
          start: "https://djangopackages.org",
          doneWhen: "a table stands on the wiki",
        },
        {
          title: "Write the comparison",
          kind: "docs",
          sizeMinutes: 120,
          verify: "somebody else reads it",
          needs: ["Survey the packages"],
        },
      ],
    });
  });

  it("are two at least", () => {
    expect(refusal("Survey the packages")).toBe(
      "Write two tasks or more, one a line. A task that stays whole needs no dividing.",
    );
  });

  it(`are ${limits.partsMost} at most`, () => {
    const lines = (count: number) => Array.from({ length: count }, (_, index) => `Read page ${index + 1}`).join("\n");
    expect(readParts(lines(limits.partsMost))).toMatchObject({ ok: true, parts: { length: limits.partsMost } });
    expect(refusal(lines(limits.partsMost + 1))).toBe(
      `That is ${limits.partsMost + 1} tasks. Divide into ${limits.partsMost} at most, and divide those again.`,
    );
  });

  it("are refused by name where they would become something else, so that nothing is dropped", () => {
    expect(refusal("Survey\nWhich one wins?\nWrite")).toBe(
      "“Which one wins?” reads as a question. Write something to do, or ask it on the theme's page.",
    );
    expect(refusal("- Docs\n  - Survey\n  - Write\n- Code")).toBe(
      "“Docs” has tasks under it. Write each part on a line of its own, none under another.",
    );
  });

  it("are refused where a title or a size is beyond what a task holds, and the line is named", () => {
    const most = "A title has 200 characters at most, and a task takes 20 days at most.";
    expect(refusal(`Survey\n${"x".repeat(201)}`)).toBe(`Line 2 is too much for one task. ${most}`);
    expect(refusal("Survey (research, 200 days)\nWrite")).toBe(`Line 1 is too much for one task. ${most}`);
    expect(readParts(`Survey\n${"x".repeat(200)}`)).toMatchObject({ ok: true });
  });
});
