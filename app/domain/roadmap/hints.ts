import { foldWords } from "../fold";
import { limits } from "../limits";
import { writeSize } from "../tasks/size";
import { tasksOf } from "./outline-tasks";
import type { OutlinePillar, OutlineTask, OutlineTheme } from "./outline-types";
import { saysWhy } from "./why";

/** A suggestion beside the line it is about (1-based). It goes by writing what it asks for. */
export type Hint = { line: number; text: string };

/**
 * What a theme's outline could still use, in the order of its lines: at most one hint a line, the one that helps most, so
 * that nobody is scolded. Finished tasks need none.
 */
export function hintsFor(theme: OutlineTheme): Hint[] {
  const tasks = tasksOf(theme);
  const says = [
    tasks.length > 0 && !saysWhy(theme.why) ? { line: 1, text: noWhy } : null,
    ...tasks.map((task) => atLine(task, hintForTask(task))),
    ...theme.pillars.map((pillar) => atLine(pillar, hintForPillar(pillar))),
  ];
  const byLine = new Map<number, Hint>();
  for (const hint of says) if (hint && !byLine.has(hint.line)) byLine.set(hint.line, hint);
  return [...byLine.values()].sort((a, b) => a.line - b.line);
}

const noWhy =
  "Says how, not what for. Begin with a sentence on what will be better, and for whom: it counts for every task here.";

const atLine = ({ line }: { line: number }, text: string | null): Hint | null =>
  text === null ? null : { line, text };

const hintForPillar = ({ tasks }: OutlinePillar): string | null =>
  tasks.length === 0 ? "Nothing in it yet. What could somebody do here first?" : null;

function hintForTask(task: OutlineTask): string | null {
  if (task.done) return null;
  const { sizeMinutes, doneWhen, start, verify } = task;
  if (sizeMinutes !== null && sizeMinutes > limits.firstTaskMinutes)
    return `${sizeWords(sizeMinutes)} is too big for a first task. Split it?`;
  if (saysHowOnly(task)) return "Says how, not what for. A line “why:” tells what is better afterwards.";
  if (doneWhen === "") return "No way to tell when it is done. What will somebody see? Say it after “done when:”.";
  if (vague.has(foldWords(doneWhen).replace(/[.!]+$/, "")))
    return `“${doneWhen}” can mean many things. What will somebody see that is not there today?`;
  if (start === "") return "Nowhere to start. Which file, page or ticket is opened first? Say it after “start:”.";
  if (verify === "") return "No way to check the result. How would you convince yourself? Say it after “verify:”.";
  if (sizeMinutes === null) return "How long could it take? A guess in brackets helps, such as (half a day).";
  return null;
}

/** A task that names a change to make and nobody who gains by it. */
const saysHowOnly = ({ title, goal, notes }: OutlineTask): boolean =>
  goal === "" &&
  hows.has(foldWords(title).split(/[^\p{L}]/u, 1)[0] ?? "") &&
  !gives.test(foldWords(`${title} ${notes}`));

const hows = new Set(
  "use,switch,refactor,rewrite,replace,migrate,port,upgrade,convert,move,rename,bump,extract,introduce,restructure".split(
    ",",
  ),
);

const gives = /\b(?:so that|because|in order to|so people|so somebody|for (?:people|users|newcomers|readers))\b/;

const vague = new Set(
  "done,finished,it works,works,it is done,it's done,it is finished,ready,all good,everything works,tests pass,merged".split(
    ",",
  ),
);

const numberWords = ["Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/** "Two days", "1.5 days", "10h": a size at the start of a sentence. */
function sizeWords(minutes: number): string {
  const days = minutes / limits.workingDayMinutes;
  const word = numberWords[days - 2];
  return word === undefined ? writeSize(minutes) : `${word} days`;
}
