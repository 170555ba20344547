import { foldWords } from "../fold";
import { limits } from "../limits";
import { writeSize } from "../tasks/size";
import { tasksOf } from "./outline-tasks";
import type { OutlinePillar, OutlineTask, OutlineTheme } from "./outline-types";
import { saysWhy } from "./why";

/** A suggestion beside the line it is about (1-based), whole and in a few words. It goes by writing what it asks for. */
export type Hint = { line: number; text: string; short: string };

/**
 * What a theme's outline could still use, in the order of its lines: at most one hint a line, the one that helps most, so
 * that nobody is scolded. Finished tasks need none.
 */
export function hintsFor(theme: OutlineTheme): Hint[] {
  const tasks = tasksOf(theme);
  const says = [
    tasks.length > 0 && !saysWhy(theme.why) ? { line: 1, ...noWhy } : null,
    ...tasks.map((task) => atLine(task, hintForTask(task))),
    ...theme.pillars.map((pillar) => atLine(pillar, hintForPillar(pillar))),
  ];
  const byLine = new Map<number, Hint>();
  for (const hint of says) if (hint && !byLine.has(hint.line)) byLine.set(hint.line, hint);
  return [...byLine.values()].sort((a, b) => a.line - b.line);
}

type Said = Omit<Hint, "line">;

const noWhy: Said = {
  short: "Says how, not what for",
  text: "Says how, not what for. Begin with a sentence on what will be better, and for whom: it counts for every task here.",
};

const atLine = ({ line }: { line: number }, said: Said | null): Hint | null =>
  said === null ? null : { line, ...said };

function hintForPillar({ tasks }: OutlinePillar): Said | null {
  if (tasks.length > 0) return null;
  return { short: "Nothing in it yet", text: "Nothing in it yet. What could somebody do here first?" };
}

function hintForTask(task: OutlineTask): Said | null {
  if (task.done) return null;
  const { sizeMinutes, doneWhen, start, verify } = task;
  if (sizeMinutes !== null && sizeMinutes > limits.firstTaskMinutes)
    return {
      short: "Too big to begin with?",
      text: `${sizeWords(sizeMinutes)} is too big for a first task. Split it?`,
    };
  if (saysHowOnly(task))
    return {
      short: "Says how, not what for",
      text: "Says how, not what for. A line “why:” tells what is better afterwards.",
    };
  if (doneWhen === "")
    return {
      short: "When is it done?",
      text: "No way to tell when it is done. What will somebody see? Say it after “done when:”.",
    };
  if (vague.has(foldWords(doneWhen).replace(/[.!]+$/, "")))
    return {
      short: "Done, but how to see it?",
      text: `“${doneWhen}” can mean many things. What will somebody see that is not there today?`,
    };
  if (start === "")
    return {
      short: "Where to start?",
      text: "Nowhere to start. Which file, page or ticket is opened first? Say it after “start:”.",
    };
  if (verify === "")
    return {
      short: "How to check it?",
      text: "No way to check the result. How would you convince yourself? Say it after “verify:”.",
    };
  if (sizeMinutes !== null) return null;
  return {
    short: "How long could it take?",
    text: "How long could it take? A guess in brackets helps, such as (half a day).",
  };
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
