import type { FieldChange, Planned, PlannedTask, PlannedTheme } from "../domain/roadmap/reconcile-types";
import type { Readiness } from "../domain/tasks/readiness";
import { writeSize } from "../domain/tasks/size";
import type { OutlineTask, OutlineTheme } from "./outline-change";

type Readinesses = Map<string, Pick<Readiness, "ready" | "checks">>;

/** A theme of a plan as its tree shows it; `hints` by the line they are about. */
export function treeOf(
  theme: PlannedTheme,
  readiness: Readinesses,
  hints: ReadonlyMap<number, string> = new Map(),
): OutlineTheme {
  const inPillar = (pillarKey: string | null) =>
    theme.tasks
      .filter((task) => task.pillarKey === pillarKey)
      .map((task) => ({
        ...taskOf(task, readiness.get(task.key)),
        hint: hints.get(task.line),
      }));
  return {
    ...node(theme),
    why: theme.fields.why,
    questions: theme.questions.map(node),
    tasks: inPillar(null),
    pillars: theme.pillars.map((pillar) => ({
      ...node(pillar),
      hint: hints.get(pillar.line),
      tasks: inPillar(pillar.key),
    })),
  };
}

function taskOf(task: PlannedTask, found: Pick<Readiness, "ready" | "checks"> | undefined): OutlineTask {
  const { kind, sizeMinutes, done, goal, start, doneWhen, verify, skills, links, notes } = task.fields;
  const unmet = (found?.checks ?? []).filter(({ must, met }) => must && !met);
  return {
    ...node(task),
    kind: kind.charAt(0).toUpperCase() + kind.slice(1),
    size: sizeMinutes === null ? null : writeSize(sizeMinutes),
    // What exists is known; of what is new, everything that was understood is shown.
    says: [
      { field: "Why", text: goal },
      { field: "Start", text: start },
      { field: "Done when", text: doneWhen },
      { field: "Verify", text: verify },
      { field: "Skills", text: skills.join(", ") },
      { field: "Links", text: links },
      { field: "Needs", text: task.needs.map(({ title }) => `“${title}”`).join(", ") },
      { field: "Notes", text: notes },
    ].filter(({ text }) => task.change === "new" && text !== ""),
    ready: !done && (found?.ready ?? false),
    finished: done,
    missing: unmet.map(({ missing }) => missing),
  };
}

const node = ({ line, change, fields, changes }: Planned<{ title: string }>) => ({
  line,
  change,
  title: fields.title,
  changes: changes.map(({ field, before, after }: FieldChange) => ({
    field,
    before: before || null,
    after: after || null,
  })),
});
