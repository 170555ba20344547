import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

type EmptyStateProps = {
  /** One sentence: what would be here. */
  children: ReactNode;
  /** The one next action: a `ButtonLink` or a small form. */
  action?: ReactNode;
};

/** A list with nothing in it yet. */
export function EmptyState({ children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}
