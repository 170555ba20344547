import { memo, type ReactNode } from "react";
import type { MentorRow, Seat } from "../domain/plans/table";
import { paths } from "../paths";
import { Badge } from "./badge";
import { BoardHandle, BoardTarget } from "./board-whole";
import { PlanCost } from "./plan-cost";
import styles from "./plan-table.module.css";
import { zonePlace } from "./time-words";

type Slugged = { slug: string };

type PlanTableProps = {
  community: Slugged;
  sprint: Slugged & { online: boolean };
  mentors: readonly MentorRow[];
  /** The newcomer who is looked at by themselves. */
  openId: number | null;
  /** Nobody can be moved any more. */
  closed: boolean;
  /** Stands in a board on which people are moved by hand. */
  moving: boolean;
};

/** The pairing table: every mentor with the people on their seats, why they sit there, and the seats that are free. */
export function PlanTable({ community, sprint, mentors, openId, closed, moving }: PlanTableProps) {
  return (
    <ul className={styles.table}>
      {mentors.map((mentor) => (
        <MentorLine
          key={mentor.id}
          mentor={mentor}
          communitySlug={community.slug}
          sprintSlug={sprint.slug}
          online={sprint.online}
          openId={openId}
          closed={closed}
          moving={moving}
        />
      ))}
    </ul>
  );
}

type MentorLineProps = Pick<PlanTableProps, "openId" | "closed" | "moving"> & {
  mentor: MentorRow;
  communitySlug: string;
  sprintSlug: string;
  online: boolean;
};

/** One mentor. Hundreds of them stand still while somebody is carried over them. */
const MentorLine = memo(function MentorLine(line: MentorLineProps) {
  const { mentor, online, openId, closed, moving } = line;
  const [community, sprint] = [{ slug: line.communitySlug }, { slug: line.sprintSlug }];
  const list = String(mentor.id);
  return (
    <BoardTarget list={list} className={styles.mentor}>
      <h3 id={`mentor-${mentor.id}`}>{mentor.name}</h3>
      <p className={styles.said}>{mentorWords(mentor, online)}</p>
      <PlanCost list={list} />
      <ul className={styles.seats} aria-labelledby={`mentor-${mentor.id}`}>
        {mentor.taken.map((seat) => (
          <TakenSeat
            key={seat.newcomerId}
            seat={seat}
            href={closed ? null : paths.plan(community, sprint, seat.newcomerId)}
            pair={seat.pairId === null ? null : paths.pair(community, seat.pairId)}
            task={seat.starter === null ? null : paths.task(community, seat.starter)}
            handle={
              moving && seat.pairId === null ? (
                <BoardHandle id={String(seat.newcomerId)} list={list} title={seat.newcomer} />
              ) : null
            }
            open={openId === seat.newcomerId}
          />
        ))}
        {mentor.free > 0 ? (
          <li className={`${styles.seat} ${styles.free}`}>
            {mentor.free === 1 ? "A seat is free" : `${mentor.free} seats are free`}
          </li>
        ) : null}
      </ul>
    </BoardTarget>
  );
});

type TakenSeatProps = {
  seat: Seat;
  /** Where this newcomer can be moved; null when they cannot. */
  href: string | null;
  /** Where the published pair is. */
  pair: string | null;
  /** Where the task is that they could begin with. */
  task: string | null;
  /** What they are dragged by. */
  handle: ReactNode;
  /** They are looked at by themselves. */
  open: boolean;
};

function TakenSeat({ seat, href, pair, task, handle, open }: TakenSeatProps) {
  const hands = [seat.fixed ? "fixed" : null, seat.byHand && !seat.fixed ? "moved by hand" : null].filter(Boolean);
  return (
    <li className={styles.seat} data-open={open ? "" : undefined} id={`newcomer-${seat.newcomerId}`}>
      <div className={styles.name}>
        {handle}
        {pair ? <a href={pair}>{seat.newcomer}</a> : <b>{seat.newcomer}</b>}
        {pair || open || href === null ? null : (
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
      {seat.starter && task ? (
        <p className={styles.why}>
          to begin with: <a href={task}>{seat.starter.title}</a>
        </p>
      ) : null}
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
