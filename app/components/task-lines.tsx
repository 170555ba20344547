import { createContext, type ReactElement, useContext } from "react";
import { TaskList } from "./task-list";
import styles from "./task-list.module.css";

/**
 * Gives what stands in the page for the lines of a list; has those written that have not been yet. `under` is what all of them
 * say, `says` the rest of what one says; by its `key` it is known again when it goes elsewhere.
 */
export type Keep = (
  under: string,
  lines: readonly { key: number; says: unknown }[],
  write: (at: number) => ReactElement,
) => string;

/**
 * Only the server keeps lines: of two hundred nearly all say what they said when the page was last asked for, and to write a
 * line costs thirty times as much as to find it.
 */
export const KeptLines = createContext<Keep | null>(null);

type TaskLinesProps<Row> = {
  rows: readonly Row[];
  /** All that every line is made of, and what tells the list from others. */
  under: readonly (string | number | boolean | null | undefined)[];
  /** All else that a line is made of: lines that say the same are the same. */
  says: (row: Row) => readonly unknown[];
  /** The line, with a key. It may be written apart from the page, and has to be handed what a context would tell it. */
  children: (row: Row) => ReactElement;
};

/** A list of tasks that may be long. */
export function TaskLines<Row extends { number: number }>({ rows, under, says, children: line }: TaskLinesProps<Row>) {
  const kept = useContext(KeptLines);
  if (!kept) return <TaskList>{rows.map(line)}</TaskList>;
  const lines = kept(
    JSON.stringify(under),
    rows.map((row) => ({ key: row.number, says: says(row) })),
    (at) => line(rows[at] as Row),
  );
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React has written every line of it
  return <ul className={styles.list} dangerouslySetInnerHTML={{ __html: lines }} />;
}
