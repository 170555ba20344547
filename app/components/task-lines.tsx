import { createContext, type ReactElement, useContext } from "react";
import { TaskList } from "./task-list";
import styles from "./task-list.module.css";

/**
 * Gives the markup of a line by what it says, and has it written where it has not been yet. Only the server has one: of two
 * hundred lines nearly all say what they said when the page was last asked for, and to write a line costs thirty times as
 * much as to find it.
 */
export const KeptLines = createContext<((says: string, write: () => ReactElement) => string) | null>(null);

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
  const lines = rows.map((row) => kept(JSON.stringify(says(row)), () => line(row))).join("");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React has written every line of it
  return <ul className={styles.list} dangerouslySetInnerHTML={{ __html: lines }} />;
}
