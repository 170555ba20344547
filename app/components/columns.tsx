import type { ReactNode } from "react";
import styles from "./columns.module.css";

type ColumnsProps = {
  /** What the page is about. */
  children: ReactNode;
  /** What stands beside it on a wide screen, and after it on a phone. */
  beside: ReactNode;
  /** The name of the side column for screen readers. */
  besideLabel: string;
};

/** A wide column and a narrow one, divided by a hairline; on a phone one column, in reading order. */
export function Columns({ children, beside, besideLabel }: ColumnsProps) {
  return (
    <div className={styles.columns}>
      <div>{children}</div>
      <aside className={styles.beside} aria-label={besideLabel}>
        {beside}
      </aside>
    </div>
  );
}

/** A column no wider than a comfortable line, for a form or for reading. */
export function Narrow({ children }: { children: ReactNode }) {
  return <div className={styles.narrow}>{children}</div>;
}

/** Things under one another with even space between them: fields, paragraphs, forms. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>;
}

/** Buttons and links beside one another, wrapping: the one to press first. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
