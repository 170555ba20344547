import { tasksOf } from "./outline-tasks";
import type { OutlinePillar, OutlineQuestion, OutlineTask, OutlineTheme } from "./outline-types";

export type DeskNode = OutlineQuestion | OutlinePillar | OutlineTask;

/**
 * What tells a line of the desk from all others, however it is rewritten: "#12" is task 12, "#q3" question 3, "#p7" the
 * pillar of that id. It stands at the end of the line; a line without one is new, and so is "Fix #12 #new".
 */
export type Mark = `#${number}` | `#q${number}` | `#p${number}`;

/** The nodes of a theme with the kind of mark each may carry. */
export const nodesOf = (theme: OutlineTheme): { node: DeskNode; letter: "" | "q" | "p" }[] => [
  ...theme.questions.map((node) => ({ node, letter: "q" as const })),
  ...theme.pillars.map((node) => ({ node, letter: "p" as const })),
  ...tasksOf(theme).map((node) => ({ node, letter: "" as const })),
];

const atEnd = /[ \t]#([qp]?[1-9]\d{0,8})([ \t]+#new)?[ \t]*$/;

/** Takes the marks off the ends of lines, but for lines in `kept` (1-based), and says which stood where. */
export function takeMarks(
  text: string,
  known: ReadonlySet<string>,
  kept: ReadonlySet<number>,
): { text: string; marks: Map<number, Mark> } {
  const marks = new Map<number, Mark>();
  const lines = text.split("\n").map((line, at) => {
    const found = atEnd.exec(line);
    const mark = found && (`#${found[1]}` as Mark);
    if (!found || !mark || kept.has(at + 1) || !known.has(mark)) return line;
    if (found[2] !== undefined) return line.slice(0, line.lastIndexOf("#new")).trimEnd();
    marks.set(at + 1, mark);
    return line.slice(0, found.index);
  });
  return { text: lines.join("\n"), marks };
}

/** Every mark that stands at the end of a line. */
export function marksIn(text: string): Set<string> {
  const found = text.split("\n").map((line) => atEnd.exec(line)?.[1]);
  return new Set(found.flatMap((mark) => (mark === undefined ? [] : [`#${mark}`])));
}

/** The end of a line: its mark, or "#new" behind a title that would be taken to end in one. */
export function endOfLine(title: string, mark: Mark | undefined): string {
  if (mark !== undefined) return ` ${mark}`;
  return atEnd.test(` ${title}`) ? " #new" : "";
}
