import { describe, expect, it } from "vitest";
import { readDesk, writeDesk } from "../../../../app/domain/roadmap/desk";
import { mergeDesks } from "../../../../app/domain/roadmap/desk-merge";
import { mergeOrder } from "../../../../app/domain/roadmap/desk-order";

const known = new Set(["#1", "#2", "#3", "#4", "#5", "#q1", "#p1", "#p2"]);
const desk = (text: string) => readDesk(text, known, { title: "Signs", done: false });
const merge = (base: string, mine: string, theirs: string) => {
  const { desk: merged, clashes } = mergeDesks(desk(base), desk(mine), desk(theirs));
  return { text: writeDesk(merged), clashes };
};

const base = `People get lost.

- Which colour? #q1

- [ ] Draw a sign (docs, 2h) #1
      start: the barn
- [ ] Paint it (design, half a day) #2
      needs: "Draw a sign"

## Paths #p1

- [ ] Mark the path (code) #3
`;

describe("two organizers who wrote at once", () => {
  it("about different tasks both have their way", () => {
    const mine = base.replace("Draw a sign (docs, 2h)", "Draw two signs (docs, 3h)");
    const theirs = base.replace("Mark the path (code)", "Mark the long path (code)");
    const { text, clashes } = merge(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(text).toContain("- [ ] Draw two signs (docs, 3h) #1");
    expect(text).toContain("- [ ] Mark the long path (code) #3");
  });

  it("about different fields of one task both have their way, and what needs it follows its new title", () => {
    const mine = base.replace("      start: the barn", "      start: the barn\n      done when: it hangs");
    const theirs = base.replace("Draw a sign (docs", "Draw the signs (docs");
    const { text, clashes } = merge(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(text).toContain("- [ ] Draw the signs (docs, 2h) #1\n      start: the barn\n      done when: it hangs");
    expect(text).toContain('needs: "Draw the signs"');
  });

  it("about the same field are shown side by side, and the text goes on with mine", () => {
    const { text, clashes } = merge(base, base.replace("the barn", "the shed"), base.replace("the barn", "the attic"));
    expect(clashes).toEqual([{ label: "Task 1, “Draw a sign”: Start", theirs: "the attic", yours: "the shed" }]);
    expect(text).toContain("start: the shed");
  });

  it("who say the same do not clash, and what both added under one title comes in once", () => {
    const added = `${base}- [ ] Oil the gate (code, 1h)\n`;
    const stored = `${base}- [ ] Oil the gate (code) #4\n      start: the gate\n`;
    const { text, clashes } = merge(base, added.replace("barn", "shed"), stored.replace("barn", "shed"));
    expect(clashes).toEqual([]);
    expect(text.match(/Oil the gate/g)).toHaveLength(1);
    expect(text).toContain("- [ ] Oil the gate (code, 1h) #4\n      start: the gate");
  });

  it("keep what one took off and the other went on writing", () => {
    const without = base.replace(/- \[ \] Mark the path.*\n/, "");
    const written = base.replace("Mark the path (code)", "Mark the path in white (code)");
    const theirs = merge(base, without, written);
    expect(theirs.text).toContain("- [ ] Mark the path in white (code) #3");
    expect(theirs.clashes).toEqual([
      { label: "Task 3, “Mark the path in white”", theirs: "Mark the path in white", yours: "" },
    ]);
    const mine = merge(base, written, without);
    // It is gone, so what I wrote would come in as a new task.
    expect(mine.text).toMatch(/Mark the path in white \(code\)\n/);
    expect(mine.clashes).toEqual([
      { label: "Task 3, “Mark the path in white”", theirs: "", yours: "Mark the path in white" },
    ]);
  });

  it("take off what only one took off and the other left alone", () => {
    const without = base.replace(/- \[ \] Mark the path.*\n/, "");
    for (const [mine, theirs] of [
      [without, base],
      [base, without],
    ] as const) {
      const { text, clashes } = merge(base, mine, theirs);
      expect(clashes).toEqual([]);
      expect(text).not.toContain("Mark the path");
    }
  });

  it("move a task to a new pillar, and rename the old one", () => {
    const mine = `${base.replace(/- \[ \] Paint it[^#]*#2\n.*\n/, "")}\n## Colours\n\n- [ ] Paint it (design, half a day) #2\n      needs: "Draw a sign"\n`;
    const { text, clashes } = merge(base, mine, base.replace("## Paths", "## Ways"));
    expect(clashes).toEqual([]);
    expect(text).toContain("## Ways #p1\n\n- [ ] Mark the path (code) #3\n\n## Colours\n\n- [ ] Paint it");
  });

  it("and nobody changed anything: the text is what it was", () => {
    expect(merge(base, base, base)).toEqual({ text: base, clashes: [] });
  });
});

describe("the order of two lists", () => {
  it.each([
    ["abc", "abc", "cab", "cab"],
    ["abc", "bac", "abc", "bac"],
    ["abc", "axbc", "abyc", "axbyc"],
    ["abc", "bac", "abcz", "bacz"],
    ["abc", "cab", "bca", "cab"],
    ["", "x", "y", "xy"],
  ])("from %s, mine %s, theirs %s: %s", (from, mine, theirs, merged) => {
    expect(mergeOrder([...from], [...mine], [...theirs]).join("")).toBe(merged);
  });
});
