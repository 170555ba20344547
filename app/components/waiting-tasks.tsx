import type { TaskRow as Row } from "../domain/tasks/row";
import { paths } from "../paths";
import { Section } from "./section";
import { TaskLine } from "./task-line";
import { TaskList } from "./task-list";

type WaitingTasksProps = {
  community: { slug: string };
  rows: readonly (Row & { theme: string })[];
  /** The task they wait for is finished. */
  finished: boolean;
  viewerId?: number | null;
  readerZone?: string | null;
};

/** The tasks that wait for one, or waited until it was finished, each with how it stands now. */
export function WaitingTasks({ community, rows, finished, ...reader }: WaitingTasksProps) {
  if (rows.length === 0) return null;
  return (
    <Section
      title={finished ? "These waited for it" : "These wait for it"}
      id="waiting"
      lede={finished ? undefined : "They can be claimed once it is finished, if nothing else is missing."}
    >
      <TaskList>
        {rows.map((row) => (
          <TaskLine key={row.number} row={row} href={paths.task(community, row)} theme={row.theme} {...reader} />
        ))}
      </TaskList>
    </Section>
  );
}
