import { countdown } from "./countdown";
import { datesInWords } from "./days";
import type { SprintTimes } from "./hours";
import { type Phase, phaseOf } from "./phase";

/** A sprint as a list or a heading says it, in words. */
export type SprintLine = {
  slug: string;
  name: string;
  summary: string;
  phase: Phase;
  /** "7 to 9 May 2026". */
  dates: string;
  /** "Palafrugell", "Online", "Online, in the chat". */
  place: string;
  /** "Starts in 3 days". */
  countdown: string;
};

type Facts = SprintTimes & {
  slug: string;
  name: string;
  summary: string;
  place: string;
  online: boolean;
  openedAt: Date | null;
};

/** The words about a sprint at an instant (the database's time). */
export const sprintLine = (sprint: Facts, now: Date): SprintLine => ({
  slug: sprint.slug,
  name: sprint.name,
  summary: sprint.summary,
  phase: phaseOf(sprint, now),
  dates: datesInWords(sprint),
  place: [sprint.online ? "Online" : "", sprint.place].filter((part) => part !== "").join(", "),
  countdown: countdown(sprint, now),
});
