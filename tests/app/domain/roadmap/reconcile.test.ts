import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readOutline } from "../../../../app/domain/roadmap/outline";
import { reconcile } from "../../../../app/domain/roadmap/reconcile";
import type { ImportPlan, PlannedTask, StoredRoadmap } from "../../../../app/domain/roadmap/reconcile-types";
import { applyPlan } from "./apply-plan";

const nothing: StoredRoadmap = { themes: [] };
const fixture = readFileSync(new URL("../../../fixtures/django-roadmap.md", import.meta.url), "utf8");

const planFor = (text: string, stored: StoredRoadmap = nothing): ImportPlan => reconcile(readOutline(text), stored);
const storedFrom = (...texts: string[]): StoredRoadmap =>
  texts.reduce((stored, text) => applyPlan(stored, planFor(text, stored)), nothing);

const tasksOf = (plan: ImportPlan): PlannedTask[] => plan.themes.flatMap((theme) => theme.tasks);
const changes = (plan: ImportPlan): string[] =>
  plan.themes
    .flatMap((theme) => [theme, ...theme.questions, ...theme.pillars, ...theme.tasks])
    .filter(({ change }) => change !== "same")
    .map(({ change, fields, changes }) =>
      [
        `${change}: ${fields.title}`,
        ...changes.map(({ field, before, after }) => `${field}: “${before}” → “${after}”`),
      ].join(" · "),
    );

describe("the first import", () => {
  it("is all new, each node with its own key and its final values", () => {
    const plan = planFor(fixture);
    expect(plan.counts).toEqual({
      themes: { new: 8, changed: 0, same: 0 },
      questions: { new: 10, changed: 0, same: 0 },
      pillars: { new: 6, changed: 0, same: 0 },
      tasks: { new: 30, changed: 0, same: 0 },
    });
    const keys = plan.themes.flatMap((theme) =>
      [theme, ...theme.questions, ...theme.pillars, ...theme.tasks].map(({ key }) => key),
    );
    expect(new Set(keys).size).toBe(8 + 10 + 6 + 30);
    expect(plan.remarks).toEqual([]);
  });

  it("names what a task waits for by key", () => {
    const plan = planFor(fixture);
    const link = tasksOf(plan).find(({ fields }) => fields.title.startsWith("Link the how-tos"));
    const howTo = tasksOf(plan).find(({ fields }) => fields.title.startsWith("How-to: a JSON"));
    expect(link?.needs).toEqual([{ of: "task", key: howTo?.key, title: howTo?.fields.title }]);
  });
});

describe("importing the same file again", () => {
  it("changes nothing and duplicates nothing", () => {
    const stored = storedFrom(fixture);
    const again = planFor(fixture, stored);
    expect(changes(again)).toEqual([]);
    expect(again.leftAlone).toEqual([]);
    expect(applyPlan(stored, again)).toEqual(stored);
  });

  it("finds each of two tasks with the same title, in order", () => {
    const text = "# T\n- [ ] Write tests (code, 1h)\n- [ ] Write tests (code, 2h)";
    expect(changes(planFor(text, storedFrom(text)))).toEqual([]);
    expect(changes(planFor(`${text}\n- [ ] Write tests (code, 3h)`, storedFrom(text)))).toEqual(["new: Write tests"]);
  });
});

describe("a file that was edited", () => {
  it("shows which fields change, before and after, in words", () => {
    const before = "## T\nOld why.\n- a? \n- [ ] Do it (docs, 2h)\n      start: here";
    const after = "## T\nNew why.\n- a?\n- [x] Do it (code, half a day)\n      start: there\n      verify: look";
    expect(changes(planFor(after, storedFrom(before)))).toEqual([
      "changed: T · Why: “Old why.” → “New why.”",
      "changed: Do it · Kind: “docs” → “code” · Size: “2h” → “half a day” · Start: “here” → “there” · Verify: “” → “look” · Done: “no” → “yes”",
    ]);
  });

  it("is a change, not a second task, when a typo in a title was put right", () => {
    const stored = storedFrom("# Tpye hints\n- Who cares?\n- [ ] Measure teh run time (2h)\n- [ ] Other");
    expect(
      changes(planFor("# Type hints\n- Who dares?\n- [ ] Measure the run time (2h)\n- [ ] Other", stored)),
    ).toEqual([
      "changed: Type hints · Title: “Tpye hints” → “Type hints”",
      "changed: Who dares? · Title: “Who cares?” → “Who dares?”",
      "changed: Measure the run time · Title: “Measure teh run time” → “Measure the run time”",
    ]);
  });

  it("does not take another number, or another task, for a typo", () => {
    const stored = storedFrom("# T\n- [ ] Write chapter 1\n- [ ] Fix the login page");
    expect(changes(planFor("# T\n- [ ] Write chapter 2\n- [ ] Fix the logout form", stored))).toEqual([
      "new: Write chapter 2",
      "new: Fix the logout form",
    ]);
  });

  it("knows a task by how it is done and verified when its title is another", () => {
    const fields = "  done when: the page builds\n  verify: build it";
    expect(
      changes(planFor(`# T\n- [ ] Document the whole thing\n${fields}`, storedFrom(`# T\n- [ ] Docs\n${fields}`))),
    ).toHaveLength(1);
  });

  it("finds titles again whatever their case, accents, marks and punctuation", () => {
    const plan = planFor("# t\n- [ ] DO IT NOW", storedFrom("# T\n- [ ] Do it: *now*!"));
    expect(plan.counts.tasks).toEqual({ new: 0, changed: 1, same: 0 });
  });

  it("follows a task to another pillar and to another theme", () => {
    const stored = storedFrom("# R\n## A\n### P\n- [ ] one\n### Q\n- [ ] two\n## B\n- [ ] three");
    const plan = planFor("# R\n## A\n### P\n### Q\n- [ ] one\n- [ ] two\n- [ ] three\n## B", stored);
    expect(changes(plan)).toEqual([
      "changed: one · Pillar: “P” → “Q”",
      "changed: three · Theme: “B” → “A” · Pillar: “” → “Q”",
    ]);
    expect(plan.leftAlone).toEqual([]);
  });
});

