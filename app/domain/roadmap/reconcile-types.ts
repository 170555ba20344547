import type { TaskKind } from "../tasks/kinds";
import type { UnreadLine } from "./outline-types";

/** A roadmap as it is stored, with everything an import may touch. Ids are opaque; `number` is the task's public one. */
export type StoredRoadmap = { themes: StoredTheme[] };

export type StoredTheme = {
  id: string;
  slug: string;
  title: string;
  why: string;
  done: boolean;
  questions: StoredQuestion[];
  pillars: StoredPillar[];
  tasks: StoredTask[];
};

export type StoredQuestion = { id: string; number: number; title: string; notes: string };
export type StoredPillar = { id: string; title: string; intro: string };

export type StoredTask = {
  id: string;
  number: number;
  pillarId: string | null;
  title: string;
  kind: TaskKind;
  sizeMinutes: number | null;
  goal: string;
  start: string;
  doneWhen: string;
  verify: string;
  notes: string;
  skills: string[];
  links: string;
  done: boolean;
  /** Ids of the tasks and of the questions it waits for, in any theme. */
  needs: { taskIds: string[]; questionIds: string[] };
};

/** What an import does to one node. `key` is unique in the plan, and stable for one file; `id` is the stored one. */
export type Planned<Fields> = {
  key: string;
  line: number;
  change: "new" | "changed" | "same";
  id: string | null;
  /** The values to store: what the file says, or what is stored where the file says nothing. */
  fields: Fields;
  changes: FieldChange[];
};

/**
 * `field` is the word a person knows it by ("Done when"); `before` and `after` are words too: a size is "half a day", a
 * pillar its title, several needs stand between semicolons, none is "".
 */
export type FieldChange = { field: string; before: string; after: string };

export type PlannedTheme = Planned<{ title: string; why: string; done: boolean }> & {
  questions: PlannedQuestion[];
  pillars: PlannedPillar[];
  /** Every task of the theme, in the file's order; its pillar is named by key. */
  tasks: PlannedTask[];
};

export type PlannedQuestion = Planned<{ title: string; notes: string }>;

export type PlannedPillar = Planned<{ title: string; intro: string }>;

export type PlannedTask = Planned<{
  title: string;
  kind: TaskKind;
  sizeMinutes: number | null;
  goal: string;
  start: string;
  doneWhen: string;
  verify: string;
  notes: string;
  skills: string[];
  links: string;
  done: boolean;
}> & {
  /** The key of a pillar of this theme in this plan, or null when it stands outside any. */
  pillarKey: string | null;
  /** The stored pillar it stays in although the file does not know that pillar; then `pillarKey` is null. */
  pillarId: string | null;
  /** Everything it is to wait for once the plan is applied. */
  needs: PlannedNeed[];
};

/** A task or a question, either of this plan (by key) or stored and not in this file (by id). */
export type PlannedNeed =
  | { of: "task"; key: string; title: string }
  | { of: "question"; key: string; title: string }
  | { of: "stored task"; id: string; title: string }
  | { of: "stored question"; id: string; title: string };

/** Something that is stored and not in the file: it is left as it is. */
export type LeftAlone = { of: "theme" | "question" | "pillar" | "task"; id: string; title: string; theme: string };

export type ImportPlan = {
  title: string | null;
  intro: string;
  themes: PlannedTheme[];
  leftAlone: LeftAlone[];
  unread: UnreadLine[];
  remarks: UnreadLine[];
  counts: Record<"themes" | "questions" | "pillars" | "tasks", { new: number; changed: number; same: number }>;
};
