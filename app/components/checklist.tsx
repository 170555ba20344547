import type { ReactNode } from "react";
import styles from "./checklist.module.css";

export type Check = {
  /** What is asked: "Where to start". */
  label: ReactNode;
  met: boolean;
  /** One sentence of help, shown while it is not met. */
  help?: ReactNode;
};

/** What a task needs before somebody can start, and what of it is there. */
export function Checklist({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className={styles.list}>
      {checks.map((check, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the checks are never reordered
        <li className={check.met ? styles.met : styles.missing} key={index}>
          <span>{check.label}</span> <span className={styles.word}>{check.met ? "There" : "Missing"}</span>
          {check.help && !check.met ? <p className={styles.help}>{check.help}</p> : null}
        </li>
      ))}
    </ul>
  );
}
