import { createContext, type ReactElement, useContext } from "react";
import { TaskList } from "./task-list";
import styles from "./task-list.module.css";

/** Gives what stands in the page for lines that say this; has those written that have not been yet. */
export type Keep = (says: readonly string[], write: (at: number) => ReactElement) => string;

/**
 * Only the server keeps lines: of two hundred nearly all say what they said when the page was last asked for, and to write a
 * line costs thirty times as much as to find it.
 */
export const KeptLines = createContext<Keep | null>(null);

type TaskLinesProps<Row> = {
  rows: readonly Row[];
  /** All that a line is made of, as values that JSON tells apart: lines that say the same are the same. */
  says: (row: Row) => readonly unknown[];
  /** The line, with a key. It may be written apart from the page, and has to be handed what a context would tell it. */
  children: (row: Row) => ReactElement;
};

/** A list of tasks that may be long. */
export function TaskLines<Row>({ rows, says, children: line }: TaskLinesProps<Row>) {
  const kept = useContext(KeptLines);
  if (!kept) return <TaskList>{rows.map(line)}</TaskList>;
  const lines = kept(
    rows.map((row) => JSON.stringify(says(row))),
    (at) => line(rows[at] as Row),
  );
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React has written every line of it
  return <ul className={styles.list} dangerouslySetInnerHTML={{ __html: lines }} />;
}
