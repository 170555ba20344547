import type { Clash } from "../clash";
import { writeSize } from "../tasks/size";
import type { DeskNode } from "./desk-marks";
import type { OutlinePillar, OutlineQuestion, OutlineTask } from "./outline-types";
import { foldTitle } from "./titles";

/** What two people made of one text: theirs where I left it alone, mine where they did, and a clash where neither did. */
export function mergeField<Value>(
  base: Value,
  mine: Value,
  theirs: Value,
  clash: (theirs: Value, mine: Value) => void,
): Value {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  clash(theirs, mine);
  return mine;
}

/** Words of a list: mine, without what they took out and with what they put in. */
export function mergeWords(base: string[], mine: string[], theirs: string[], fold = (word: string) => word): string[] {
  const has = (words: string[], word: string) => words.some((one) => fold(one) === fold(word));
  const kept = mine.filter((word) => !has(base, word) || has(theirs, word));
  return [...kept, ...theirs.filter((word) => !has(base, word) && !has(mine, word))];
}

type Three<Node> = { base: Node; mine: Node; theirs: Node };

/** A place to put clashes about one thing: `label` is what people call it. */
type Note = (field: string, theirs: string, yours: string) => void;

export const noteIn =
  (clashes: Clash[], label: string): Note =>
  (field, theirs, yours) =>
    clashes.push({ label: `${label}: ${field}`, theirs, yours });

export function mergeQuestion({ base, mine, theirs }: Three<OutlineQuestion>, note: Note): OutlineQuestion {
  return {
    ...mine,
    title: mergeField(base.title, mine.title, theirs.title, (a, b) => note("Title", a, b)),
    notes: mergeField(base.notes, mine.notes, theirs.notes, (a, b) => note("Notes", a, b)),
  };
}

export function mergePillar({ base, mine, theirs }: Three<OutlinePillar>, note: Note): OutlinePillar {
  return {
    ...mine,
    title: mergeField(base.title, mine.title, theirs.title, (a, b) => note("Title", a, b)),
    intro: mergeField(base.intro, mine.intro, theirs.intro, (a, b) => note("Introduction", a, b)),
  };
}

const texts = [
  ["title", "Title"],
  ["goal", "Why"],
  ["start", "Start"],
  ["doneWhen", "Done when"],
  ["verify", "Verify"],
  ["links", "Links"],
  ["notes", "Notes"],
] as const;

const sizeWords = (minutes: number | null) => (minutes === null ? "" : writeSize(minutes));

/** A task that two people wrote, field by field. A box that either of them ticked is ticked. */
export function mergeTask({ base, mine, theirs }: Three<OutlineTask>, note: Note): OutlineTask {
  const merged: OutlineTask = {
    ...mine,
    done: mine.done || theirs.done,
    skills: mergeWords(base.skills, mine.skills, theirs.skills),
    needs: mergeWords(base.needs, mine.needs, theirs.needs, foldTitle),
    sizeMinutes: mergeField(base.sizeMinutes, mine.sizeMinutes, theirs.sizeMinutes, (a, b) =>
      note("Size", sizeWords(a), sizeWords(b)),
    ),
  };
  for (const [name, label] of texts)
    merged[name] = mergeField(base[name], mine[name], theirs[name], (a, b) => note(label, a, b));
  const myKind = mine.kindGuessed ? base.kind : mine.kind;
  const kind = mergeField(base.kind, myKind, theirs.kind, (a, b) => note("Kind", a, b));
  return { ...merged, kind, kindGuessed: false };
}

/** A node with nothing in it, which both added under the same title. */
export function emptied<Node extends DeskNode>(node: Node): Node {
  if (!("kind" in node)) return "notes" in node ? { ...node, notes: "" } : { ...node, intro: "" };
  const blank = { goal: "", start: "", doneWhen: "", verify: "", links: "", notes: "" };
  return { ...node, ...blank, skills: [], needs: [], sizeMinutes: null, done: false };
}

/** Everything a node says, for telling whether somebody changed it. */
export const saidBy = (node: DeskNode): string =>
  JSON.stringify(node, (key, value) =>
    key === "line" || key === "lines" || key === "tasks" || key === "kindGuessed" ? undefined : value,
  );
