import type { ReactNode } from "react";
import { Badge } from "./badge";
import styles from "./decision-list.module.css";
import { Time } from "./time";

/** Decisions under one another, hanging from hairlines. */
export function DecisionList({ children }: { children: ReactNode }) {
  return <ol className={styles.list}>{children}</ol>;
}

type DecisionLineProps = {
  decision: {
    number: number;
    question: string;
    /** Its first sentence. */
    answer: string;
    theme: string;
    decidedBy: string | null;
    decidedAt: Date;
    revisedIn: number | null;
  };
  href: string;
  /** Where the decision is that took its place, if one did. */
  laterHref: string | null;
  zone: string;
};

/** One decision: what was asked, what was answered, by whom and when. */
export function DecisionLine({ decision, href, laterHref, zone }: DecisionLineProps) {
  return (
    <li className={styles.row} id={`decision-${decision.number}`}>
      <p className={styles.question}>
        <a href={href}>{decision.question}</a>
      </p>
      <p className={styles.answer}>{decision.answer}</p>
      <p className={styles.meta}>
        {laterHref ? (
          <>
            <Badge tone="plain">Revised</Badge>
            <a href={laterHref}>by decision {decision.revisedIn}</a>
          </>
        ) : null}
        <span>Decision {decision.number}</span>
        <span>{decision.theme}</span>
        <span>
          {decision.decidedBy ? `${decision.decidedBy}, ` : null}
          <Time at={decision.decidedAt.toISOString()} zone={zone} form="date" year />
        </span>
      </p>
    </li>
  );
}
