import type { ReactNode } from "react";
import type { MentorRow, Seat } from "../domain/plans/table";
import { paths } from "../paths";
import { Badge } from "./badge";
import styles from "./plan-table.module.css";
import { zonePlace } from "./time-words";

type Slugged = { slug: string };

type PlanTableProps = {
  community: Slugged;
  sprint: Slugged & { online: boolean };
  mentors: readonly MentorRow[];
  /** The newcomer who is being moved, and the forms for it. */
  open: { newcomerId: number; panel: ReactNode } | null;
  /** Nobody can be moved any more. */
  closed: boolean;
};

/** The pairing table: every mentor with the people on their seats, why they sit there, and the seats that are free. */
export function PlanTable({ community, sprint, mentors, open, closed }: PlanTableProps) {
  return (
    <ul className={styles.table}>
      {mentors.map((mentor) => (
        <li className={styles.mentor} key={mentor.id}>
          <div>
            <h3 id={`mentor-${mentor.id}`}>{mentor.name}</h3>
            <p className={styles.said}>{mentorWords(mentor, sprint.online)}</p>
          </div>
          <ul className={styles.seats} aria-labelledby={`mentor-${mentor.id}`}>
            {mentor.taken.map((seat) => (
              <TakenSeat
                key={seat.newcomerId}
                seat={seat}
                href={closed ? null : paths.plan(community, sprint, seat.newcomerId)}
                pair={seat.pairId === null ? null : paths.pair(community, seat.pairId)}
                panel={open?.newcomerId === seat.newcomerId ? open.panel : null}
              />
            ))}
            {mentor.free > 0 ? (
              <li className={`${styles.seat} ${styles.free}`}>
                {mentor.free === 1 ? "A seat is free" : `${mentor.free} seats are free`}
              </li>
            ) : null}
          </ul>
        </li>
      ))}
    </ul>
  );
}

type TakenSeatProps = {
  seat: Seat;
  /** Where this newcomer can be moved; null when they cannot. */
  href: string | null;
  /** Where the published pair is. */
  pair: string | null;
  panel: ReactNode;
};

function TakenSeat({ seat, href, pair, panel }: TakenSeatProps) {
  const hands = [seat.fixed ? "fixed" : null, seat.byHand && !seat.fixed ? "moved by hand" : null].filter(Boolean);
  return (
    <li className={panel ? `${styles.seat} ${styles.open}` : styles.seat} id={`newcomer-${seat.newcomerId}`}>
      <div className={styles.name}>
        {pair ? <a href={pair}>{seat.newcomer}</a> : <b>{seat.newcomer}</b>}
        {pair || panel || href === null ? null : (
          <a className={styles.change} href={href} aria-label={`Change: ${seat.newcomer}`}>
            Change
          </a>
        )}
      </div>
      {seat.reasons.map((line) => (
        <p className={styles.why} key={line}>
          {line}
        </p>
      ))}
      {hands.length > 0 ? <p className={styles.why}>{hands.join(", ")}</p> : null}
      {seat.answer ? (
        <p>
          <Badge tone={seat.answer.both ? "sea" : "sun"} shape={seat.answer.both ? "check" : "half"}>
            {seat.answer.words}
          </Badge>
        </p>
      ) : null}
      {seat.fault ? (
        <p>
          <Badge tone="storm">{seat.fault}</Badge>
        </p>
      ) : null}
      {panel}
    </li>
  );
}

/** "2 of 3 seats · 6 hours · on site · Rome". */
function mentorWords({ seats, free, mentorHours, attendance, timeZone }: MentorRow, online: boolean): string {
  const taken = Math.max(seats - free, 0);
  return [
    `${taken} of ${seats} ${seats === 1 ? "seat" : "seats"}`,
    mentorHours === null ? null : `${mentorHours} ${mentorHours === 1 ? "hour" : "hours"}`,
    online ? null : attendance === "on_site" ? "on site" : "online",
    zonePlace(timeZone),
  ]
    .filter((part) => part !== null)
    .join("\u00a0· ");
}
