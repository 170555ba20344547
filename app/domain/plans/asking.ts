import type { BeforePairing, NotPairable } from "./before-pairing";

/** A mail that is ready to be sent: whom it asks, by registration, and what it says. */
export type Asking = { to: number[]; who: string; subject: string; text: string };

type Sprint = { name: string };

/** Asks somebody whom nobody could take for what would help: another language, or other hours. */
export const askNewcomer = ({ id, name, because }: NotPairable, sprint: Sprint): Asking => ({
  to: [id],
  who: name,
  subject: `Finding you a mentor at ${sprint.name}`,
  text: `Hello ${name},

we would like to find you a mentor at ${sprint.name}, and so far there is nobody who fits: ${because.charAt(0).toLowerCase()}${because.slice(1)}

Do you speak another language well enough, or have time at other hours? Add it to your registration, and we look again. If not, tell us, and we find another way.
`,
});

/** A free task that names nobody to ask, in a theme that newcomers chose. */
export type UnmentoredTask = { number: number; title: string; theme: { id: number; title: string } };

/**
 * Asks those who mentor and chose the theme of such tasks to be the one to ask, theme by theme; nobody where no mentor chose it.
 * `page` is where a task is, in full.
 */
export function askForTasks(
  tasks: readonly UnmentoredTask[],
  mentors: readonly { id: number; themes: readonly { id: number }[] }[],
  sprint: Sprint,
  page: (task: UnmentoredTask) => string,
): Asking[] {
  const themes = new Map(tasks.map(({ theme }) => [theme.id, theme]));
  return [...themes.values()].flatMap((theme): Asking[] => {
    const to = mentors.filter((mentor) => mentor.themes.some(({ id }) => id === theme.id)).map(({ id }) => id);
    const theirs = tasks.filter((task) => task.theme.id === theme.id);
    if (to.length === 0) return [];
    return [
      {
        to,
        who: `${to.length === 1 ? "the mentor" : `the ${to.length} mentors`} who chose “${theme.title}” about ${theirs.length === 1 ? "a task" : `${theirs.length} tasks`}`,
        subject: `Whom to ask about “${theme.title}” at ${sprint.name}?`,
        text: `Hello,

newcomers at ${sprint.name} chose “${theme.title}”, and ${theirs.length === 1 ? "a task that is ready names" : "these tasks that are ready name"} nobody to ask:

${theirs.map((task) => `${task.title}\n${page(task)}\n`).join("\n")}
Could you be the one for ${theirs.length === 1 ? "it" : "one of them"}? Tell us which, and we put your name there. You need not know the answer, only where to look.
`,
      },
    ];
  });
}

/** Asks mentors for one more seat, when there are fewer than newcomers; null when there are enough. */
export function askMentors(
  { newcomers, seats }: Pick<BeforePairing, "newcomers" | "seats">,
  mentors: readonly { id: number; seats: number | null }[],
  sprint: Sprint,
  most: number,
): Asking | null {
  const able = mentors.filter((mentor) => (mentor.seats ?? 0) < most);
  if (seats >= newcomers || able.length === 0) return null;
  const missing = newcomers - seats;
  return {
    to: able.map(({ id }) => id),
    who:
      able.length === 1 ? "the mentor who could take one more" : `the ${able.length} mentors who could take one more`,
    subject: `One more seat at ${sprint.name}?`,
    text: `Hello,

${missing === 1 ? "one newcomer" : `${missing} newcomers`} at ${sprint.name} would be left without a mentor as things are. Could you take one more? You can add a seat in your registration, and take it back any time before the pairs are published.

If it is too much, leave it as it is. Thank you for what you already give.
`,
  };
}
