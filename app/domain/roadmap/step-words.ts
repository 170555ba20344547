/** What can be done at the desk and undone again. */
export const deskDeeds = ["save", "divide", "merge", "move"] as const;
export type DeskDeed = (typeof deskDeeds)[number];

/** How many steps can be undone; older ones are forgotten. */
export const stepsKept = 10;

type Step = { deed: DeskDeed; about: string };

const nouns: Record<DeskDeed, (about: string) => string> = {
  save: () => "what you saved",
  divide: (about) => `dividing “${about}”`,
  merge: (about) => `merging into “${about}”`,
  move: (about) => `moving “${about}”`,
};

/** "dividing “Survey the packages”": a step, to follow "Undo" and "Redo". */
export const stepWords = ({ deed, about }: Step): string => nouns[deed](about);

/** What is said once a step has been undone, or done again. */
export const steppedWords = (step: Step, way: "undo" | "redo"): string =>
  `${way === "undo" ? "Undone" : "Done again"}: ${stepWords(step)}.`;

/** Why a step is left as it is: somebody has gone on from it. */
export function builtOnWords(by: string | null, title: string, way: "undo" | "redo"): string {
  const doing = way === "undo" ? "Undoing" : "Redoing";
  return `${by ?? "Somebody"} has gone on with “${title}” since. ${doing} would take that away, so nothing was changed. Write at the desk what you want instead.`;
}

/** There is no step left to take. */
export const noStepWords = (way: "undo" | "redo"): string => `There is nothing to ${way} any more.`;