describe("what the file does not say", () => {
  const full =
    "## T\nBecause.\n### P\nIntro.\n- [x] Do it (docs, 2h)\n  start: a\n  done when: b\n  verify: c\n  notes: d\n- [ ] First";

  it("erases nothing", () => {
    expect(changes(planFor("## T\n### P\n- [ ] Do it\n- [ ] First", storedFrom(full)))).toEqual([]);
  });

  it("leaves a stored kind alone when the kind is only guessed", () => {
    const stored = storedFrom("# T\n- [ ] Survey the packages (design)");
    expect(changes(planFor("# T\n- [ ] Survey the packages", stored))).toEqual([]);
    expect(changes(planFor("# T\n- [ ] Survey the packages (research)", stored))).toHaveLength(1);
  });

  it("leaves a task in a pillar that only we know", () => {
    const stored = storedFrom(full);
    const plan = planFor("## T\n- [ ] Do it\n- [ ] First", stored);
    expect(changes(plan)).toEqual([]);
    expect(plan.leftAlone).toMatchObject([{ of: "pillar", title: "P", theme: "T" }]);
    expect(applyPlan(stored, plan)).toEqual(stored);
  });

  it("is listed and left as it is", () => {
    const stored = storedFrom("# R\n## A\n- one?\n- [ ] a\n## B\n- [ ] b");
    const plan = planFor("# R\n## A\n- [ ] c is something else", stored);
    expect(plan.leftAlone.map(({ of, title, theme }) => [of, title, theme])).toEqual([
      ["question", "one?", "A"],
      ["task", "a", "A"],
      ["theme", "B", "B"],
      ["task", "b", "B"],
    ]);
    expect(applyPlan(stored, plan).themes.flatMap(({ tasks }) => tasks.map(({ title }) => title))).toEqual([
      "c is something else",
      "a",
      "b",
    ]);
  });
});

describe("needs", () => {
  it("are found in the same theme first, then anywhere, then in what is stored", () => {
    const stored = storedFrom("# R\n## Old\n- [ ] stored\n- [ ] same");
    const plan = planFor(
      "# R\n## A\n- [ ] same\n- [ ] x\n  needs: same; far; stored; #1; open?\n## B\n- [ ] far\n- open?\n- [ ] same",
      stored,
    );
    expect(plan.themes[0]?.tasks[1]?.needs).toEqual([
      { of: "task", key: "theme-1/task-1", title: "same" },
      { of: "task", key: "theme-2/task-1", title: "far" },
      { of: "stored task", id: expect.any(String), title: "stored" },
      { of: "question", key: "theme-2/question-1", title: "open?" },
    ]);
  });

  it("that name nothing are remarked on and kept in the notes, until they name something", () => {
    const text = "# T\n- [ ] a\n  needs: the moon\n  notes: mine";
    const plan = planFor(text);
    expect(plan.remarks).toMatchObject([{ line: 2, text: "the moon" }]);
    expect(tasksOf(plan)[0]?.fields.notes).toBe("mine\n\nNeeds: “the moon”");
    const stored = storedFrom(text);
    expect(changes(planFor(text, stored))).toEqual([]);
    expect(changes(planFor(`${text}\n- [ ] the moon`, stored))).toEqual([
      "changed: a · Notes: “mine\n\nNeeds: “the moon”” → “mine” · Needs: “” → “the moon”",
      "new: the moon",
    ]);
  });

  it("that would close a circle are remarked on, and the circle stays open", () => {
    const text = "# T\n- [ ] a\n  needs: b\n- [ ] b\n  needs: c\n- [ ] c\n  needs: a; c";
    const plan = planFor(text);
    expect(tasksOf(plan).map(({ needs }) => needs.map(({ title }) => title))).toEqual([["b"], ["c"], []]);
    expect(plan.remarks.map(({ text }) => text)).toEqual(["a", "c"]);
    expect(plan.remarks[0]?.because).toMatch(/circle/);
    expect(changes(planFor(text, storedFrom(text)))).toEqual([]);
  });

  it("that would close a circle with what is stored are refused too", () => {
    const plan = planFor("# T\n- [ ] b\n  needs: a", storedFrom("# T\n- [ ] a\n  needs: b\n- [ ] b"));
    expect(tasksOf(plan)[0]?.needs).toEqual([]);
    expect(plan.remarks).toHaveLength(1);
  });

  it("that are stored stay when the file is silent", () => {
    const stored = storedFrom("# T\n- [ ] a\n  needs: b; c?\n- [ ] b\n- c?");
    const plan = planFor("# T\n- [ ] a\n- [ ] b", stored);
    expect(changes(plan)).toEqual([]);
    expect(applyPlan(stored, plan)).toEqual(stored);
  });
});

it("carries the unread lines and the remarks of the outline", () => {
  const plan = planFor(`# T\n<!-- a -->\n- [ ] ${"x".repeat(201)}`);
  expect([plan.unread.length, plan.remarks.length]).toEqual([1, 1]);
});
