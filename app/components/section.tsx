import type { ReactNode } from "react";
import type { BoardPlace } from "./board-place";
import styles from "./section.module.css";

type SectionProps = {
  title: ReactNode;
  /** The id of the heading, for links to it. */
  id?: string;
  /** 2 for the parts of a page, 3 for what is inside one or beside it. */
  level?: 2 | 3;
  /** One sentence under the heading. */
  lede?: ReactNode;
  /** A quiet link or button at the heading's end. */
  action?: ReactNode;
  /** Where it can be moved by hand. */
  place?: BoardPlace;
  children: ReactNode;
};

/** A part of a page: a heading, and what hangs from it. */
export function Section({ title, id, level = 2, lede, action, place, children }: SectionProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      className={level === 2 ? styles.section : `${styles.section} ${styles.small}`}
      aria-labelledby={id}
      ref={place?.node}
      data-board={place?.state}
    >
      <div className={styles.head}>
        <Heading id={id}>{title}</Heading>
        {action}
      </div>
      {lede ? <p className={styles.lede}>{lede}</p> : null}
      <div className={styles.body}>{children}</div>
    </section>
  );
}
