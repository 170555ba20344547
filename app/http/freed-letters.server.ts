import type { Addressee, Desk, Letter } from "../domain/letters";
import { paths } from "../paths";

type Freed = { number: number; title: string; ready: boolean; hearers: readonly Addressee[] };

/** Writes to whoever has a part in tasks that wait for nothing any more, one letter a person, in the transaction that frees them. */
export const tellFreed = (
  desk: Desk,
  community: { slug: string; name: string },
  finished: { title: string },
  freed: readonly Freed[],
): Promise<void> =>
  desk.write(freedLetters(community, finished, freed, (task) => `${desk.origin}${paths.task(community, task)}`));

/** One letter a person, about all the tasks they have a part in. */
export function freedLetters(
  community: { name: string },
  finished: { title: string },
  freed: readonly Freed[],
  page: (task: Freed) => string,
): Letter[] {
  const hearers = new Map(freed.flatMap(({ hearers }) => hearers.map((one) => [one.personId, one] as const)));
  return [...hearers.values()].map((to) => {
    const theirs = freed.filter((task) => task.hearers.some(({ personId }) => personId === to.personId));
    const lines = theirs.map((task) => `${task.title}\n${page(task)}\n${task.ready ? ready : unready}\n`);
    return {
      to,
      subject: `${community.name}: ${theirs.length === 1 ? "a task waits" : `${theirs.length} tasks wait`} for nothing any more`,
      text: `Hello ${to.name},

“${finished.title}” is finished, and nothing holds this up any more:

${lines.join("\n")}
You read this because you organize the roadmap, carry the theme, or have a part in the task.
`,
    };
  });
}

const ready = "It is ready: somebody could start today.";
const unready = "It is not ready yet. Its page says what is missing.";
