import type { TaskKind } from "./kinds";
import { proposalFor } from "./proposals";
import type { Check, Readiness } from "./readiness";

/** The texts of guidance that the musts ask for, by the names of their fields. */
export const guidanceFields = ["goal", "start", "doneWhen", "verify"] as const;
export type Guidance = (typeof guidanceFields)[number];

/** What people call them. */
export const guidanceLabels: Record<Guidance, string> = {
  goal: "Why it matters",
  start: "Where to start",
  doneWhen: "Done when",
  verify: "How to verify",
};

/** What is done about the first thing a task lacks: a text is written, or what it waits for is looked at. */
export type Fix =
  | { by: "writing"; field: Guidance; label: string; help: string; proposed: string }
  | { by: "finishing"; task: { number: number; title: string } }
  | { by: "answering"; question: { number: number; title: string } };

type Waits = {
  kind: TaskKind;
  openBlockers: readonly { number: number; title: string }[];
  openQuestions: readonly { number: number; title: string }[];
};

const fieldOf: Partial<Record<Check["key"], Guidance>> = {
  why: "goal",
  start: "start",
  doneWhen: "doneWhen",
  verify: "verify",
};

/** The first thing a task lacks with what mends it, and the labels of what it lacks besides; null when every must is met. */
export function nextFix(task: Waits, { checks }: Pick<Readiness, "checks">): { fix: Fix; besides: string[] } | null {
  const [first, ...others] = checks.filter(({ must, met }) => must && !met);
  if (!first) return null;
  const besides = others.map(({ label }) => label.toLowerCase());
  const field = fieldOf[first.key];
  if (field !== undefined) {
    const { label, help } = first;
    return { fix: { by: "writing", field, label, help, proposed: proposed(field, task.kind) }, besides };
  }
  const [blocker] = task.openBlockers;
  if (first.key === "blockers" && blocker) return { fix: { by: "finishing", task: blocker }, besides };
  const [question] = task.openQuestions;
  return question ? { fix: { by: "answering", question }, besides } : null;
}

/** The wording proposed for a kind of task; "" where nobody but its author can know. */
function proposed(field: Guidance, kind: TaskKind): string {
  return field === "doneWhen" || field === "verify" ? proposalFor(kind)[field] : "";
}

/** "1 thing missing", "3 things missing". */
export const missingWords = (count: number): string => (count === 1 ? "1 thing missing" : `${count} things missing`);

/** What is said once a missing text has been written: whether that made the task ready. */
export const filledWords = (number: number, left: number): string =>
  left === 0 ? `Task ${number} is ready now.` : `Saved. Task ${number} still has ${missingWords(left)}.`;
