import { sayCycle } from "./dependencies";

/** Numbers that are no task's: "There is no task 98 and no task 99 here." */
export const unknownWords = (numbers: readonly number[]): string =>
  `There is ${numbers.map((number) => `no task ${number}`).join(" and ")} here. Take it out, or write another number.`;

/** A circle of tasks that wait for one another, by number. */
export const circleWords = (cycle: readonly number[]): string =>
  `${sayCycle(cycle)} None of them could ever start. Take one of them out.`;

/** What is said once a task is on the roadmap. */
export const addedWords = (number: number): string => `It is task ${number}. Its page says what it still lacks.`;

/** What is said once a task has been divided. */
export const dividedWords = (
  number: number,
  parts: number,
  holder: { name: string; number: number } | null = null,
): string => {
  const said = `Task ${number} waits for its ${parts} parts now. They stand right behind it.`;
  return holder ? `${said} ${holder.name} goes on with task ${holder.number}.` : said;
};

/** What is said once a task went into another. */
export const mergedWords = (other: number, kept: number, holder: string | null): string => {
  const said = `Task ${other} is part of task ${kept} now, with every line it had.`;
  return holder ? `${said} ${holder} goes on with it.` : said;
};

/** What is said once a task waits for another; who has it in hand keeps it. */
export const waitsNowWords = (number: number, blocker: number, holder: string | null): string =>
  `Task ${number} waits for task ${blocker} now.${
    holder === null ? "" : ` ${holder} holds it and keeps it, so tell them what it waits for.`
  }`;

/** What is said once a task waits for another no longer. */
export const waitsNoLongerWords = (number: number, blocker: number): string =>
  `Task ${number} does not wait for task ${blocker} any more.`;

const numbered = (tasks: readonly { number: number }[]): string => {
  const numbers = tasks.map(({ number }) => number);
  if (numbers.length === 1) return `Task ${numbers[0]}`;
  return `Tasks ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
};

/** Which tasks wait for nothing any more, for whoever has just finished the last thing in their way; nothing when none does. */
export function freedWords(freed: readonly { number: number; ready: boolean }[]): string {
  const ready = freed.filter((task) => task.ready);
  const others = freed.filter((task) => !task.ready);
  const isOr = (tasks: readonly unknown[]) => (tasks.length === 1 ? "is" : "are");
  return [
    ready.length > 0 ? ` ${numbered(ready)} waited for it and ${isOr(ready)} ready to start now.` : "",
    others.length > 0
      ? ` ${numbered(others)} ${others.length === 1 ? "waits" : "wait"} for nothing any more, but still ${others.length === 1 ? "lacks" : "lack"} guidance.`
      : "",
  ].join("");
}
