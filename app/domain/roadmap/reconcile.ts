import type { Desk } from "./desk";
import { type AllMatches, matchAll, matchDesk } from "./match-nodes";
import { tasksOf } from "./outline-tasks";
import type { Outline, OutlinePillar, OutlineQuestion, OutlineTask, OutlineTheme } from "./outline-types";
import { planPillar, planQuestion, planTask, planTheme } from "./reconcile-fields";
import { planNeeds } from "./reconcile-needs";
import type {
  FieldChange,
  ImportPlan,
  LeftAlone,
  PlannedTask,
  PlannedTheme,
  StoredQuestion,
  StoredRoadmap,
  StoredTask,
  StoredTheme,
} from "./reconcile-types";

export type { ImportPlan, StoredRoadmap } from "./reconcile-types";

/**
 * What importing an outline into a stored roadmap would do: what is new, what changes and how, what is the same, and
 * what is stored but not in the file, which is left alone. Importing the same file again changes nothing. What the file
 * does not say never erases what is stored; a guessed kind never replaces a stored one; a ticked box marks as done, an
 * empty one never opens again. Pure: the plan is applied by whoever holds the transaction.
 */
export const reconcile = (outline: Outline, existing: StoredRoadmap): ImportPlan =>
  planFor(outline, existing, matchAll(outline, existing), false);

/**
 * What saving a theme's desk would do. Its lines are told by their marks, or else by their titles among what no line has;
 * nothing outside the theme is touched. The desk is the whole theme: what it no longer says is erased, what it no longer
 * names is in `leftAlone`, to be taken off or kept by whoever applies the plan.
 */
export function reconcileDesk(desk: Desk, existing: StoredRoadmap, themeId: string): ImportPlan {
  const stored = existing.themes.find(({ id }) => id === themeId);
  if (!stored) throw new Error(`there is no theme ${themeId} to compare with`);
  const { theme, unread, remarks } = desk;
  const outline: Outline = { title: null, intro: "", themes: [theme], unread, remarks, lines: [] };
  const plan = planFor(outline, existing, matchDesk(desk, stored), true);
  const own = new Set([...stored.tasks, ...stored.questions, ...stored.pillars].map(({ id }) => id));
  return {
    ...plan,
    leftAlone: plan.leftAlone.filter(({ of, id, theme }) => of !== "theme" && theme === stored.title && own.has(id)),
  };
}

