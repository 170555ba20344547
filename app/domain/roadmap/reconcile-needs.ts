import { limits } from "../limits";
import { sayCycle } from "../tasks/dependencies";
import { fits } from "./graphemes";
import { tasksOf } from "./outline-tasks";
import type { Outline, OutlineQuestion, OutlineTask, OutlineTheme, UnreadLine } from "./outline-types";
import type { Matches } from "./reconcile-match";
import type { PlannedNeed, StoredQuestion, StoredRoadmap, StoredTask } from "./reconcile-types";
import { foldTitle, shortenTitle } from "./titles";

type Place = {
  keys: Map<OutlineTask | OutlineQuestion, string>;
  tasks: Matches<OutlineTask, StoredTask>;
  questions: Matches<OutlineQuestion, StoredQuestion>;
};

/** What one task waits for once the plan is applied and what it does now, and the titles that named nothing or would close a circle. */
export type TaskNeeds = { needs: PlannedNeed[]; before: PlannedNeed[]; changed: boolean; refused: string[] };

/**
 * Finds what each task of the file waits for: by title, in its own theme first, then anywhere in the file, then in what
 * is stored; "#12" is the stored task of that number. What is stored already stays, unless the file `replaces` it. Takes no
 * need that would close a circle. Adds a remark for each one that is refused.
 */
export function planNeeds(
  outline: Outline,
  existing: StoredRoadmap,
  place: Place,
  remarks: UnreadLine[],
  replaces = false,
): Map<OutlineTask, TaskNeeds> {
  const ofFile = indexFile(outline, place);
  const ofStore = indexStored(existing, place);
  const inFile = new Set(place.keys.values());
  const graph = new Graph(replaces ? ofStore.edges.filter(([from]) => !inFile.has(from)) : ofStore.edges);
  const planned = new Map<OutlineTask, TaskNeeds>();

  for (const theme of outline.themes) {
    for (const task of tasksOf(theme)) {
      const self = place.keys.get(task) ?? "";
      const before = (place.tasks.of(task) ? ofStore.needsOf.get(self) : undefined) ?? [];
      const needs = replaces ? [] : before;
      const added: PlannedNeed[] = [];
      const refused: string[] = [];
      for (const title of task.needs) {
        const found = find(title, theme, self);
        const way = found && isTask(found) ? graph.wayFrom(nameOf(found), self) : null;
        if (!found) refuse(task, title, "names no task and no question. Write its title as it stands in the roadmap.");
        else if (way) {
          refuse(task, title, `would close a circle: ${sayWay([self, ...way])} Leave one of them out.`);
        } else if (![...needs, ...added].some((need) => nameOf(need) === nameOf(found))) {
          added.push(found);
          if (isTask(found)) graph.add(self, nameOf(found));
        }
      }
      const all = [...needs, ...added];
      const known = new Set(before.map(nameOf));
      const changed = all.length !== known.size || all.some((need) => !known.has(nameOf(need)));
      planned.set(task, { needs: all, before, changed, refused });

      function refuse(of: OutlineTask, title: string, reason: string): void {
        refused.push(title);
        remarks.push({ line: of.line, text: title, because: `“${title}” ${reason} It is kept in the notes.` });
      }
    }
  }
  return planned;

  /** A way that ends where it begins, by the titles of its tasks. */
  function sayWay(way: readonly string[]): string {
    const titles = way.map((name) => ofFile.titles.get(name) ?? ofStore.titles.get(name) ?? "");
    return sayCycle(
      way.map((name) => way.indexOf(name)),
      (index) => `“${titles[index]}”`,
    );
  }

  function find(title: string, theme: OutlineTheme, self: string): PlannedNeed | null {
    const number = /^#(\d{1,9})$/.exec(title.trim())?.[1];
    if (number !== undefined) return ofStore.byNumber.get(Number(number)) ?? null;
    for (const words of [title, shortenTitle(title) ?? title]) {
      const key = foldTitle(words);
      const near = ofFile.inTheme.get(theme)?.get(key) ?? [];
      const found = [near, ofFile.anywhere.get(key) ?? [], ofStore.byTitle.get(key) ?? []].flat();
      const other = found.find((need) => nameOf(need) !== self) ?? found[0];
      if (other) return other;
    }
    // The title it had before this file gave it another.
    return ofStore.byOldTitle.get(foldTitle(title)) ?? null;
  }
}

/** Notes with a line for each need that could not be planned, and without those for needs that now can. */
export function withNeeds(notes: string, stored: string, task: OutlineTask, refused: string[]): string {
  const lineFor = (title: string) => `Needs: “${title}”`;
  const ours = new Set(task.needs.map(lineFor));
  const kept = stored
    .split("\n")
    .filter((line) => !ours.has(line))
    .join("\n")
    .trim();
  const whole = [notes || kept, refused.map(lineFor).join("\n")].filter(Boolean).join("\n\n");
  return fits(whole, limits.textGraphemes) ? whole : notes || kept;
}

