import type { ReactNode } from "react";
import type { PairRow as Row } from "../domain/pairs/row";
import { paths } from "../paths";
import { HealthBadge } from "./health-badge";
import { HoursTogether } from "./hours-together";
import styles from "./pair-list.module.css";
import { Time } from "./time";

/** Pairs under one another, the most urgent first. */
export function PairList({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}

type PairLineProps = {
  community: { slug: string };
  row: Row;
  /** The reader's IANA zone, and what time it is. */
  readerZone: string;
  now: Date;
  /** Leave the shared hours out, where nobody meets from. */
  brief?: boolean;
  /** Where it belongs, in a list across sprints. */
  where?: string;
  /** What to do about it: at most one button. */
  action?: ReactNode;
};

/** One pair: how it is and why, what they work on, when both have time. */
export function PairLine({ community, row, readerZone, now, brief = false, where, action }: PairLineProps) {
  return (
    <li className={styles.row}>
      <div>
        <HealthBadge health={row.health} said={row.healthSaid} zone={readerZone} now={now} />
      </div>
      <div className={styles.said}>
        <h3 className={styles.title}>
          <a href={paths.pair(community, row.id)}>{row.title}</a>
        </h3>
        {row.news ? (
          <p>
            {row.news.said}{" "}
            <small>
              <Time at={row.news.at.toISOString()} zone={readerZone} form="short" />
            </small>
          </p>
        ) : null}
        {where ? <p className={styles.meta}>{where}</p> : null}
        {row.tasks.length === 0 ? (
          <p className={styles.meta}>
            {row.starter ? (
              <>
                To begin with, free: <a href={paths.task(community, row.starter)}>{row.starter.title}</a>
              </>
            ) : (
              "No task yet"
            )}
          </p>
        ) : null}
        {row.tasks.map((task) => (
          <p className={styles.meta} key={task.number}>
            <a href={paths.task(community, task)}>{task.title}</a>: {task.left}
          </p>
        ))}
        {brief ? null : (
          <p className={styles.meta}>
            <HoursTogether
              hours={row.hours}
              wait={row.hoursWait}
              theirZone={row.theirZone}
              readerZone={readerZone}
              most={2}
            />
          </p>
        )}
      </div>
      {action ? <div>{action}</div> : null}
    </li>
  );
}
