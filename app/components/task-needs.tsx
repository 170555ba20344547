import type { TaskRow } from "../domain/tasks/row";
import { Time } from "./time";
import { BlockerTools, WaitsFor } from "./waits-for";

type TaskNeedsProps = {
  community: { slug: string; role: string | null };
  task: { number: number; standing: TaskRow["standing"] };
  blockers: readonly TaskRow[];
  questions: readonly { number: number; title: string }[];
  viewer: { id: number; timeZone: string } | null;
};

/** What a task needs before it can start, as a row of its page; organizers add to it and take out of it here. */
export function TaskNeeds({ community, task, blockers, questions, viewer }: TaskNeedsProps) {
  const organizing = community.role === "organizer" && task.standing.is !== "finished";
  const freeSince = task.standing.is === "finished" || questions.length > 0 ? null : lastFinish(blockers);
  return (
    <div id="needs">
      {blockers.length + questions.length === 0 ? (
        "Nothing that is not there already."
      ) : (
        <WaitsFor
          community={community}
          task={task}
          blockers={blockers}
          questions={questions}
          viewerId={viewer?.id}
          readerZone={viewer?.timeZone}
          organizing={organizing}
        />
      )}
      {freeSince ? (
        <p>
          Nothing holds it up since <Time at={freeSince.toISOString()} zone={viewer?.timeZone ?? "UTC"} form="date" />.
        </p>
      ) : null}
      {organizing ? <BlockerTools community={community} task={task} /> : null}
    </div>
  );
}

/** When the last of these was finished; null while one is not, or when there is none. */
function lastFinish(blockers: readonly TaskRow[]): Date | null {
  let last: Date | null = null;
  for (const { standing } of blockers) {
    if (standing.is !== "finished") return null;
    if (last === null || standing.at > last) last = standing.at;
  }
  return last;
}
