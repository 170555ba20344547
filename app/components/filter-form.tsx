import type { ReactNode } from "react";
import styles from "./filter-form.module.css";

/** A form that narrows a list: it only reads, so its choices stand in the address and can be kept and shared. */
export function FilterForm({ action, children }: { action: string; children: ReactNode }) {
  return (
    <form method="get" action={action} className={styles.filter}>
      {children}
    </form>
  );
}
