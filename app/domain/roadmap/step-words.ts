/** What can be done at the desk and undone again. */
export const deskDeeds = ["save", "divide", "merge", "move"] as const;
export type DeskDeed = (typeof deskDeeds)[number];

type Step = { deed: DeskDeed; about: string };

const nouns: Record<DeskDeed, (about: string) => string> = {
  save: () => "what you saved",
  divide: (about) => `dividing “${about}”`,
  merge: (about) => `merging into “${about}”`,
  move: (about) => `moving “${about}”`,
};

/** "dividing “Survey the packages”": a step, to follow "Undo" and "Redo". */
export const stepWords = ({ deed, about }: Step): string => nouns[deed](about);
