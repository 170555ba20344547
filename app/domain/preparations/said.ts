import { timeLeft } from "../claims/clock";
import type { PreparationKind } from "./words";

/** What is said to whoever has just taken a piece of preparation. */
export const preparingWords = (expiresAt: Date, now: Date): string =>
  `You prepare this: ${timeLeft(expiresAt, now)}. It is finished by itself once what is missing is there.`;

/** What each kind of preparation comes to, before its title. */
export const preparationVerbs: Record<PreparationKind, string> = {
  task: "Make ready:",
  split: "Split:",
  answer: "Find the answer:",
  mentor: "Find a mentor for",
};

/** How each kind of preparation is done, and when it is finished. */
export const preparationWays: Record<PreparationKind, string> = {
  task: "Write what is missing, so that somebody new could start today. It is finished as soon as the task is ready.",
  split:
    "Write tasks somebody new could start, and hand them to an organizer. It is finished when the first of them is ready.",
  answer:
    "Find out, and write what you found on the question's page or tell an organizer. It is finished when the decision is on record.",
  mentor: "Ask around. It is finished when a mentor who wishes for this theme has registered for the sprint.",
};
