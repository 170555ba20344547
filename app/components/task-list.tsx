import type { ReactNode } from "react";
import type { BoardPlace } from "./board-place";
import styles from "./task-list.module.css";

/** Tasks under one another, hanging from hairlines. */
export function TaskList({ children, ordered = false }: { children: ReactNode; ordered?: boolean }) {
  const List = ordered ? "ol" : "ul";
  return <List className={styles.list}>{children}</List>;
}

type TaskRowProps = {
  href?: string;
  /** An anchor, so that a page can come back to this row. */
  id?: string;
  title: ReactNode;
  /** The id of the title, for what is named after it. */
  titleId?: string;
  /** Short facts in reading order: kind, size, who to ask. Empty ones are left out. */
  meta?: readonly ReactNode[];
  /** How it stands: a badge. */
  state?: ReactNode;
  /** One sentence of help: what would make it ready, who waits for it. */
  hint?: ReactNode;
  /** Small forms or links that belong to this row: move, edit. */
  actions?: ReactNode;
  /** Where it can be moved by hand. */
  place?: BoardPlace;
};

/** One task. The whole row leads to it; what stands in `meta`, `hint` and `actions` can still be pressed by itself. */
export function TaskRow({ href, id, title, titleId, meta = [], state, hint, actions, place }: TaskRowProps) {
  const said = meta.filter((part) => part !== null && part !== undefined && part !== false && part !== "");
  return (
    <li
      className={place ? `${styles.row} ${styles.movable}` : styles.row}
      id={id}
      ref={place?.node}
      data-board={place?.state}
    >
      {place ? <div className={styles.handle}>{place.handle}</div> : null}
      {href ? (
        <a className={styles.title} id={titleId} href={href}>
          {title}
        </a>
      ) : (
        <span className={styles.title} id={titleId}>
          {title}
        </span>
      )}
      {state ? <div className={styles.state}>{state}</div> : null}
      {said.length > 0 ? (
        <p className={styles.meta}>
          {said.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts are never reordered
            <span key={index}>{part}</span>
          ))}
        </p>
      ) : null}
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </li>
  );
}
