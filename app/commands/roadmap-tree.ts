import type { ImportPlan, PlannedTask, PlannedTheme } from "../domain/roadmap/reconcile-types";
import { readiness } from "../domain/tasks/readiness";
import { writeSize } from "../domain/tasks/size";

/** What a roadmap file would become, as lines of a tree for a terminal, and how much of it there is. */
export function roadmapTree(plan: ImportPlan): string[] {
  const tasks = new Map(plan.themes.flatMap((theme) => theme.tasks.map((task) => [task.key, task] as const)));
  const isReady = (theme: PlannedTheme, task: PlannedTask) => !task.fields.done && readyNow(theme, task, tasks);
  const all = plan.themes.flatMap((theme) => theme.tasks.map((task) => ({ theme, task })));
  const ready = all.filter(({ theme, task }) => isReady(theme, task)).length;
  const done = all.filter(({ task }) => task.fields.done).length;
  const counts = [
    counted(plan.themes.length, "theme"),
    counted(plan.themes.flatMap((theme) => theme.questions).length, "question"),
    counted(plan.themes.flatMap((theme) => theme.pillars).length, "pillar"),
    counted(all.length, "task"),
  ];
  return [
    ...(plan.title === null ? [] : [plan.title, ""]),
    ...plan.themes.flatMap((theme) => [...themeLines(theme, isReady), ""]),
    `${counts.join(", ")}. ${ready} ready${done > 0 ? `, ${done} done` : ""}.`,
  ];
}

function themeLines(theme: PlannedTheme, isReady: (theme: PlannedTheme, task: PlannedTask) => boolean): string[] {
  const { title, why, done } = theme.fields;
  const line = (task: PlannedTask, indent: string) => {
    const says = [task.fields.kind, task.fields.sizeMinutes === null ? "no size" : writeSize(task.fields.sizeMinutes)];
    const mark = task.fields.done ? "done" : isReady(theme, task) ? "ready" : null;
    const waits = task.needs.map((need) => `${indent}    waits for: ${need.title}`);
    return [`${indent}- ${task.fields.title} (${says.join(", ")})${mark === null ? "" : ` [${mark}]`}`, ...waits];
  };
  const inPillar = (key: string | null) => theme.tasks.filter((task) => task.pillarKey === key);
  const ready = theme.tasks.filter((task) => isReady(theme, task)).length;
  const counts = [
    ...(theme.questions.length > 0 ? [counted(theme.questions.length, "question")] : []),
    counted(theme.tasks.length, "task"),
    ...(ready > 0 ? [`${ready} ready`] : []),
    ...(why === "" ? ["nobody has said why yet"] : []),
  ];
  return [
    `${title}${done ? " [done]" : ""} (${counts.join(", ")})`,
    ...theme.questions.map((question) => `  ? ${question.fields.title}`),
    ...inPillar(null).flatMap((task) => line(task, "  ")),
    ...theme.pillars.flatMap((pillar) => [
      `  ${pillar.fields.title}`,
      ...inPillar(pillar.key).flatMap((task) => line(task, "    ")),
    ]),
  ];
}

/** Ready by the product's rule, for a roadmap that nothing is stored of yet: just looked at, and no sprint on. */
function readyNow(theme: PlannedTheme, task: PlannedTask, tasks: ReadonlyMap<string, PlannedTask>): boolean {
  const now = new Date();
  const blockers = task.needs.filter((need) => need.of === "task" && !tasks.get(need.key)?.fields.done);
  const questions = task.needs.filter((need) => need.of === "question");
  return readiness({
    ...task.fields,
    goal: "",
    themeWhy: theme.fields.why,
    openBlockers: blockers.map(({ title }) => ({ number: 0, title })),
    openQuestions: questions.map(({ title }) => ({ number: 0, title })),
    mentorName: null,
    mentorHoursLeft: null,
    checkedAt: now,
    now,
  }).ready;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
