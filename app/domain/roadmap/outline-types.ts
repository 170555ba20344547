import type { TaskKind } from "../tasks/kinds";

/**
 * A roadmap as it was read from a file: plain data, no ids. Titles are plain text, at most `limits.titleGraphemes` long;
 * every other text is Markdown as it was written, at most `limits.textGraphemes` long; what is not said is "" or null.
 * `line` is the 1-based source line a node begins at, `lines` every source line it took, so that it can be shown that
 * each line that is not blank is in a node, in the outline's own `lines`, or in `unread`.
 */
export type Outline = {
  title: string | null;
  intro: string;
  themes: OutlineTheme[];
  /** What could not be placed. Shown to the organizer, never dropped. */
  unread: UnreadLine[];
  /** What was placed otherwise than it was written, such as a title that was too long. */
  remarks: UnreadLine[];
  /** Lines of the title, the intro and the layout (rules, underlines, the frames of tables). */
  lines: number[];
};

export type OutlineTheme = {
  line: number;
  lines: number[];
  title: string;
  why: string;
  /** The heading was struck through or ticked. */
  done: boolean;
  questions: OutlineQuestion[];
  /** Tasks outside any pillar. */
  tasks: OutlineTask[];
  pillars: OutlinePillar[];
};

export type OutlineQuestion = { line: number; lines: number[]; title: string; notes: string };

export type OutlinePillar = { line: number; lines: number[]; title: string; intro: string; tasks: OutlineTask[] };

export type OutlineTask = {
  line: number;
  lines: number[];
  title: string;
  kind: TaskKind;
  /** The kind was not written down; it was guessed from the title. */
  kindGuessed: boolean;
  /** At most `limits.taskMinutesMost`. */
  sizeMinutes: number | null;
  done: boolean;
  /** What it is for; "" where the theme's why counts. */
  goal: string;
  start: string;
  doneWhen: string;
  verify: string;
  /** Titles of tasks or questions this one waits for, as they were written, without quotes. */
  needs: string[];
  notes: string;
  /** In small letters, each once. */
  skills: string[];
  /** Pages that belong to it, as they were written. */
  links: string;
};

/** A source line (1-based), its text, and a sentence that says why it is here and what to do. */
export type UnreadLine = { line: number; text: string; because: string };
