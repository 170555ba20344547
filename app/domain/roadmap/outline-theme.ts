import { readFieldName } from "./outline-fields";
import { endsAsQuestion, type Head, questionText, readBareHead, readHead } from "./outline-head";
import type { Node, Piece } from "./outline-node";
import {
  addAll,
  admit,
  asWritten,
  bodyText,
  explain,
  linesOf,
  ownLines,
  paragraphsOf,
  type Reading,
  readText,
  readTitle,
  refuse,
} from "./outline-reading";
import {
  headOf,
  isAsideTitle,
  isContentsItem,
  isGroup,
  isQuestion,
  isQuestionsTitle,
  isSection,
  isTask,
  isTasksTitle,
} from "./outline-shape";
import { readTask } from "./outline-task";
import type { OutlinePillar, OutlineTheme } from "./outline-types";
import { shortenTitle } from "./titles";
import { saysWhy, whyFromTitle } from "./why";

const noWords = "There is no title here that can be seen. Give it a few words.";
const inPageLink = "This only links to a heading of the same page, as a table of contents does. It was left out.";

/** Where a node stands inside its theme. */
type Scope = { pillar: OutlinePillar | null; path: string[]; asking: boolean };

/**
 * Reads one theme: prose under its title is the why, groups become pillars, questions are the theme's wherever they
 * stand. `more` is text that belongs to the why although it stands elsewhere, such as the year it is planned for.
 */
