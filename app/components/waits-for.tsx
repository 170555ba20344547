import { limits } from "../domain/limits";
import type { TaskRow } from "../domain/tasks/row";
import { paths } from "../paths";
import { Badge } from "./badge";
import { Button } from "./button";
import { Disclosure } from "./disclosure";
import { SubmitForm } from "./submit-form";
import { TaskStanding } from "./task-standing";
import { TextField } from "./text-field";
import styles from "./waits-for.module.css";

type Here = { community: { slug: string }; task: { number: number } };

type WaitsForProps = Here & {
  /** The tasks it waits for: those that are finished already come last. */
  blockers: readonly TaskRow[];
  /** The open questions it waits for. */
  questions?: readonly { number: number; title: string }[];
  viewerId?: number | null;
  readerZone?: string | null;
  /** An organizer can take each of them out. */
  organizing?: boolean;
};

/** What has to be there before a task can start, each with how it stands: who holds it and until when, or what it lacks. */
export function WaitsFor({ community, task, blockers, questions = [], organizing, ...reader }: WaitsForProps) {
  const isFinished = (row: TaskRow) => row.standing.is === "finished";
  const inOrder = [...blockers.filter((row) => !isFinished(row)), ...blockers.filter(isFinished)];
  return (
    <ul className={styles.list}>
      {inOrder.map((blocker) => (
        <li key={`task ${blocker.number}`} className={styles.item}>
          <a href={paths.task(community, blocker)}>{blocker.title}</a>
          <TaskStanding standing={blocker.standing} {...reader} />
          {organizing ? <RemoveBlocker community={community} task={task} blocker={blocker} /> : null}
        </li>
      ))}
      {questions.map((question) => (
        <li key={`question ${question.number}`} className={styles.item}>
          <a href={paths.question(community, question)}>{question.title}</a>
          <Badge tone="sun" shape="question">
            An open question
          </Badge>
        </li>
      ))}
    </ul>
  );
}

function RemoveBlocker({ community, task, blocker }: Here & { blocker: { number: number; title: string } }) {
  return (
    <SubmitForm action={paths.taskBlockerRemoval(community, task)} hidden={{ task: blocker.number }} inline>
      <button type="submit" className={styles.remove} aria-label={`Do not wait for ${blocker.title}`}>
        Take out
      </button>
    </SubmitForm>
  );
}

type BlockerFormProps = Here & { value?: string; error?: string };

/** One task more to wait for: by its number, or by words of its title, which lead to a choice. */
export function BlockerForm({ community, task, value, error }: BlockerFormProps) {
  return (
    <SubmitForm action={paths.taskBlockers(community, task)}>
      <TextField
        name="task"
        form="blocker"
        label="Which task has to be finished first?"
        hint="Its number, or words of its title. It may be in any theme."
        value={value}
        error={error}
        limit={limits.searchCharacters}
      />
      <div>
        <Button>Find it</Button>
      </div>
    </SubmitForm>
  );
}

/** The same form, folded away until it is wanted. */
export function BlockerTools(here: Here) {
  return (
    <div className={styles.below}>
      <Disclosure summary="Let it wait for a task">
        <BlockerForm {...here} />
      </Disclosure>
    </div>
  );
}
