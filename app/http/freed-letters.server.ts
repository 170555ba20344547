import type { AppLoadContext } from "@remix-run/node";
import { paths } from "../paths";

type Hearer = { personId: number; name: string; email: string };
type Freed = { number: number; title: string; ready: boolean; hearers: readonly Hearer[] };

/**
 * Writes to whoever has a part in tasks that wait for nothing any more: one letter a person, after the change is stored.
 * A mail that is not taken is put in the log; the tasks' own pages say it too.
 */
export async function writeOfFreed(
  context: Pick<AppLoadContext, "mailer" | "failed" | "origin">,
  community: { slug: string; name: string },
  finished: { title: string },
  freed: readonly Freed[],
): Promise<void> {
  if (context.mailer.kind === "none") return;
  const page = (task: Freed) => `${context.origin}${paths.task(community, task)}`;
  for (const { to, subject, text } of freedLetters(community, finished, freed, page)) {
    try {
      await context.mailer.send({ to: to.email, subject, text });
    } catch (error) {
      context.failed(error);
    }
  }
}

/** One letter a person, about all the tasks they have a part in. */
export function freedLetters(
  community: { name: string },
  finished: { title: string },
  freed: readonly Freed[],
  page: (task: Freed) => string,
): { to: Hearer; subject: string; text: string }[] {
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
