import type { ReactNode } from "react";
import type { BoardPlace } from "./board-place";
import styles from "./theme-list.module.css";

/** A roadmap's themes, in its order: numbered, unless the order means nothing. */
export function ThemeList({ numbered = true, children }: { numbered?: boolean; children: ReactNode }) {
  return numbered ? <ol className={styles.list}>{children}</ol> : <ul className={styles.plain}>{children}</ul>;
}

type ThemeRowProps = {
  href: string;
  /** An anchor, so that a page can come back to this row. */
  id?: string;
  title: ReactNode;
  /** The why, or its first sentence. */
  why?: ReactNode;
  /** How it stands: a badge. */
  state?: ReactNode;
  /** Short figures in reading order: "10 tasks", "3 questions". */
  meta?: readonly ReactNode[];
  /** Small forms or links that belong to this row. */
  actions?: ReactNode;
  /** Its place on the whole roadmap, where a list shows a part of it. */
  number?: number;
  /** Where it can be moved by hand. */
  place?: BoardPlace;
};

/** One theme. The whole row leads to it. */
export function ThemeRow({ href, id, title, why, state, meta = [], actions, number, place }: ThemeRowProps) {
  return (
    <li className={styles.row} id={id} data-number={number} ref={place?.node} data-board={place?.state}>
      {place ? <div className={styles.handle}>{place.handle}</div> : null}
      <h3 className={styles.title}>
        <a href={href}>{title}</a>
      </h3>
      {why ? <p className={styles.why}>{why}</p> : null}
      {state || meta.length > 0 ? (
        <div className={styles.side}>
          {state}
          {meta.length > 0 ? (
            <p className={styles.meta}>
              {meta.map((part, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts are never reordered
                <span key={index}>{part}</span>
              ))}
            </p>
          ) : null}
        </div>
      ) : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </li>
  );
}
