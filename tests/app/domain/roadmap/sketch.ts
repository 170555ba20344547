import type { Outline, OutlineTask } from "../../../../app/domain/roadmap/outline-types";
import { writeSize } from "../../../../app/domain/tasks/size";

/** An outline in a few words a line, for tests that show a whole tree: "~code" is a kind that was guessed. */
export function sketch(outline: Outline): string[] {
  return outline.themes.flatMap((theme) => [
    `${theme.title}${theme.done ? " [x]" : ""}${theme.why ? ` | ${theme.why.replaceAll("\n", " ")}` : ""}`,
    ...theme.questions.map((question) => `  ? ${question.title}${question.notes ? ` | ${question.notes}` : ""}`),
    ...theme.tasks.flatMap((task) => sketchTask(task, "  ")),
    ...theme.pillars.flatMap((pillar) => [
      `  ## ${pillar.title}${pillar.intro ? ` | ${pillar.intro}` : ""}`,
      ...pillar.tasks.flatMap((task) => sketchTask(task, "    ")),
    ]),
  ]);
}

function sketchTask(task: OutlineTask, indent: string): string[] {
  const size = task.sizeMinutes === null ? "" : `, ${writeSize(task.sizeMinutes)}`;
  const says = {
    why: task.goal,
    start: task.start,
    "done when": task.doneWhen,
    verify: task.verify,
    skills: task.skills.join(", "),
    links: task.links,
    needs: task.needs.join("; "),
    notes: task.notes,
  };
  return [
    `${indent}- ${task.done ? "[x] " : ""}${task.title} (${task.kindGuessed ? "~" : ""}${task.kind}${size})`,
    ...Object.entries(says).flatMap(([name, text]) =>
      text === "" ? [] : [`${indent}    ${name}: ${text.replaceAll("\n", " / ")}`],
    ),
  ];
}
