import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOutline } from "../../../../app/domain/roadmap/outline";
import { reconcile } from "../../../../app/domain/roadmap/reconcile";
import type { ImportPlan, StoredRoadmap } from "../../../../app/domain/roadmap/reconcile-types";
import { applyPlan } from "./apply-plan";
import { outlineText } from "./outline-texts";

const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) };
const nothing: StoredRoadmap = { themes: [] };

/** Few different words, so that titles meet again in other themes, pillars and needs. */
const repetitive = outlineText.map((text) => text.replace(/wort(\d+)/g, (_, number) => `word${Number(number) % 4}`));
const anyText = fc.oneof(outlineText, repetitive);

const importInto = (stored: StoredRoadmap, text: string): StoredRoadmap =>
  applyPlan(stored, reconcile(readOutline(text), stored));

const changed = (plan: ImportPlan): string[] =>
  plan.themes
    .flatMap((theme) => [theme, ...theme.questions, ...theme.pillars, ...theme.tasks])
    .filter(({ change }) => change !== "same")
    .map(({ change, fields }) => `${change} ${fields.title}`);

describe("whatever a file holds", () => {
  it("importing it again changes nothing, and leaves nothing out", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const stored = importInto(nothing, text);
        const again = reconcile(readOutline(text), stored);
        expect(changed(again)).toEqual([]);
        expect(again.leftAlone).toEqual([]);
        expect(applyPlan(stored, again)).toEqual(stored);
      }),
      runs,
    );
  });

  it("importing it after another file, then again, changes nothing the second time", () => {
    fc.assert(
      fc.property(anyText, anyText, (first, second) => {
        const stored = importInto(importInto(nothing, first), second);
        expect(changed(reconcile(readOutline(second), stored))).toEqual([]);
      }),
      runs,
    );
  });

  it("no import erases a text, opens a task again, or loses one", () => {
    fc.assert(
      fc.property(repetitive, repetitive, (first, second) => {
        const before = importInto(nothing, first);
        const after = importInto(before, second);
        const tasks = new Map(after.themes.flatMap((theme) => theme.tasks.map((task) => [task.id, task])));
        for (const task of before.themes.flatMap((theme) => theme.tasks)) {
          const now = tasks.get(task.id);
          expect(now).toBeDefined();
          if (task.done) expect(now?.done).toBe(true);
          for (const field of ["start", "doneWhen", "verify"] as const)
            if (task[field]) expect(now?.[field]).not.toBe("");
        }
      }),
      runs,
    );
  });

  it("nothing ever waits for itself, not even around three corners", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })), { maxLength: 30 }),
        (pairs) => {
          const lines = Array.from({ length: 8 }, (_, task) => {
            const needs = pairs.filter(([from]) => from === task).map(([, to]) => `"task${"abcdefgh"[to]}"`);
            return `- [ ] task${"abcdefgh"[task]}\n  needs: ${needs.join("; ")}`;
          });
          const tasks = importInto(nothing, `# T\n${lines.join("\n")}`).themes[0]?.tasks ?? [];
          const open = new Map(tasks.map(({ id, needs }) => [id, needs.taskIds]));
          for (let round = 0; round < 8; round += 1) {
            for (const [id, needs] of open) if (needs.every((need) => !open.has(need))) open.delete(id);
          }
          expect([...open]).toEqual([]);
        },
      ),
      runs,
    );
  });
});
