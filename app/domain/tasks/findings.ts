import { notNow, notYours, type Verdict, yes } from "../verdict";
import type { TaskKind } from "./kinds";

/** Experiments and research end in findings; other kinds of task change something, and that is what they show. */
export const hasFindings = (kind: TaskKind): boolean => kind === "experiment" || kind === "research";

/** Whoever holds the task or has finished it writes down what it showed; so may an organizer. */
export function canWriteFindings(task: { kind: TaskKind }, viewer: { organizer: boolean; worked: boolean }): Verdict {
  if (!viewer.organizer && !viewer.worked) {
    return notYours(
      "Whoever holds this task or has finished it writes down what it showed. Tell them, or one of the organizers.",
    );
  }
  if (hasFindings(task.kind)) return yes;
  return notNow(
    "Only experiments and research have findings. Write what you learned into the task's notes, or make it one of those kinds.",
  );
}

/** What is said once findings are stored. */
export const writtenWords = (question: string | null): string =>
  question === null ? "What it showed is on record." : "What it showed is on record, here and with the question.";

/** What somebody who has finished such a task is asked. */
export const askForFindings = "Finished. Thank you. One thing more, while you remember it: what did it show?";
