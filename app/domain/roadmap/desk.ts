import { type DeskNode, endOfLine, type Mark, nodesOf, takeMarks } from "./desk-marks";
import { readInside } from "./outline";
import { cleanText } from "./outline-lines";
import { tasksOf } from "./outline-tasks";
import type { OutlineTheme, UnreadLine } from "./outline-types";
import { writeInside, writeText } from "./outline-write";
import type { StoredRoadmap, StoredTheme } from "./reconcile-types";
import { foldTitle } from "./titles";

/** A theme as it is written at its desk: what it holds, and which line is which stored thing. Lines without a mark are new. */
export type Desk = {
  theme: OutlineTheme;
  marks: ReadonlyMap<DeskNode, Mark>;
  unread: UnreadLine[];
  remarks: UnreadLine[];
};

const nothing = (): OutlineTheme => ({
  line: 0,
  lines: [],
  title: "",
  why: "",
  done: false,
  questions: [],
  tasks: [],
  pillars: [],
});

/** The marks of everything a stored theme holds. */
export const marksOf = ({ tasks, questions, pillars }: StoredTheme): Set<Mark> =>
  new Set<Mark>([
    ...tasks.map(({ number }): Mark => `#${number}`),
    ...questions.map(({ number }): Mark => `#q${number}`),
    ...pillars.map(({ id }): Mark => `#p${Number(id)}`),
  ]);

/**
 * Reads what is written at a theme's desk. `known` are the marks of what the theme holds; anything else at the end of a
 * line is part of it. The title, and whether the theme is done, are not the desk's: they come from `named`.
 */
export function readDesk(text: string, known: ReadonlySet<string>, named: Pick<StoredTheme, "title" | "done">): Desk {
  const plain = cleanText(text);
  const kept = new Set<number>();
  for (let round = 0; ; round += 1) {
    const taken = takeMarks(plain, known, kept);
    const outline = readInside(taken.text);
    const theme = { ...(outline.themes[0] ?? nothing()), title: named.title, done: named.done };
    const starts = new Set(nodesOf(theme).map(({ node }) => node.line));
    // "See #12" in a note is no mark: it goes back, and the text is read once more.
    const stray = [...taken.marks.keys()].filter((line) => !starts.has(line) && !isHeading(plain, line));
    for (const line of stray) kept.add(line);
    if (stray.length === 0 || round === rounds) {
      const { marks, remarks } = giveMarks(theme, taken.marks);
      return { theme, marks, unread: outline.unread, remarks: [...outline.remarks, ...remarks] };
    }
  }
}

/** Taking a mark away hardly ever changes what a line is; what is still unclear then stays as it was read last. */
const rounds = 3;

const isHeading = (text: string, line: number): boolean => /^\s{0,3}#{1,9}\s/.test(text.split("\n")[line - 1] ?? "");

function giveMarks(theme: OutlineTheme, found: ReadonlyMap<number, Mark>) {
  const marks = new Map<DeskNode, Mark>();
  const given = new Set<Mark>();
  const remarks: UnreadLine[] = [];
  for (const { node, letter } of nodesOf(theme)) {
    const mark = found.get(node.line);
    if (mark === undefined || !new RegExp(`^#${letter}\\d`).test(mark)) continue;
    if (given.has(mark)) {
      const because = `${mark} stands at the end of two lines. The first keeps it; this one is new.`;
      remarks.push({ line: node.line, text: node.title, because });
    } else marks.set(node, mark);
    given.add(mark);
  }
  return { marks, remarks };
}

/** What is written at the desk of a theme: `readDesk` reads it back as the same. */
export function writeDesk({ theme, marks }: Pick<Desk, "theme" | "marks">): string {
  const inside = writeInside(theme, "##", (node) => endOfLine(node.title, marks.get(node)));
  return `${[writeText("why", theme.why), ...inside].filter((block) => block !== "").join("\n\n")}\n`;
}

/** A stored theme as it stands at its desk. `roadmap` holds whatever its tasks may wait for in other themes. */
export function deskOf(stored: StoredTheme, roadmap: StoredRoadmap): Desk {
  const marks = new Map<DeskNode, Mark>();
  const at = { line: 0, lines: [] };
  const nameOf = namesFor(stored, roadmap);
  const tasksIn = (pillarId: string | null) =>
    stored.tasks
      .filter((task) => task.pillarId === pillarId)
      .map(({ id, number, pillarId: _, needs, ...task }) => {
        const names = [
          ...needs.taskIds.map((other) => nameOf(`task ${other}`)),
          ...needs.questionIds.map((other) => nameOf(`question ${other}`)),
        ];
        const node = { ...task, ...at, kindGuessed: false, needs: names.filter((name) => name !== null) };
        marks.set(node, `#${number}`);
        return node;
      });
  const theme: OutlineTheme = {
    ...at,
    title: stored.title,
    why: stored.why,
    done: stored.done,
    questions: stored.questions.map(({ number, title, notes }) => {
      const node = { ...at, title, notes };
      marks.set(node, `#q${number}`);
      return node;
    }),
    tasks: tasksIn(null),
    pillars: stored.pillars.map(({ id, title, intro }) => {
      const node = { ...at, title, intro, tasks: tasksIn(id) };
      marks.set(node, `#p${Number(id)}`);
      return node;
    }),
  };
  return { theme, marks, unread: [], remarks: [] };
}

/** What "needs:" calls a thing: its title where that is clear, a task of another theme by its number. */
function namesFor(stored: StoredTheme, roadmap: StoredRoadmap): (key: string) => string | null {
  const counts = new Map<string, number>();
  for (const { title } of [...stored.tasks, ...stored.questions])
    counts.set(foldTitle(title), (counts.get(foldTitle(title)) ?? 0) + 1);
  const names = new Map<string, string>();
  for (const theme of roadmap.themes) {
    const here = theme.id === stored.id;
    for (const { id, number, title } of theme.tasks)
      names.set(`task ${id}`, here && counts.get(foldTitle(title)) === 1 ? title : `#${number}`);
    for (const { id, title } of theme.questions) names.set(`question ${id}`, title);
  }
  return (key) => names.get(key) ?? null;
}

/** Every task written at a desk, in the order of its lines. */
export const tasksAt = ({ theme }: Pick<Desk, "theme">) => tasksOf(theme);
