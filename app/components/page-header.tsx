import type { ReactNode } from "react";
import { type Fact, Facts } from "./facts";
import styles from "./page-header.module.css";

export type Place = { href: string; label: string };

export type PageHeaderProps = {
  /** The way here from the top, without the page itself. */
  where?: readonly Place[];
  /** The name of the thing this page is about. */
  title: ReactNode;
  /** A badge that says how the thing stands. */
  state?: ReactNode;
  /** One or two sentences. */
  lede?: ReactNode;
  facts?: readonly Fact[];
  /** What can be done with the thing: at most one `go`. */
  actions?: ReactNode;
  /** One sentence under the actions: what pressing means, or why it cannot be done. */
  note?: ReactNode;
};

/** The head of a page, and the only place with rhumb lines behind it. */
export function PageHeader({ where = [], title, state, lede, facts = [], actions, note }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      {where.length > 0 ? (
        <nav className={styles.where} aria-label="Where this page is">
          <ol>
            {where.map((place) => (
              <li key={place.href}>
                <a href={place.href}>{place.label}</a>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <h1 className={isLong(title) ? styles.long : undefined}>{title}</h1>
      {state ? <div className={styles.state}>{state}</div> : null}
      {lede ? <p className={styles.lede}>{lede}</p> : null}
      {facts.length > 0 ? (
        <div className={styles.facts}>
          <Facts facts={facts} />
        </div>
      ) : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
      {note ? <p className={styles.note}>{note}</p> : null}
    </header>
  );
}

const isLong = (title: ReactNode) => typeof title === "string" && title.length > 36;
