import type { OutlineTask, OutlineTheme } from "./outline-types";

/** A theme's tasks, those outside any pillar first. */
export const tasksOf = (theme: OutlineTheme): OutlineTask[] => [
  ...theme.tasks,
  ...theme.pillars.flatMap((pillar) => pillar.tasks),
];