export function readTheme(reading: Reading, node: Node, more: Piece[] = []): OutlineTheme | null {
  const head = readBareHead(node.text);
  const named = readTitle(reading, node, head.text);
  if (!named) {
    refuse(reading, linesOf(node), noWords);
    return null;
  }
  if (!admit(reading, "themes", linesOf(node))) return null;
  const why: Piece[][] = [];
  const theme: OutlineTheme = {
    line: node.lines[0] ?? linesOf(node)[0] ?? 0,
    lines: ownLines(node),
    title: named.title,
    why: "",
    done: head.check === "done" || (node.row?.done ?? false),
    questions: [],
    tasks: [],
    pillars: [],
  };
  why.push(explain(node));
  const top: Scope = { pillar: null, path: [], asking: isQuestionsTitle(node.text) };
  for (const child of node.children) place(child, top);
  why.push(named.rest, more);
  const text = readText(reading, why, "A theme's why");
  theme.why = saysWhy(text) ? text : [whyFromTitle(theme.title), text].filter(Boolean).join("\n\n");
  return theme;

  function place(child: Node, scope: Scope): void {
    const head = headOf(child);
    if (isContentsItem(child) && child.children.length === 0) refuse(reading, linesOf(child), inPageLink);
    else if (isSection(child)) placeSection(child, head, scope);
    else if (head.asks || (scope.asking && !isWork(child, head)) || isQuestion(child, head))
      placeQuestion(child, head, scope);
    else if (isTask(child, head) || child.children.length === 0) placeTask(child, head, scope);
    else if (isGroup(child) && isQuestionsTitle(child.text)) placeQuestions(child, scope);
    else if (isTasksTitle(child.text) && child.body.length === 0) placeAll(child, scope);
    else placePillar(child, scope);
  }

  function placeSection(child: Node, head: Head, scope: Scope): void {
    if (isQuestionsTitle(child.text)) placeQuestions(child, scope);
    else if (isAsideTitle(child.text) && !child.children.some(holdsWork)) {
      const field = readFieldName(child.text);
      const titled =
        field === "why" || field === "notes"
          ? []
          : [{ line: child.lines[0] ?? 0, text: `**${child.text.replace(/[*_]/g, "")}**` }];
      why.push(
        titled,
        explain(child),
        child.children.flatMap((below) => asWritten(reading, below)),
      );
      addAll(theme.lines, linesOf(child));
    } else if (isTasksTitle(child.text) && child.body.length === 0) placeAll(child, scope);
    else if (isTask(child, head)) placeTask(child, head, scope);
    else if (endsAsQuestion(child.text) && child.children.length === 0) placeQuestion(child, head, scope);
    else placePillar(child, scope);
  }

  /** "Tasks": the name says nothing that its items do not. */
  function placeAll(child: Node, scope: Scope): void {
    addAll(theme.lines, child.lines);
    for (const below of child.children) place(below, scope);
  }

  /** "Open questions": its items are questions, and so is each paragraph that ends as one. */
  function placeQuestions(child: Node, scope: Scope): void {
    addAll(theme.lines, child.lines);
    for (const paragraph of paragraphsOf(bodyText(child.body))) {
      const lines = paragraph.map((piece) => piece.line);
      const text = paragraph.map((piece) => piece.text).join(" ");
      if (endsAsQuestion(text)) placeQuestion({ ...child, lines, text, body: [], children: [] }, readHead(text), scope);
      else {
        why.push(paragraph);
        addAll(theme.lines, lines);
      }
    }
    for (const below of child.children) place(below, { ...scope, asking: true });
  }

  function placeQuestion(child: Node, head: Head, scope: Scope): void {
    const below = child.children.filter(holdsWork);
    const works = new Set(below);
    const said = child.children.filter((one) => !works.has(one));
    const lines = [...ownLines(child), ...said.flatMap(linesOf)];
    const named = readTitle(reading, child, questionText(child.text));
    if (!named) refuse(reading, lines, noWords);
    else if (admit(reading, "questions", lines)) {
      const notes = readText(reading, [named.rest, explain(child), ...listed(said)], "A question's notes");
      theme.questions.push({ line: child.lines[0] ?? 0, lines, title: named.title, notes });
      if (head.check === "done") {
        const because = "This question is ticked off. Write down what was decided on the theme's page.";
        reading.remarks.push({ line: child.lines[0] ?? 0, text: named.title, because });
      }
    }
    for (const work of below) place(work, { ...scope, asking: false });
  }

  function placeTask(child: Node, head: Head, scope: Scope): string | null {
    const found = readTask(reading, child, head);
    if (!found) {
      refuse(reading, ownLines(child), noWords);
      for (const below of child.children) place(below, scope);
      return null;
    }
    const { task, inside } = found;
    if (!admit(reading, "tasks", task.lines)) {
      for (const below of inside) place(below, scope);
      return null;
    }
    const tasks = (pillarNamed(child.row?.pillar ?? "", child) ?? scope.pillar)?.tasks ?? theme.tasks;
    tasks.push(task);
    for (const below of inside) {
      const title = placeTask(below, headOf(below), scope);
      if (title !== null && !task.needs.includes(title)) task.needs.push(title);
    }
    return task.title;
  }

  /** Groups inside groups join names; a group of nothing but groups leaves its name to them. */
  function placePillar(child: Node, scope: Scope): void {
    const named = readTitle(reading, child, readBareHead(child.text).text);
    if (!named) {
      refuse(reading, ownLines(child), noWords);
      for (const below of child.children) place(below, scope);
      return;
    }
    if (!admit(reading, "pillars", ownLines(child))) {
      for (const below of child.children) place(below, scope);
      return;
    }
    const line = child.lines[0] ?? 0;
    const path = [...scope.path, named.title];
    const joined = path.join(" › ");
    const short = shortenTitle(joined);
    const whole = short === null || path.length === 1 ? [] : [{ line, text: joined }];
    const intro = readText(reading, [whole, explain(child), named.rest], "A pillar's introduction");
    const pillar: OutlinePillar = {
      line,
      lines: ownLines(child),
      title: short ?? joined,
      intro,
      tasks: [],
    };
    const at = theme.pillars.push(pillar);
    for (const below of child.children) place(below, { ...scope, pillar, path });
    const heir = theme.pillars[at];
    if (heir && pillar.intro === "" && pillar.tasks.length === 0) {
      heir.lines = [...pillar.lines, ...heir.lines];
      theme.pillars.splice(at - 1, 1);
      reading.counts.pillars -= 1;
    }
  }

  /** The pillar a table's row names, made when it is the first to name it. */
  function pillarNamed(raw: string, row: Node): OutlinePillar | null {
    const named = raw === "" ? null : readTitle(reading, row, raw);
    if (!named) return null;
    const there = theme.pillars.find((pillar) => pillar.title === named.title);
    if (there || !admit(reading, "pillars", [])) return there ?? null;
    const pillar = { line: row.lines[0] ?? 0, lines: [...row.lines], title: named.title, intro: "", tasks: [] };
    theme.pillars.push(pillar);
    return pillar;
  }

  function listed(nodes: Node[]): Piece[][] {
    return nodes.length === 0 ? [] : [nodes.flatMap((one) => asWritten(reading, one))];
  }
}

const holdsWork = (node: Node): boolean => isWork(node, headOf(node)) || node.children.some(holdsWork) || isTask(node);

/** Under "Open questions" a check box does not make a task: kind, size or "done when:" do. */
const isWork = (node: Node, head: Head): boolean =>
  head.kind !== null || head.sizeMinutes !== null || isTask(node, { ...head, check: null });
