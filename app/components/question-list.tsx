import type { ReactNode } from "react";
import { Badge } from "./badge";
import styles from "./question-list.module.css";

/** What has to be answered, and what has been. */
export function QuestionList({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}

type QuestionItemProps = {
  /** The question, as it was asked. */
  children: ReactNode;
  /** An anchor, so that a task that waits for it can link here. */
  id?: string;
  /** Who finds out, and when: "Mireia asks the room on day one". Shown while it is open. */
  owner?: ReactNode;
  /** The decision that answers it. Without one the question is open. */
  decision?: { said: ReactNode; by?: ReactNode; on?: ReactNode; href?: string } | null;
  /** Small forms or links: decide, edit. */
  actions?: ReactNode;
};

/** One question: open, or decided and by whom. */
export function QuestionItem({ children, id, owner, decision, actions }: QuestionItemProps) {
  return (
    <li className={decision ? styles.decided : styles.open} id={id}>
      <p className={styles.question}>{children}</p>
      {decision ? (
        <>
          <p className={styles.decision}>{decision.said}</p>
          <p className={styles.meta}>
            <Badge tone="sea" shape="check">
              Decided
            </Badge>
            {decision.on ? <span>{decision.on}</span> : null}
            {decision.by ? <span>by {decision.by}</span> : null}
            {decision.href ? <a href={decision.href}>Why</a> : null}
          </p>
        </>
      ) : (
        <p className={styles.meta}>
          <Badge tone="sun" shape="question">
            Open
          </Badge>
          {owner ? <span>{owner}</span> : null}
        </p>
      )}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </li>
  );
}
