import type { ReactNode } from "react";
import styles from "./disclosure.module.css";

type DisclosureProps = {
  /** The words that open it. */
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
};

/** Something that waits behind a press, in the page: a rare form, a longer explanation. */
export function Disclosure({ summary, open = false, children }: DisclosureProps) {
  return (
    <details className={styles.disclosure} open={open}>
      <summary>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