/** `replaces`: the outline is all there is to say, so that what it leaves out is erased. */
function planFor(outline: Outline, existing: StoredRoadmap, match: AllMatches, replaces: boolean): ImportPlan {
  const keys = nameAll(outline);
  const remarks = [...outline.remarks];
  const place = { keys, tasks: match.tasks, questions: match.questions };
  const needs = planNeeds(outline, existing, place, remarks, replaces);
  const themeOfStored = new Map<StoredTask | StoredQuestion, StoredTheme>(
    existing.themes.flatMap((theme) => [...theme.tasks, ...theme.questions].map((one) => [one, theme] as const)),
  );

  const themes = outline.themes.map((theme, at): PlannedTheme => {
    const stored = match.themes.of(theme);
    const pillarKeys = new Map(theme.pillars.map((pillar, number) => [pillar, `theme-${at + 1}/pillar-${number + 1}`]));
    return {
      ...planTheme(theme, stored, `theme-${at + 1}`, replaces),
      questions: theme.questions.map((question) => planOneQuestion(question, theme, stored)),
      pillars: theme.pillars.map((pillar) =>
        planPillar(pillar, match.pillars.of(pillar), pillarKeys.get(pillar) ?? "", replaces),
      ),
      tasks: tasksOf(theme).map((task) => planOneTask(task, theme, stored, pillarKeys)),
    };
  });
  const byLine = remarks.sort((a, b) => a.line - b.line);
  const { title, intro, unread } = outline;
  return {
    title,
    intro,
    themes,
    leftAlone: listLeftAlone(existing, match),
    unread,
    remarks: byLine,
    counts: count(themes),
  };

  function planOneQuestion(question: OutlineQuestion, theme: OutlineTheme, storedTheme: StoredTheme | null) {
    const stored = match.questions.of(question);
    const planned = planQuestion(question, stored, keys.get(question) ?? "", replaces);
    const from = stored ? (themeOfStored.get(stored) ?? null) : null;
    if (stored === null || from === storedTheme) return planned;
    const moved: FieldChange = { field: "Theme", before: from?.title ?? "", after: theme.title };
    return { ...planned, change: "changed" as const, changes: [moved, ...planned.changes] };
  }

  function planOneTask(
    task: OutlineTask,
    theme: OutlineTheme,
    storedTheme: StoredTheme | null,
    pillarKeys: Map<OutlinePillar, string>,
  ): PlannedTask {
    const stored = match.tasks.of(task);
    const planned = planTask(
      task,
      stored,
      keys.get(task) ?? "",
      needs.get(task) ?? { needs: [], before: [], changed: false, refused: [] },
      replaces,
    );
    const from = stored ? (themeOfStored.get(stored) ?? null) : null;
    const pillar = theme.pillars.find((one) => one.tasks.includes(task)) ?? null;
    const before = from?.pillars.find((one) => one.id === stored?.pillarId) ?? null;
    // Outside any pillar in a file that does not know the stored one: the file says nothing about it.
    const stays = !replaces && pillar === null && before !== null && from === storedTheme && !match.pillars.has(before);
    const after = stays ? before : pillar;
    const moved: FieldChange[] = [];
    if (stored && from !== storedTheme) moved.push({ field: "Theme", before: from?.title ?? "", after: theme.title });
    const samePillar = pillar ? match.pillars.of(pillar) === before && before !== null : after === before;
    if (stored && !samePillar) moved.push({ field: "Pillar", before: before?.title ?? "", after: after?.title ?? "" });
    return {
      ...planned,
      change: stored && moved.length > 0 ? "changed" : planned.change,
      changes: [...moved, ...planned.changes],
      pillarKey: pillar ? (pillarKeys.get(pillar) ?? null) : null,
      pillarId: stays ? (before?.id ?? null) : null,
    };
  }
}

function nameAll(outline: Outline): Map<OutlineTask | OutlineQuestion, string> {
  const keys = new Map<OutlineTask | OutlineQuestion, string>();
  for (const [at, theme] of outline.themes.entries()) {
    for (const [number, task] of tasksOf(theme).entries()) keys.set(task, `theme-${at + 1}/task-${number + 1}`);
    for (const [number, one] of theme.questions.entries()) keys.set(one, `theme-${at + 1}/question-${number + 1}`);
  }
  return keys;
}

function listLeftAlone(existing: StoredRoadmap, match: AllMatches): LeftAlone[] {
  return existing.themes.flatMap((theme): LeftAlone[] => {
    const entry = (of: LeftAlone["of"]) => (one: { id: string; title: string }) => ({
      of,
      id: one.id,
      title: one.title,
      theme: theme.title,
    });
    return [
      ...[theme].filter((one) => !match.themes.has(one)).map(entry("theme")),
      ...theme.questions.filter((one) => !match.questions.has(one)).map(entry("question")),
      ...theme.pillars.filter((one) => !match.pillars.has(one)).map(entry("pillar")),
      ...theme.tasks.filter((one) => !match.tasks.has(one)).map(entry("task")),
    ];
  });
}

function count(themes: PlannedTheme[]): ImportPlan["counts"] {
  const tally = (nodes: { change: "new" | "changed" | "same" }[]) => ({
    new: nodes.filter((node) => node.change === "new").length,
    changed: nodes.filter((node) => node.change === "changed").length,
    same: nodes.filter((node) => node.change === "same").length,
  });
  return {
    themes: tally(themes),
    questions: tally(themes.flatMap((theme) => theme.questions)),
    pillars: tally(themes.flatMap((theme) => theme.pillars)),
    tasks: tally(themes.flatMap((theme) => theme.tasks)),
  };
}
