import type { ReactNode } from "react";
import type { WaitRow } from "../domain/plans/table";
import { paths } from "../paths";
import { BoardHandle } from "./board";
import { waitingList } from "./plan-lists";
import styles from "./plan-waits.module.css";

type Slugged = { slug: string };

type PlanWaitsProps = {
  community: Slugged;
  sprint: Slugged;
  waits: readonly WaitRow[];
  /** The newcomer who is being given a seat, and the forms for it. */
  open: { newcomerId: number; panel: ReactNode } | null;
  /** Nobody can be given a seat any more. */
  closed: boolean;
  /** Stands in a board on which people are moved by hand. */
  moving: boolean;
};

/** Who has no mentor, each with the rule in the way. */
export function PlanWaits({ community, sprint, waits, open, closed, moving }: PlanWaitsProps) {
  return (
    <ul className={styles.waits}>
      {waits.map(({ newcomerId, newcomer, because }) => (
        <li className={styles.wait} key={newcomerId} id={`newcomer-${newcomerId}`}>
          <div className={styles.said}>
            <span>
              {moving ? <BoardHandle id={String(newcomerId)} list={waitingList} title={newcomer} /> : null}
              <b>{newcomer}</b>
            </span>
            {because ? <p>{because}</p> : null}
          </div>
          {closed || open?.newcomerId === newcomerId ? null : (
            <a
              className={styles.change}
              href={paths.plan(community, sprint, newcomerId)}
              aria-label={`Find a seat for ${newcomer}`}
            >
              Find a seat
            </a>
          )}
          {open?.newcomerId === newcomerId ? <div className={styles.panel}>{open.panel}</div> : null}
        </li>
      ))}
    </ul>
  );
}
