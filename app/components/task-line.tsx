import type { ReactNode } from "react";
import type { PlainRow as Row } from "../domain/tasks/row";
import { writeSize } from "../domain/tasks/size";
import type { BoardPlace } from "./board-place";
import { TaskRow } from "./task-list";
import { TaskStanding } from "./task-standing";

type TaskLineProps = {
  row: Row;
  href: string;
  viewerId?: number | null;
  readerZone?: string | null;
  /** Where the task stands, in a list across themes. */
  theme?: string;
  /** The hint is for those who can do something about it. */
  organizing?: boolean;
  /** The id of its title, for what is named after it. */
  titleId?: string;
  actions?: ReactNode;
  place?: BoardPlace;
};

/** What an organizer could do about it, the most useful first. */
const hintOn = ({ tooBig, stale }: Row): string | undefined => {
  if (tooBig) return "That is too big for a first task. Divide it?";
  return stale ? `${stale} Is it still true?` : undefined;
};

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** One task in a list: title, kind, size, who to ask, how it stands. */
export function TaskLine({
  row,
  href,
  viewerId,
  readerZone,
  theme,
  organizing = false,
  titleId,
  actions,
  place,
}: TaskLineProps) {
  return (
    <TaskRow
      href={href}
      id={`task-${row.number}`}
      title={row.title}
      titleId={titleId}
      meta={[
        capital(row.kind),
        row.sizeMinutes === null ? null : writeSize(row.sizeMinutes),
        theme,
        row.mentor ? `Ask ${row.mentor}` : null,
        row.stale && !organizing ? "Not checked lately" : null,
      ]}
      state={<TaskStanding standing={row.standing} viewerId={viewerId} readerZone={readerZone} />}
      hint={organizing ? hintOn(row) : undefined}
      actions={actions}
      place={place}
    />
  );
}
