import type { ReactNode } from "react";
import { ownerWords, questionState } from "../domain/roadmap/questions";
import { QuestionBadge } from "./question-badge";
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
  /** Who finds out, while it has no decision; null: nobody. */
  owner: string | null;
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
            <QuestionBadge state="answered" />
            {decision.on ? <span>{decision.on}</span> : null}
            {decision.by ? <span>by {decision.by}</span> : null}
            {decision.href ? <a href={decision.href}>Why</a> : null}
          </p>
        </>
      ) : (
        <p className={styles.meta}>
          <QuestionBadge state={questionState({ decided: false, owner })} />
          <span>{ownerWords(owner)}</span>
        </p>
      )}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </li>
  );
}
