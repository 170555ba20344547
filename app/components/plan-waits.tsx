import type { WaitRow } from "../domain/plans/table";
import { paths } from "../paths";
import { BoardHandle } from "./board-whole";
import { waitingList } from "./plan-lists";
import styles from "./plan-waits.module.css";

type Slugged = { slug: string };

type PlanWaitsProps = {
  community: Slugged;
  sprint: Slugged;
  waits: readonly WaitRow[];
  /** The newcomer who is being given a seat. */
  openId: number | null;
  /** Nobody can be given a seat any more. */
  closed: boolean;
  /** Stands in a board on which people are moved by hand. */
  moving: boolean;
};

/** Who has no mentor, each with the rule in the way. */
export function PlanWaits({ community, sprint, waits, openId, closed, moving }: PlanWaitsProps) {
  return (
    <ul className={styles.waits}>
      {waits.map(({ newcomerId, newcomer, because }) => (
        <li className={styles.wait} key={newcomerId} id={`newcomer-${newcomerId}`}>
          <div className={styles.name}>
            {moving ? <BoardHandle id={String(newcomerId)} list={waitingList} title={newcomer} /> : null}
            <b>{newcomer}</b>
            {closed || openId === newcomerId ? null : (
              <a
                className={styles.change}
                href={paths.plan(community, sprint, newcomerId)}
                aria-label={`Find a seat for ${newcomer}`}
              >
                Find a seat
              </a>
            )}
          </div>
          {because ? <p>{because}</p> : null}
        </li>
      ))}
    </ul>
  );
}
