/** The kinds of task, in the order a form lists them. The words are the product's. */
export const taskKinds = [
  "code",
  "docs",
  "triage",
  "reproduce",
  "verify",
  "review",
  "research",
  "experiment",
  "design",
] as const;

export type TaskKind = (typeof taskKinds)[number];

export const isTaskKind = (word: string): word is TaskKind => (taskKinds as readonly string[]).includes(word);
