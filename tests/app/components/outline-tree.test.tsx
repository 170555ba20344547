import { describe, expect, it } from "vitest";
import type { OutlineTask, OutlineTheme } from "../../../app/components/outline-change";
import { OutlineTree } from "../../../app/components/outline-tree";
import { UnreadLines } from "../../../app/components/unread-lines";
import { markup, words } from "./markup";

const survey: OutlineTask = {
  line: 4,
  change: "same",
  title: "Survey the packages",
  kind: "Research",
  size: "1 day",
  ready: false,
};
const theme = (parts: Partial<OutlineTheme>): OutlineTheme => ({
  line: 1,
  change: "same",
  title: "Modernise contrib.auth",
  questions: [],
  tasks: [],
  pillars: [],
  ...parts,
});

describe("the preview of a roadmap", () => {
  it("shows each field that would change, with what stands there now before what would", () => {
    const changed: OutlineTask = {
      ...survey,
      change: "changed",
      changes: [
        { field: "Size", before: "2 days", after: "1 day" },
        { field: "Verify", before: null, after: "somebody else follows it" },
        { field: "Start", before: "the wiki", after: null },
      ],
    };
    const text = words(<OutlineTree themes={[theme({ tasks: [changed] })]} />);
    expect(text).toContain("Size 2 days becomes 1 day");
    expect(text).toContain("Verify nothing yet becomes somebody else follows it");
    expect(text).toContain("Start the wiki becomes nothing");
  });

  it("says how many tasks are ready, in pillars and out of them", () => {
    const ready = { ...survey, ready: true };
    const pillars = [{ line: 3, change: "new" as const, title: "Two-factor", tasks: [ready, survey] }];
    const text = words(<OutlineTree themes={[theme({ pillars, tasks: [ready] })]} />);
    expect(text).toContain("3 tasks · 0 questions · 2 ready");
    expect(text).toContain("Two-factor New");
  });

  it("marks what is new or changes, and says nothing of what stays", () => {
    const tasks: OutlineTask[] = [survey, { ...survey, title: "Draw the path", change: "new" }];
    const text = words(<OutlineTree themes={[theme({ change: "changed", tasks })]} />);
    expect(text).toMatch(/Draw the path.*New/);
    expect(text).not.toContain("Same");
  });

  it("opens a theme in which anything would change, and folds one that stays as it is", () => {
    const open = (themes: OutlineTheme[]) =>
      [...markup(<OutlineTree themes={themes} />).matchAll(/<details[^>]*>/g)].map((found) =>
        found[0].includes(' open=""'),
      );
    const asked = theme({ questions: [{ line: 2, change: "new", title: "Do we want them?" }] });
    expect(open([theme({ tasks: [survey] }), asked, theme({ change: "new" })])).toEqual([false, true, true]);
  });

  it("keeps two themes of one title apart", () => {
    const text = words(<OutlineTree themes={[theme({ tasks: [survey] }), theme({})]} />);
    expect(text.match(/Modernise contrib\.auth/g)).toHaveLength(2);
  });

  it("shows every line it did not understand, as it was written", () => {
    const element = (
      <UnreadLines lines={[{ number: 87, text: "| who | <b> |", because: "A table has no place here." }]} />
    );
    expect(words(element)).toBe("Line 87 | who | &lt;b&gt; | A table has no place here.");
    expect(markup(<UnreadLines lines={[]} />)).toBe("");
  });
});
