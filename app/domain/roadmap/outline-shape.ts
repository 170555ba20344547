import { foldWords } from "../fold";
import { type FieldName, readFieldLine, readFieldName } from "./outline-fields";
import { endsAsQuestion, type Head, readHead } from "./outline-head";
import type { Node } from "./outline-node";

const taskFields = new Set<FieldName>(["start", "doneWhen", "verify", "needs", "kind", "size"]);

const fold = (raw: string): string => foldWords(raw.replace(/[*_`~:：]/g, "")).replace(/[.?!]+$/, "");
const set = (words: string): Set<string> => new Set(words.split(",").map(foldWords));

const questionTitles = set(
  "questions,open questions,question,open question,unanswered questions,questions to answer,things to decide,to decide,open points," +
    "questions ouvertes,fragen,offene fragen,preguntas,preguntas abiertas,domande,domande aperte,perguntas,perguntas em aberto,questões",
);
const asideTitles = set(
  "background,context,links,resources,references,see also,further reading,non-goals,out of scope,contexte,liens,hintergrund,kontext," +
    "contexto,enlaces,contesto,collegamenti,ligações",
);
const tasksTitles = set(
  "tasks,task list,to do,todo,todos,to-do,to-dos,work items,action items,things to do,tâches,aufgaben,tareas,attività,tarefas",
);
const contentsTitles = set(
  "contents,table of contents,toc,index,sommaire,table des matières,inhalt,inhaltsverzeichnis,índice,indice,sumário",
);
const wholeTitles =
  /\b(?:roadmaps?|road maps?|plan|plans|programme|backlog|to-?dos?|wish ?list|goals|priorities|milestones|feuille de route|fahrplan|hoja de ruta|roteiro|tabella di marcia)\b/;

const heads = new WeakMap<Node, Head>();

/** What a node's title says besides its words, read once. */
export function headOf(node: Node): Head {
  const head = heads.get(node) ?? readHead(node.text);
  heads.set(node, head);
  return head;
}

/** "Open questions": everything listed under it is one. */
export const isQuestionsTitle = (raw: string): boolean => questionTitles.has(fold(raw));
/** "Tasks", "To do": a list of work, and not a name for a part of it. */
export const isTasksTitle = (raw: string): boolean => tasksTitles.has(fold(raw));
/** "Background", "Links", "Why", "Notes": what stands under it explains, it is not work. */
export const isAsideTitle = (raw: string): boolean => {
  const field = readFieldName(raw);
  return asideTitles.has(fold(raw)) || field === "why" || field === "notes";
};
export const isContentsTitle = (raw: string): boolean => contentsTitles.has(fold(raw));
/** "Roadmap 2026", "Our plan": a name for the whole, not for one theme. */
export const isWholeTitle = (raw: string): boolean => wholeTitles.test(fold(raw));

/** A link to a heading of the same page, and nothing else: a line of a table of contents. */
export const isContentsItem = (node: Node): boolean => /^\[[^[\]]*\]\(#[^()\s]*\)$/.test(node.text.trim());

/** A heading, or a label above a list. */
export const isSection = (node: Node): boolean => node.is === "heading" || node.is === "label";

/** "- start: docs/index.txt" in a list under a task. */
export const fieldOfItem = (node: Node): { name: FieldName; value: string } | null =>
  node.is === "item" && headOf(node).check === null ? readFieldLine(node.text) : null;

/** "#### Done when" with text or plain bullets under it; with work under it, it is a group like any other. */
export const isFieldSection = (node: Node): boolean =>
  isSection(node) && readFieldName(node.text) !== null && !node.children.some((child) => isTask(child));

/**
 * Whether "done when:" and the like stand under a node: as lines, as headings, or as bullets. Bullets under a heading
 * count when there is nothing else: a single "Verify: every page" among others is one of its tasks.
 */
function saysHow(node: Node): boolean {
  if (node.body.some((part) => part.is === "field" && taskFields.has(part.name))) return true;
  if (node.children.some((child) => isFieldSection(child) && taskFields.has(readFieldName(child.text) ?? "why")))
    return true;
  const bullets = node.children.filter((child) => taskFields.has(fieldOfItem(child)?.name ?? "why"));
  return isSection(node) ? bullets.length > 1 && bullets.length === node.children.length : bullets.length > 0;
}

/**
 * Whether a node is a piece of work by what is written: a check box, a kind or a size, or a line such as "done when:".
 * A heading with a list under it is a group even when it carries a check box or a size.
 */
export function isTask(node: Node, head: Head = headOf(node)): boolean {
  if (saysHow(node)) return true;
  const marked = head.check !== null || head.kind !== null || head.sizeMinutes !== null;
  return marked && (!isSection(node) || node.children.length === 0);
}

/** An item that stands for what is listed under it: no kind, no size, no "done when:". A check box does not matter. */
export function isGroup(node: Node): boolean {
  const head = headOf(node);
  const listed = node.children.some((child) => !fieldOfItem(child));
  return (
    node.is === "item" &&
    listed &&
    head.kind === null &&
    head.sizeMinutes === null &&
    !saysHow(node) &&
    !isQuestion(node, head)
  );
}

/** Something to be answered: it is marked "Question:", or ends as one and carries neither check box, kind nor size. */
export function isQuestion(node: Node, head: Head = headOf(node)): boolean {
  return head.asks || (endsAsQuestion(head.text) && !isTask(node, head));
}
