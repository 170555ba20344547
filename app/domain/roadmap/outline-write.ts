import { writeSize } from "../tasks/size";
import { readBlocks } from "./outline-blocks";
import { readFieldLine } from "./outline-fields";
import { endsAsQuestion, endsInBrackets, readHead } from "./outline-head";
import { splitLines } from "./outline-lines";
import { readItemMark } from "./outline-marks";
import { isAsideTitle, isContentsTitle, isQuestionsTitle, isTasksTitle } from "./outline-shape";
import type { Outline, OutlinePillar, OutlineQuestion, OutlineTask, OutlineTheme } from "./outline-types";
import { isPeriod } from "./periods";
import { escapeText } from "./plain-text";

/**
 * An outline as Markdown that `readOutline` reads back as the same one (but for where its lines stand). Unread lines and
 * remarks are not written: they are about another file.
 */
export function writeOutline(outline: Outline): string {
  const { title, intro, themes } = outline;
  const blocks: string[] = [];
  if (title !== null) blocks.push(themes.length === 0 ? `---\ntitle: "${title}"\n---` : `# ${headingText(title)}`);
  blocks.push(writeText("notes", intro));
  for (const theme of themes) blocks.push(...writeTheme(theme));
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

const writeTheme = (theme: OutlineTheme): string[] => [
  `## ${theme.done ? "[x] " : ""}${headingText(theme.title, isTakenForOther(theme))}`,
  writeText("why", theme.why),
  ...writeInside(theme, "###", () => ""),
];

/** What is written behind the title of a question, a pillar or a task. */
export type EndOf = (node: OutlineQuestion | OutlinePillar | OutlineTask) => string;

/** What stands under a theme's why: its questions, its tasks, its pillars as headings of this level. */
export const writeInside = (theme: OutlineTheme, heading: string, endOf: EndOf): string[] => [
  theme.questions.map((question) => writeQuestion(question, endOf(question))).join("\n"),
  theme.tasks.map((task) => writeTask(task, endOf(task))).join("\n"),
  ...theme.pillars.flatMap((pillar) => [
    `${heading} ${pillarHeading(pillar)}${endOf(pillar)}`,
    writeText("notes", pillar.intro),
    pillar.tasks.map((task) => writeTask(task, endOf(task))).join("\n"),
  ]),
];

function writeQuestion(question: OutlineQuestion, end: string): string {
  const text = itemText(question.title);
  const plain = endsAsQuestion(text) && !readFieldLine(text) && readItemMark(`- ${text}`)?.text === text;
  return [`- ${plain ? "" : "Question: "}${text}${end}`, ...writeField("notes", question.notes, "  ")].join("\n");
}

function writeTask(task: OutlineTask, end: string): string {
  const kind = task.kindGuessed ? [] : [task.kind];
  const size = task.sizeMinutes === null ? [] : [writeSize(task.sizeMinutes)];
  const says = [...kind, ...size].join(", ");
  const needs = task.needs.map((need) => `"${itemText(need).replaceAll('"', '\\"')}"`).join("; ");
  return [
    `- [${task.done ? "x" : " "}] ${itemText(task.title)}${says === "" ? "" : ` (${says})`}${end}`,
    ...writeField("why", task.goal, "      "),
    ...writeField("start", task.start, "      "),
    ...writeField("done when", task.doneWhen, "      "),
    ...writeField("verify", task.verify, "      "),
    ...writeField("skills", task.skills.map(escapeText).join(", "), "      "),
    ...writeField("links", task.links, "      "),
    ...writeField("needs", needs, "      "),
    ...writeField("notes", task.notes, "      "),
  ].join("\n");
}

/** "start: one line", or the lines of a longer text below it and deeper, which are read as they stand. */
function writeField(name: string, text: string, indent: string): string[] {
  if (text === "") return [];
  if (!text.includes("\n")) return [`${indent}${name}: ${text}`];
  const lines = text.split("\n").map((line) => (line === "" ? "" : `${indent}  ${line}`));
  return [`${indent}${name}:`, ...lines];
}

/** Prose as it is, unless the reader would take something in it for more than prose. */
export const writeText = (name: string, text: string): string =>
  isProse(text) ? text : writeField(name, `${text}\n`, "").join("\n").trimEnd();

function isProse(text: string): boolean {
  if (text === "") return true;
  if (/^\s*(?:```|~~~|<!--)|\n\n\n/m.test(text)) return false;
  // With or without a heading above it, and with a list below.
  return ["# x", ""].every((above) => {
    const { blocks, definitions, unread, frontLines } = readBlocks(splitLines(`${above}\n${text}\n\n- x`));
    const others = definitions.size + unread.length + frontLines.length;
    return others === 0 && blocks.slice(1, -1).every(({ is }) => is === "prose" || is === "blank");
  });
}

/** A title in an item: nothing in it is a check box, a mark, a kind or a size. */
function itemText(title: string): string {
  let text = escapeText(title);
  const head = readHead(text);
  if (head.asks) text = text.replace(/[:：]/, literal);
  const tail = endsInBrackets(text) ? /[)\]）](?=[^)\]）]*$)/ : /(?:[–—]|-)(?=-{0,2}\s[^–—]*$)/;
  if (head.kind !== null || head.sizeMinutes !== null) text = text.replace(tail, literal);
  return text;
}

function headingText(title: string, disguised = false): string {
  const text = itemText(title)
    .replace(/^(\d{1,3})([.)])(?=\s)/, "$1\\$2")
    .replace(/#$/, "\\#");
  return disguised ? text.replace(/^\\?(.)/u, (_, sign: string) => `&#${sign.codePointAt(0)};`) : text;
}

/** A sign that is only itself: Markdown escapes ASCII with a backslash, and takes the rest as entities. */
const literal = (sign: string): string => (sign < "\u0080" ? `\\${sign}` : `&#${sign.codePointAt(0)};`);

/** A pillar's name that the reader would take for a section of questions, of links, or for a question. */
function pillarHeading(pillar: OutlinePillar): string {
  const { title, tasks } = pillar;
  const text = headingText(
    title,
    isQuestionsTitle(title) || isTasksTitle(title) || (isAsideTitle(title) && tasks.length === 0),
  );
  return tasks.length === 0 && endsAsQuestion(text) ? text.replace(/[?？؟](?=[^?？؟]*$)/, literal) : text;
}

/** "2026" would lose its pillars, an empty "Contents" would be left out, tasks under "Questions" would become some. */
const isTakenForOther = ({ title, pillars, tasks }: OutlineTheme): boolean =>
  (isPeriod(title) && pillars.length > 0) || (isContentsTitle(title) && tasks.length === 0) || isQuestionsTitle(title);
