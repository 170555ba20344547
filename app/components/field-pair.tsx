import type { ReactNode } from "react";
import styles from "./field-pair.module.css";

/** Two short fields that are read together: from and until. */
export function FieldPair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>;
}
