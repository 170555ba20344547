import { plannedReadiness } from "../domain/roadmap/planned-readiness";
import type { ImportPlan, Planned, PlannedTask, PlannedTheme } from "../domain/roadmap/reconcile-types";
import type { Readiness } from "../domain/tasks/readiness";
import { writeSize } from "../domain/tasks/size";

type Found = ReadonlyMap<string, Pick<Readiness, "ready">>;

/**
 * What a roadmap file would become, as lines of a tree for a terminal, and how much of it there is. `compared` is how
 * ready each task would be, by key, when the plan was made against what a community has stored: then the lines say what
 * is new and what changes, and what is stored and not in the file. Without it nothing is stored yet, and all is new.
 */
export function roadmapTree(plan: ImportPlan, compared?: Found): string[] {
  const found = compared ?? plannedReadiness(plan, nothingStored, new Date());
  const isReady = (task: PlannedTask) => !task.fields.done && found.get(task.key)?.ready === true;
  const all = plan.themes.flatMap((theme) => theme.tasks);
  const ready = all.filter(isReady).length;
  const done = all.filter(({ fields }) => fields.done).length;
  const counts = [
    counted(plan.themes.length, "theme"),
    counted(plan.themes.flatMap((theme) => theme.questions).length, "question"),
    counted(plan.themes.flatMap((theme) => theme.pillars).length, "pillar"),
    counted(all.length, "task"),
  ];
  return [
    ...(plan.title === null ? [] : [plan.title, ""]),
    ...plan.themes.flatMap((theme) => [...themeLines(theme, isReady, compared !== undefined), ""]),
    ...leftLines(plan.leftAlone),
    `${counts.join(", ")}. ${ready} ready${done > 0 ? `, ${done} done` : ""}.`,
  ];
}

const nothingStored = { themes: [], goals: new Map<string, string>(), decided: new Set<string>() };

function themeLines(theme: PlannedTheme, isReady: (task: PlannedTask) => boolean, compares: boolean): string[] {
  const { title, why, done } = theme.fields;
  const marks = (node: Planned<unknown>, ...more: (string | null)[]) => {
    const said = [compares ? node.change : null, ...more].filter((mark) => mark !== null);
    return said.length > 0 ? ` [${said.join(", ")}]` : "";
  };
  const changes = (node: Planned<unknown>, indent: string) =>
    node.changes.map(
      ({ field, before, after }) =>
        `${indent}    ${field.toLowerCase()}: ${short(before || "nothing")} becomes ${short(after || "nothing")}`,
    );
  const line = (task: PlannedTask, indent: string) => {
    const says = [task.fields.kind, task.fields.sizeMinutes === null ? "no size" : writeSize(task.fields.sizeMinutes)];
    const mark = task.fields.done ? "done" : isReady(task) ? "ready" : null;
    const waits = task.needs.map((need) => `${indent}    waits for: ${need.title}`);
    return [
      `${indent}- ${task.fields.title} (${says.join(", ")})${marks(task, mark)}`,
      ...waits,
      ...changes(task, indent),
    ];
  };
  const inPillar = (key: string | null) => theme.tasks.filter((task) => task.pillarKey === key);
  const ready = theme.tasks.filter(isReady).length;
  const counts = [
    ...(theme.questions.length > 0 ? [counted(theme.questions.length, "question")] : []),
    counted(theme.tasks.length, "task"),
    ...(ready > 0 ? [`${ready} ready`] : []),
    ...(why === "" ? ["nobody has said why yet"] : []),
  ];
  return [
    `${title}${marks(theme, done ? "done" : null)} (${counts.join(", ")})`,
    ...changes(theme, ""),
    ...theme.questions.flatMap((question) => [
      `  ? ${question.fields.title}${marks(question)}`,
      ...changes(question, "  "),
    ]),
    ...inPillar(null).flatMap((task) => line(task, "  ")),
    ...theme.pillars.flatMap((pillar) => [
      `  ${pillar.fields.title}${marks(pillar)}`,
      ...changes(pillar, "  "),
      ...inPillar(pillar.key).flatMap((task) => line(task, "    ")),
    ]),
  ];
}

function leftLines(things: ImportPlan["leftAlone"]): string[] {
  if (things.length === 0) return [];
  const lines = things.map(({ of, title, theme }) => `  ${of}: ${title}${of === "theme" ? "" : ` (${theme})`}`);
  return ["Stored and not in the file, left as they are:", ...lines, ""];
}

/** One line of a text that may have many. */
function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
