import type { TaskRow as Row } from "../domain/tasks/row";
import { paths } from "../paths";
import { Button } from "./button";
import { SubmitForm } from "./submit-form";
import { TaskList, TaskRow } from "./task-list";
import { TaskStanding } from "./task-standing";

type BlockerChoiceProps = {
  community: { slug: string };
  task: { number: number };
  rows: readonly (Row & { theme: string })[];
  /** There are more than are shown. */
  more: boolean;
};

/** The tasks that somebody's words find, each with a button that lets the task wait for it. */
export function BlockerChoice({ community, task, rows, more }: BlockerChoiceProps) {
  if (rows.length === 0) {
    return <p>No other task has all of these words in its title. Try fewer, or write the task's number.</p>;
  }
  return (
    <>
      <TaskList>
        {rows.map((row) => (
          <TaskRow
            key={row.number}
            href={paths.task(community, row)}
            title={row.title}
            meta={[`Task ${row.number}`, row.theme]}
            state={<TaskStanding standing={row.standing} />}
            actions={
              <SubmitForm action={paths.taskBlockers(community, task)} hidden={{ task: row.number }} inline>
                <Button aria-label={`Wait for ${row.title}`}>Wait for this</Button>
              </SubmitForm>
            }
          />
        ))}
      </TaskList>
      {more ? <p>There are more. Write another word of the title to see fewer.</p> : null}
    </>
  );
}
