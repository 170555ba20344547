import { limits } from "../limits";
import { readSkills } from "../people/word-list";
import { guessKind } from "../tasks/guess-kind";
import { readKind } from "../tasks/kind-words";
import { readShirtSize, readSize, writeSize } from "../tasks/size";
import { type FieldName, readFieldName } from "./outline-fields";
import type { Head } from "./outline-head";
import { readItemMark } from "./outline-marks";
import { readNeeds } from "./outline-needs";
import type { Field, Node, Piece } from "./outline-node";
import {
  addAll,
  asWritten,
  bodyText,
  linesOf,
  ownLines,
  type Reading,
  readText,
  readTitle,
  sourceText,
} from "./outline-reading";
import { saysDone } from "./outline-rows";
import { fieldOfItem, isFieldSection, isTask } from "./outline-shape";
import type { OutlineTask } from "./outline-types";
import { plainText } from "./plain-text";

type TextName = "why" | "start" | "doneWhen" | "verify" | "links" | "notes";

/** What stands under a task and is a task of its own. */
export type TaskFound = { task: OutlineTask; inside: Node[] };

/**
 * Reads a task with its fields. Under it, "start:" and the like are its fields, whether as lines, bullets or headings;
 * what is a task of its own is handed back in `inside`; all else is its notes, as written. Null when it has no title.
 */
export function readTask(reading: Reading, node: Node, head: Head): TaskFound | null {
  const named = readTitle(reading, node, head.text);
  if (!named) return null;
  const line = node.lines[0] ?? 0;
  const lines = ownLines(node);
  const inside: Node[] = [];
  const said: Record<TextName | "needs", Piece[][]> = {
    why: [],
    start: [],
    doneWhen: [],
    verify: [],
    needs: [],
    links: [],
    notes: [named.rest],
  };
  const skills: string[] = [];
  let kind = head.kind;
  let size = head.sizeMinutes;
  let done = head.check === "done" || (node.row?.done ?? false);

  for (const run of runsOf(node)) {
    if ("is" in run) take(run);
    else note(bodyText(run));
  }
  for (const child of node.children) takeChild(child);

  const text = (name: TextName, what: string) => readText(reading, said[name], what);
  const task: OutlineTask = {
    line,
    lines,
    title: named.title,
    kind: kind ?? guessKind(named.title),
    kindGuessed: kind === null,
    sizeMinutes: size === null ? null : heldSize(size),
    done,
    goal: text("why", "Why it matters"),
    start: text("start", "Where to start"),
    doneWhen: text("doneWhen", "“Done when”"),
    verify: text("verify", "How to verify"),
    needs: readNeeds(said.needs.flat()),
    notes: text("notes", "A task's notes"),
    skills,
    links: text("links", "A task's links"),
  };
  return { task, inside };

  function take(field: Omit<Field, "is">): void {
    const value = field.value
      .map((piece) => piece.text)
      .join(" ")
      .trim();
    const { name } = field;
    if (name === "doneWhen" && saysDone(value)) done = true;
    else if (name === "skills" && takeSkills(field.value)) return;
    else if (name !== "kind" && name !== "size" && name !== "skills") said[name].push(field.value);
    else if (name === "kind" && kind === null && readKind(value)) kind = readKind(value);
    else if (name === "size" && size === null && sizeOf(value) !== null) size = sizeOf(value);
    else note(field.written);
  }

  /** Whether the words are skills, few and short enough; they join those there are. */
  function takeSkills(pieces: Piece[]): boolean {
    const lines = pieces.map((piece) => plainText(withoutMarks(piece.text), reading.targets));
    const read = readSkills([...skills, ...lines.map(({ text }) => text)].join("\n"), "Skills");
    if (!read.ok || lines.some(({ kept }) => kept.length > 0)) return false;
    skills.splice(0, skills.length, ...read.words);
    return true;
  }

  function takeChild(child: Node): void {
    const fieldLine = fieldOfItem(child);
    const heading: FieldName | null = isFieldSection(child) ? readFieldName(child.text) : null;
    const name = fieldLine?.name ?? heading;
    if (name) {
      addAll(lines, linesOf(child));
      const first = fieldLine && fieldLine.value !== "" ? [{ line: child.lines[0] ?? 0, text: fieldLine.value }] : [];
      const rest = [...bodyText(child.body), ...child.children.flatMap((below) => asWritten(reading, below))];
      take({ name, value: [...first, ...rest], written: asWritten(reading, child) });
    } else if (isTask(child)) inside.push(child);
    else if (child.children.some(holdsTask)) {
      addAll(lines, ownLines(child));
      note(asWritten(reading, { ...child, children: [] }));
      for (const below of child.children) takeChild(below);
    } else {
      addAll(lines, linesOf(child));
      note(asWritten(reading, child));
    }
  }

  /** Lines that follow one another stay one paragraph, or one list. */
  function note(pieces: Piece[]): void {
    const last = said.notes.at(-1);
    const follows = last?.at(-1)?.line === (pieces[0]?.line ?? 0) - 1;
    if (last && follows) addAll(last, pieces);
    else said.notes.push(pieces);
  }

  function heldSize(minutes: number): number {
    if (minutes <= limits.taskMinutesMost) return minutes;
    const because = `A task may be up to ${writeSize(limits.taskMinutesMost)} long. It was taken as that; split it to say more.`;
    reading.remarks.push({ line, text: sourceText(reading, line), because });
    return limits.taskMinutesMost;
  }
}

/** A line without the bullets before it. */
function withoutMarks(text: string): string {
  for (let rest = text; ; ) {
    const mark = readItemMark(rest);
    if (!mark || mark.text === rest) return rest;
    rest = mark.text;
  }
}

const sizeOf = (text: string): number | null => readSize(text) ?? readShirtSize(text);

const holdsTask = (node: Node): boolean => isTask(node) || node.children.some(holdsTask);

/** A body as fields and the stretches of prose between them. */
function runsOf(node: Node): (Field | Exclude<Node["body"][number], Field>[])[] {
  const runs: (Field | Exclude<Node["body"][number], Field>[])[] = [];
  for (const part of node.body) {
    const last = runs.at(-1);
    if (part.is === "field") runs.push(part);
    else if (Array.isArray(last)) last.push(part);
    else runs.push([part]);
  }
  return runs;
}