/** One name a need, so that a task of the file and its stored twin are one. */
const nameOf = (need: PlannedNeed): string => ("key" in need ? need.key : `${need.of} ${need.id}`);
const isTask = (need: PlannedNeed): boolean => need.of === "task" || need.of === "stored task";

type Index = Map<string, PlannedNeed[]>;

function enter(index: Index, need: PlannedNeed): void {
  const key = foldTitle(need.title);
  const there = index.get(key);
  if (there) there.push(need);
  else index.set(key, [need]);
}

type FileIndex = { inTheme: Map<OutlineTheme, Index>; anywhere: Index; titles: Map<string, string> };

function indexFile(outline: Outline, place: Place): FileIndex {
  const anywhere: Index = new Map();
  const titles = new Map<string, string>();
  const inTheme = new Map<OutlineTheme, Index>();
  for (const theme of outline.themes) {
    const own: Index = new Map();
    inTheme.set(theme, own);
    const tasks = tasksOf(theme).map((node) => ({ of: "task" as const, node }));
    const questions = theme.questions.map((node) => ({ of: "question" as const, node }));
    for (const { of, node } of [...tasks, ...questions]) {
      const need: PlannedNeed = { of, key: place.keys.get(node) ?? "", title: node.title };
      enter(own, need);
      enter(anywhere, need);
      titles.set(nameOf(need), need.title);
    }
  }
  return { inTheme, anywhere, titles };
}

function indexStored(existing: StoredRoadmap, place: Place) {
  const byId = new Map<string, PlannedNeed>();
  const byTitle: Index = new Map();
  const byNumber = new Map<number, PlannedNeed>();
  const byOldTitle = new Map<string, PlannedNeed>();
  const twins = twinKeys(place);
  const enterStored = (of: "task" | "question", id: string, title: string): PlannedNeed => {
    const key = twins.get(`${of} ${id}`);
    const need: PlannedNeed = key === undefined ? { of: `stored ${of}`, id, title } : { of, key, title };
    byId.set(`${of} ${id}`, need);
    if (key === undefined) enter(byTitle, need);
    else byOldTitle.set(foldTitle(title), need);
    return need;
  };
  for (const theme of existing.themes) {
    for (const task of theme.tasks) byNumber.set(task.number, enterStored("task", task.id, task.title));
    for (const question of theme.questions) enterStored("question", question.id, question.title);
  }
  const needsOf = new Map<string, PlannedNeed[]>();
  for (const task of existing.themes.flatMap((theme) => theme.tasks)) {
    const own = byId.get(`task ${task.id}`);
    const ids = [
      ...task.needs.taskIds.map((id) => `task ${id}`),
      ...task.needs.questionIds.map((id) => `question ${id}`),
    ];
    if (own)
      needsOf.set(
        nameOf(own),
        ids.flatMap((id) => byId.get(id) ?? []),
      );
  }
  const edges = [...needsOf].map(([name, needs]) => [name, needs.filter(isTask).map(nameOf)] as const);
  const titles = new Map([...byId.values()].map((need) => [nameOf(need), need.title]));
  return { byTitle, byOldTitle, byNumber, needsOf, edges, titles };
}

function twinKeys(place: Place): Map<string, string> {
  const twins = new Map<string, string>();
  for (const [node, key] of place.keys) {
    const task = "kind" in node ? place.tasks.of(node) : null;
    const question = "kind" in node ? null : place.questions.of(node);
    if (task) twins.set(`task ${task.id}`, key);
    if (question) twins.set(`question ${question.id}`, key);
  }
  return twins;
}

/** Who waits for whom, by name. */
class Graph {
  private readonly needs = new Map<string, Set<string>>();

  constructor(edges: readonly (readonly [string, string[]])[]) {
    for (const [from, to] of edges) this.needs.set(from, new Set(to));
  }

  add(from: string, to: string): void {
    const there = this.needs.get(from);
    if (there) there.add(to);
    else this.needs.set(from, new Set([to]));
  }

  /** The shortest way from one to another, both named; null when there is none. */
  wayFrom(from: string, to: string): string[] | null {
    const cameFrom = new Map<string, string | null>([[from, null]]);
    for (const at of cameFrom.keys()) {
      if (at === to) return back(cameFrom, to);
      for (const next of this.needs.get(at) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, at);
    }
    return null;
  }
}

function back(cameFrom: ReadonlyMap<string, string | null>, to: string): string[] {
  const way: string[] = [];
  for (let at: string | null = to; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
  return way;
}
