import { expect, it } from "vitest";
import { countOf, importedWords, planWords } from "../../../../app/domain/roadmap/import-words";
import type { ImportPlan } from "../../../../app/domain/roadmap/reconcile-types";

type Few = Partial<Record<keyof ImportPlan["counts"], [added: number, changed: number, same: number]>>;
const plan = (few: Few): Pick<ImportPlan, "counts"> => {
  const tally = ([added, changed, same]: [number, number, number] = [0, 0, 0]) => ({ new: added, changed, same });
  const { themes, questions, pillars, tasks } = few;
  return {
    counts: { themes: tally(themes), questions: tally(questions), pillars: tally(pillars), tasks: tally(tasks) },
  };
};

it("an import says how much came in and how much was changed, each with its own number", () => {
  expect(importedWords(plan({ tasks: [1, 0, 0] }), false)).toBe("1 task came in.");
  expect(importedWords(plan({ themes: [1, 0, 0], tasks: [1, 1, 0] }), false)).toBe(
    "1 theme and 1 task came in. 1 task was changed.",
  );
  expect(importedWords(plan({ questions: [0, 1, 0], tasks: [1200, 1, 0] }), false)).toBe(
    "1,200 tasks came in. 1 question and 1 task were changed.",
  );
});

it("an import that had nothing to do says so, and a new title counts", () => {
  expect(importedWords(plan({ tasks: [0, 0, 3] }), false)).toBe(
    "Nothing had to change: everything in the text was there already.",
  );
  expect(importedWords(plan({ tasks: [0, 0, 3] }), true)).toBe(
    "The roadmap's title and introduction are those of the text.",
  );
});

it("a preview says how much a text holds, whatever would come of it", () => {
  const held = plan({ themes: [1, 1, 6], questions: [12, 0, 0], pillars: [2, 0, 0], tasks: [24, 1, 1] });
  expect(planWords(held, 6)).toBe("8 themes, 12 questions, 26 tasks; 6 of them ready");
  expect(planWords(plan({ themes: [1, 0, 0] }), 0)).toBe("1 theme, 0 questions, 0 tasks");
  expect(countOf(held, "new")).toBe(39);
  expect(countOf(held, "same")).toBe(7);
});
