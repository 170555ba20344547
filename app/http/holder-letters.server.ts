import type { Addressee, Desk } from "../domain/letters";
import { paths } from "../paths";

type Task = { number: number; title: string };

/** What became of a task somebody holds: which one it was, and the number of the one they hold now. */
type Passed = { community: { slug: string }; task: Task; now: number; how: "divided" | "merged"; by: { name: string } };

/** Writes to whoever holds a task that is divided or merged, in the transaction that does: their clock and their work go on. */
export const tellHolder = (desk: Desk, to: readonly Addressee[], passed: Passed): Promise<void> =>
  desk.write(to.map((each) => letterTo(each, passed, desk.origin)));

function letterTo(to: Addressee, { community, task, now, how, by }: Passed, origin: string) {
  const became =
    how === "divided"
      ? `divided “${task.title}” into smaller tasks. You go on with one of them, task ${now}`
      : `put “${task.title}” together with another task. You go on with both as task ${now}`;
  return {
    to,
    subject: `Your task is task ${now} now`,
    text: `Hello ${to.name},

${by.name} ${became}, and your clock is what it was:

${origin}${paths.task(community, { number: now })}

If that does not suit what you have done so far, tell ${by.name}.
`,
  };
}
