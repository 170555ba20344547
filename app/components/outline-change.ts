/** What an import would do to one thing: add it, change it, or leave it as it is. */
export type Change = "new" | "changed" | "same";

/** One field of a thing that would change. `null` is nothing there. */
export type FieldChange = {
  /** The product's word for it: "Done when". */
  field: string;
  before: string | null;
  after: string | null;
};

type OutlineThing = {
  /** The line of the text that it stands on, from 1. */
  line: number;
  change: Change;
  title: string;
  changes?: readonly FieldChange[];
};

export type OutlineQuestion = OutlineThing;

/** A suggestion under the thing it is about. */
export type Hinted = { hint?: string };

export type OutlineTask = OutlineThing &
  Hinted & {
    /** "Research". */
    kind?: string | null;
    /** In words: "half a day". */
    size?: string | null;
    ready: boolean;
    /** Done already: nobody asks whether it is ready. */
    finished?: boolean;
    /** What was understood of it beside its title: where to start, what it needs. */
    says?: readonly { field: string; text: string }[];
    /** What is missing, in a few words each. */
    missing?: readonly string[];
  };

export type OutlinePillar = OutlineThing & Hinted & { tasks: readonly OutlineTask[] };

export type OutlineTheme = OutlineThing & {
  why?: string | null;
  questions: readonly OutlineQuestion[];
  /** Tasks that stand in no pillar. */
  tasks: readonly OutlineTask[];
  pillars: readonly OutlinePillar[];
};
