import type { TaskRow } from "../tasks/row";
import type { Standing } from "../tasks/standing";
import { type Chart, drawChart } from "./chart";

/** Something in the picture of a theme: a task of it, a task of another theme (`theme` names that), or a question. */
export type ChartStop = { id: string; number: number; title: string } & (
  | { is: "task"; standing: Standing; theme: string | null }
  | { is: "question"; decided: boolean }
);

/** A step of the list beside the picture: what stands in one column, each with what it waits for. */
export type ChartStep = { column: number; stops: { stop: ChartStop; waitsFor: ChartStop[] }[] };

export type ThemeChart = { stops: ChartStop[]; chart: Chart; steps: ChartStep[] };

type Known = {
  /** The theme's tasks; those that neither wait nor are waited for are left out of the picture. */
  rows: readonly TaskRow[];
  outside: readonly (TaskRow & { theme: string })[];
  waits: readonly { task: number; waitsFor: number }[];
  questions: readonly { task: number; number: number; title: string; decided: boolean }[];
};

const taskId = (number: number) => `task ${String(number).padStart(10, "0")}`;
const questionId = (number: number) => `question ${String(number).padStart(10, "0")}`;

/** A theme's dependencies as a picture, and as a list that says the same in the order in which things can be started. */
export function themeChart({ rows, outside, waits, questions }: Known): ThemeChart {
  const edges = [
    ...waits.map(({ task, waitsFor }) => ({ from: taskId(waitsFor), to: taskId(task) })),
    ...questions.map(({ task, number }) => ({ from: questionId(number), to: taskId(task) })),
  ];
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const all: ChartStop[] = [
    ...rows.map((row) => stopOf(row, null)),
    ...outside.map((row) => stopOf(row, row.theme)),
    ...questions.map(({ number, title, decided }) => ({
      is: "question" as const,
      id: questionId(number),
      number,
      title,
      decided,
    })),
  ];
  const known = new Map(all.filter(({ id }) => ends.has(id)).map((stop) => [stop.id, stop]));
  const chart = drawChart([...known.keys()], edges);
  const steps: ChartStep[] = [];
  // As in the picture: column by column, from top to bottom.
  for (const { id, column } of chart.nodes.toSorted((a, b) => a.column - b.column || a.y - b.y)) {
    const stop = known.get(id);
    if (!stop) continue;
    const step = steps.at(-1);
    const waitsFor = chart.edges.filter(({ to }) => to === id).flatMap(({ from }) => known.get(from) ?? []);
    if (step?.column === column) step.stops.push({ stop, waitsFor });
    else steps.push({ column, stops: [{ stop, waitsFor }] });
  }
  return { stops: [...known.values()], chart, steps };
}

const stopOf = ({ number, title, standing }: TaskRow, theme: string | null): ChartStop => ({
  is: "task",
  id: taskId(number),
  number,
  title,
  standing,
  theme,
});

/** How something in the picture stands, in a word or two. */
export function stopWord(stop: ChartStop): string {
  if (stop.is === "question") return stop.decided ? "Question, answered" : "Open question";
  switch (stop.standing.is) {
    case "finished":
      return "Finished";
    case "held":
      return `Held by ${stop.standing.by}`;
    case "ready":
      return "Ready";
    case "waiting":
      return "Waits";
    default:
      return "Not ready";
  }
}
