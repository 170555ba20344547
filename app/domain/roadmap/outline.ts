import { limits } from "../limits";
import { readBlocks } from "./outline-blocks";
import { cleanText, type Line, splitLines } from "./outline-lines";
import { splitKnown } from "./outline-needs";
import { type Node, newNode } from "./outline-node";
import { addAll, ownLines, type Reading, refuse } from "./outline-reading";
import { tasksOf } from "./outline-tasks";
import { readTheme } from "./outline-theme";
import { readThemes } from "./outline-themes";
import { buildTree } from "./outline-tree";
import type { Outline } from "./outline-types";
import { foldTitle } from "./titles";

export type { Outline, OutlinePillar, OutlineQuestion, OutlineTask, OutlineTheme, UnreadLine } from "./outline-types";

/**
 * Reads a roadmap as people write it (Markdown, more or less) into themes, questions, pillars and tasks. Takes any string,
 * never throws, and takes time in proportion to its length. Lines beyond `limits.outlineCharacters` are unread. Runs in
 * the browser and on the server.
 */
export const readOutline = (text: string): Outline => readBy(text, readThemes);

/**
 * The inside of one theme as it is written at its desk: prose, questions, tasks, and every heading a pillar. The theme
 * carries no title of its own, and there is always one, unless the text is empty of all that could be read.
 */
export const readInside = (text: string): Outline =>
  readBy(text, (reading, root, front) => {
    if (front !== null) refuse(reading, [1], "These are the settings of a file. A theme has none.");
    for (const { row } of root.children) if (row && row.pillar === "") row.pillar = row.theme;
    addAll(reading.layout, ownLines(root));
    const theme = readTheme(reading, { ...newNode("heading", [], "Theme"), body: root.body, children: root.children });
    return { title: null, intro: "", themes: theme ? [theme] : [] };
  });

type ReadTree = (reading: Reading, root: Node, front: string | null) => Pick<Outline, "title" | "intro" | "themes">;

function readBy(text: string, readTree: ReadTree): Outline {
  const all = splitLines(cleanText(text));
  const within = linesWithin(all, limits.outlineCharacters);
  const reading: Reading = {
    lines: all.slice(0, within),
    definitions: new Map(),
    targets: new Map(),
    referred: new Set(),
    unread: [],
    remarks: [],
    layout: [],
    counts: { themes: 0, questions: 0, pillars: 0, tasks: 0 },
  };
  const read = readBlocks(reading.lines);
  reading.definitions = read.definitions;
  reading.targets = new Map([...read.definitions].map(([label, { target }]) => [label, target]));
  addAll(reading.unread, read.unread);
  addAll(reading.layout, read.frontLines);

  const tree = buildTree(read.blocks, reading);
  const { title, intro, themes } = readTree(reading, tree, read.title);

  for (const [label, { line }] of read.definitions) {
    if (reading.referred.has(label)) reading.layout.push(line.number);
    else refuse(reading, [line.number], "No text refers to this link. Write it where it belongs.");
  }
  const most = limits.outlineCharacters.toLocaleString("en");
  for (const line of all.slice(within)) {
    const because = `A roadmap file may hold ${most} characters, and this is beyond them. Put it in a second file.`;
    if (line.text !== "") reading.unread.push({ line: line.number, text: line.text, because });
  }
  const outline = {
    title,
    intro,
    themes,
    unread: byLine(reading.unread),
    remarks: byLine(reading.remarks),
    lines: sorted(reading.layout),
  };
  return settle(outline);
}

/** Needs that are several titles between commas become several; lines are put in order. */
function settle(outline: Outline): Outline {
  const titles = new Set<string>();
  for (const theme of outline.themes) {
    for (const question of theme.questions) titles.add(foldTitle(question.title));
    for (const task of tasksOf(theme)) titles.add(foldTitle(task.title));
  }
  for (const theme of outline.themes) {
    for (const task of tasksOf(theme)) task.needs = splitKnown(task.needs, titles);
    for (const node of [theme, ...theme.questions, ...theme.pillars, ...tasksOf(theme)])
      node.lines = sorted(node.lines);
  }
  return outline;
}

function linesWithin(lines: Line[], most: number): number {
  let taken = 0;
  for (const [at, line] of lines.entries()) {
    taken += line.text.length + line.indent + 1;
    if (taken > most + 1) return at;
  }
  return lines.length;
}

const sorted = (lines: number[]): number[] => [...new Set(lines)].filter((line) => line > 0).sort((a, b) => a - b);
const byLine = <Entry extends { line: number }>(entries: Entry[]): Entry[] =>
  [...entries].sort((a, b) => a.line - b.line);
