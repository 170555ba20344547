import type {
  ImportPlan,
  PlannedNeed,
  StoredRoadmap,
  StoredTask,
  StoredTheme,
} from "../../../../app/domain/roadmap/reconcile-types";

/** The roadmap that storing a plan leaves behind: what an import does, without a database. */
export function applyPlan(stored: StoredRoadmap, plan: ImportPlan): StoredRoadmap {
  const ids = new Map<string, string>();
  let last = Math.max(0, ...allIds(stored).map((id) => Number(id)));
  const idFor = (node: { key: string; id: string | null }): string => {
    if (node.id === null && !ids.has(node.key)) last += 1;
    const id = node.id ?? ids.get(node.key) ?? String(last);
    ids.set(node.key, id);
    return id;
  };
  for (const theme of plan.themes) {
    for (const node of [theme, ...theme.questions, ...theme.pillars, ...theme.tasks]) idFor(node);
  }
  const themes = new Map<string, StoredTheme>(structuredClone(stored.themes).map((theme) => [theme.id, theme]));
  const movedAway = new Set(
    plan.themes.flatMap((theme) => [...theme.tasks, ...theme.questions].flatMap(({ id }) => id ?? [])),
  );
  const before = new Map(stored.themes.flatMap((theme) => theme.tasks.map((task) => [task.id, task])));
  let number = Math.max(0, ...stored.themes.flatMap((theme) => theme.tasks.map((task) => task.number)));

  for (const theme of themes.values()) {
    theme.tasks = theme.tasks.filter(({ id }) => !movedAway.has(id));
    theme.questions = theme.questions.filter(({ id }) => !movedAway.has(id));
  }
  for (const planned of plan.themes) {
    const id = idFor(planned);
    const there = themes.get(id) ?? {
      id,
      slug: `theme-${id}`,
      title: "",
      why: "",
      done: false,
      questions: [],
      pillars: [],
      tasks: [],
    };
    const pillars = planned.pillars.map((pillar) => ({ id: idFor(pillar), ...pillar.fields }));
    const tasks = planned.tasks.map((task): StoredTask => {
      const taskId = idFor(task);
      const pillarId = task.pillarKey === null ? task.pillarId : (ids.get(task.pillarKey) ?? null);
      const known = before.get(taskId);
      if (!known) number += 1;
      return { id: taskId, number: known?.number ?? number, pillarId, ...task.fields, needs: needsOf(task.needs) };
    });
    const others = there.pillars.filter((pillar) => !pillars.some((one) => one.id === pillar.id));
    themes.set(id, {
      ...there,
      ...planned.fields,
      questions: [
        ...planned.questions.map((one) => ({ id: idFor(one), number: Number(idFor(one)), ...one.fields })),
        ...there.questions,
      ],
      pillars: [...pillars, ...others],
      tasks: [...tasks, ...there.tasks],
    });
  }
  return { themes: [...themes.values()] };

  function needsOf(needs: PlannedNeed[]): StoredTask["needs"] {
    const idOf = (need: PlannedNeed) => ("id" in need ? need.id : (ids.get(need.key) ?? ""));
    return {
      taskIds: needs.filter(({ of }) => of === "task" || of === "stored task").map(idOf),
      questionIds: needs.filter(({ of }) => of === "question" || of === "stored question").map(idOf),
    };
  }
}

const allIds = (stored: StoredRoadmap): string[] =>
  stored.themes.flatMap((theme) => [
    theme.id,
    ...[...theme.questions, ...theme.pillars, ...theme.tasks].map(({ id }) => id),
  ]);
