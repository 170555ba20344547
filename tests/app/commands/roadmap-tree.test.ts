import { expect, it } from "vitest";
import { roadmapTree } from "../../../app/commands/roadmap-tree";
import { readOutline } from "../../../app/domain/roadmap/outline";
import { type BesidePlan, plannedReadiness } from "../../../app/domain/roadmap/planned-readiness";
import { reconcile } from "../../../app/domain/roadmap/reconcile";

const stored: BesidePlan = {
  themes: [
    {
      id: "1",
      slug: "sign-in",
      title: "Sign-in",
      why: "People ask.",
      done: false,
      questions: [{ id: "2", number: 1, title: "Do we keep user names?", notes: "" }],
      pillars: [{ id: "3", title: "Doors", intro: "" }],
      tasks: ["Document it", "Draw it"].map((title, index) => ({
        id: String(4 + index),
        number: 1 + index,
        pillarId: "3",
        title,
        kind: "docs" as const,
        sizeMinutes: 180,
        goal: "",
        start: "here",
        doneWhen: "done",
        verify: "look",
        notes: "",
        skills: [],
        links: "",
        done: false,
        needs: { taskIds: [], questionIds: [] },
      })),
    },
  ],
  decided: new Set(),
};

it("against what is stored, each line says what would become of it, and what stays is named", () => {
  const text = "## Sign-in\n- Do we keep user names?\n### Doors\n- Document it (docs, 2h)\n- Try it (verify, 1h)\n";
  const plan = reconcile(readOutline(text), stored);
  expect(roadmapTree(plan, plannedReadiness(plan, stored, new Date("2026-05-04T09:00:00Z")))).toEqual([
    "Sign-in [same] (1 question, 2 tasks, 1 ready)",
    "  ? Do we keep user names? [same]",
    "  Doors [same]",
    "    - Document it (docs, 2h) [changed, ready]",
    "        size: 3h becomes 2h",
    "    - Try it (verify, 1h) [new]",
    "",
    "Stored and not in the file, left as they are:",
    "  task: Draw it (Sign-in)",
    "",
    "1 theme, 1 question, 1 pillar, 2 tasks. 1 ready.",
  ]);
});

it("of a file alone it says only what is in it, and what is ready or done", () => {
  const text =
    "## Sign-in\nWhy.\n- [x] Draw it (docs, 1h)\n- Try it (verify)\n  start: here\n  done when: it works\n  verify: look\n";
  expect(roadmapTree(reconcile(readOutline(text), { themes: [] }))).toEqual([
    "Sign-in (2 tasks, 1 ready)",
    "  - Draw it (docs, 1h) [done]",
    "  - Try it (verify, no size) [ready]",
    "",
    "1 theme, 0 questions, 0 pillars, 2 tasks. 1 ready, 1 done.",
  ]);
});
