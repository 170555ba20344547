import { type Readiness, readiness } from "../tasks/readiness";
import type { ImportPlan, PlannedNeed, PlannedTask, StoredRoadmap } from "./reconcile-types";

/** What is stored, with what no file says and readiness asks for: the ids of decided questions. */
export type BesidePlan = StoredRoadmap & { decided: ReadonlySet<string> };

/**
 * How ready each task of a plan would be once it is applied, by the task's key: the same rule that counts afterwards,
 * because it is the same function. `now` is the database's time.
 */
export function plannedReadiness(plan: ImportPlan, beside: BesidePlan, now: Date): Map<string, Readiness> {
  const isOpen = openNeeds(plan, beside);
  const titled = (needs: readonly PlannedNeed[]) => needs.map(({ title }) => ({ number: 0, title }));
  const found = (task: PlannedTask, themeWhy: string) => {
    const open = task.needs.filter(isOpen);
    const { goal, start, doneWhen, verify, sizeMinutes } = task.fields;
    return readiness({
      goal,
      themeWhy,
      start,
      doneWhen,
      verify,
      sizeMinutes,
      openBlockers: titled(open.filter(isTask)),
      openQuestions: titled(open.filter((need) => !isTask(need))),
      mentorName: null,
      mentorHoursLeft: null,
      checkedAt: now,
      whyChangedAt: null,
      waitsChangedAt: null,
      now,
    });
  };
  return new Map(
    plan.themes.flatMap((theme) => theme.tasks.map((task) => [task.key, found(task, theme.fields.why)] as const)),
  );
}

const isTask = ({ of }: PlannedNeed) => of === "task" || of === "stored task";

/** Whether a need is still in the way: a task that is not finished, a question without a decision. */
function openNeeds(plan: ImportPlan, beside: BesidePlan): (need: PlannedNeed) => boolean {
  const finished = new Set<string>();
  const decided = new Set<string>();
  for (const theme of plan.themes) {
    for (const { key, fields } of theme.tasks) if (fields.done) finished.add(key);
    for (const { key, id } of theme.questions) if (id !== null && beside.decided.has(id)) decided.add(key);
  }
  const finishedIds = new Set(
    beside.themes.flatMap(({ tasks }) => tasks.flatMap(({ id, done }) => (done ? [id] : []))),
  );
  return (need) => {
    switch (need.of) {
      case "task":
        return !finished.has(need.key);
      case "question":
        return !decided.has(need.key);
      case "stored task":
        return !finishedIds.has(need.id);
      case "stored question":
        return !beside.decided.has(need.id);
    }
  };
}
