import type { ReactNode } from "react";
import styles from "./definition-list.module.css";

export type Definition = {
  term: ReactNode;
  /** What is known. Without it the row says what is missing. */
  said?: ReactNode;
  /** The sentence shown while nothing is known: "Nobody has said yet how to tell it is done." */
  missing?: ReactNode;
};

/** Goal, start, done when, verify: each a row with its name before it. */
export function DefinitionList({ definitions }: { definitions: readonly Definition[] }) {
  return (
    <dl className={styles.list}>
      {definitions.map((definition, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are never reordered
        <div className={styles.row} key={index}>
          <dt>{definition.term}</dt>
          <dd>{definition.said ?? <span className={styles.missing}>{definition.missing}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
