import { expect, it } from "vitest";
import { readOutline } from "../../../../app/domain/roadmap/outline";
import { type BesidePlan, plannedReadiness } from "../../../../app/domain/roadmap/planned-readiness";
import { reconcile } from "../../../../app/domain/roadmap/reconcile";

const now = new Date("2026-05-04T09:00:00Z");
const ready = "  start: here\n  done when: it is done\n  verify: look\n";

const task = (id: string, title: string, more: Partial<BesidePlan["themes"][number]["tasks"][number]> = {}) => ({
  id,
  number: Number(id),
  pillarId: null,
  title,
  kind: "docs" as const,
  sizeMinutes: null,
  goal: "",
  start: "",
  doneWhen: "",
  verify: "",
  notes: "",
  skills: [],
  links: "",
  done: false,
  needs: { taskIds: [], questionIds: [] },
  ...more,
});

const stored = (tasks: BesidePlan["themes"][number]["tasks"], more: Partial<BesidePlan> = {}): BesidePlan => ({
  themes: [{ id: "1", slug: "a", title: "A", why: "", done: false, questions: [], pillars: [], tasks }],
  decided: new Set(),
  ...more,
});

const readyTitles = (text: string, beside: BesidePlan) => {
  const plan = reconcile(readOutline(text), beside);
  const found = plannedReadiness(plan, beside, now);
  return plan.themes
    .flatMap(({ tasks }) => tasks.filter(({ key }) => found.get(key)?.ready))
    .map(({ fields }) => fields.title);
};

it("a theme that says why makes a prepared task ready, one that does not leaves it unready", () => {
  expect(readyTitles(`## B\nBecause.\n- Write it (docs)\n${ready}`, stored([]))).toEqual(["Write it"]);
  expect(readyTitles(`## B\n- Write it (docs)\n${ready}`, stored([]))).toEqual([]);
});

it("the goal a stored task has of its own counts, though no file says it", () => {
  const text = `## A\n- Write it (docs)\n${ready}`;
  expect(readyTitles(text, stored([task("7", "Write it", { goal: "So that people find it." })]))).toEqual(["Write it"]);
});

it("a task waits for another of the file until that one is ticked", () => {
  const text = (box: string) =>
    `## B\nBecause.\n- [${box}] First (docs)\n- [ ] Second (docs)\n${ready}  needs: First\n`;
  expect(readyTitles(text(" "), stored([]))).toEqual([]);
  expect(readyTitles(text("x"), stored([]))).toEqual(["Second"]);
});

it("a task waits for a stored one that the file does not name, until that one is finished", () => {
  const text = `## B\nBecause.\n- Second (docs)\n${ready}  needs: First\n`;
  expect(readyTitles(text, stored([task("7", "First")]))).toEqual([]);
  expect(readyTitles(text, stored([task("7", "First", { done: true })]))).toEqual(["Second"]);
});

it("a task waits for a question, of the file or stored, until it is decided", () => {
  const questions = [{ id: "9", number: 1, title: "Which one?", notes: "" }];
  const beside = (decided: string[]): BesidePlan => {
    const base = stored([], { decided: new Set(decided) });
    return { ...base, themes: base.themes.map((theme) => ({ ...theme, questions })) };
  };
  for (const text of [
    `## B\nBecause.\n- Second (docs)\n${ready}  needs: Which one?\n`,
    `## A\nBecause.\n- Which one?\n- Second (docs)\n${ready}  needs: Which one?\n`,
  ]) {
    expect(readyTitles(text, beside([]))).toEqual([]);
    expect(readyTitles(text, beside(["9"]))).toEqual(["Second"]);
  }
});
