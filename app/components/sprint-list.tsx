import type { SprintLine } from "../domain/sprint/line";
import { PhaseBadge } from "./phase-badge";
import styles from "./sprint-list.module.css";

type SprintListProps = { sprints: readonly SprintLine[]; href: (sprint: SprintLine) => string };

/** Sprints, each with when and where it is. The whole row leads to it. */
export function SprintList({ sprints, href }: SprintListProps) {
  return (
    <ul className={styles.list}>
      {sprints.map((sprint) => (
        <li className={styles.row} key={sprint.slug}>
          <h3 className={styles.name}>
            <a href={href(sprint)}>{sprint.name}</a>
          </h3>
          {sprint.summary ? <p className={styles.summary}>{sprint.summary}</p> : null}
          <p className={styles.meta}>
            {[sprint.dates, sprint.place, sprint.phase === "over" ? "" : sprint.countdown].filter(Boolean).join(" · ")}
          </p>
          <div className={styles.state}>
            <PhaseBadge phase={sprint.phase} />
          </div>
        </li>
      ))}
    </ul>
  );
}
