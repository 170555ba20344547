import type { BeforePairing, NotPairable } from "./before-pairing";

/** A mail that is ready to be sent: whom it asks, by registration, and what it says. */
export type Asking = { to: number[]; who: string; subject: string; text: string };

type Sprint = { name: string };

/** Asks somebody whom nobody could take for what would help: another language, or other hours. `page` is their registration, in full. */
export const askNewcomer = (
  { id, name, toThem }: Pick<NotPairable, "id" | "name" | "toThem">,
  sprint: Sprint,
  page: string,
): Asking => ({
  to: [id],
  who: name,
  subject: `Finding you a mentor at ${sprint.name}`,
  text: `Hello ${name},

we would like to find you a mentor at ${sprint.name}, and so far there is nobody who fits${toThem === null ? "." : `: ${toThem}`}

Do you speak another language well enough, or have time at other hours? Add it to your registration, and we look again:

${page}

If not, tell us, and we find another way.
`,
});

/**
 * Asks mentors who come to the place for an hour or two online, where somebody who takes part online could be taken by no other;
 * null when there is nobody like that. `page` is where they change their registration, in full.
 */
export function askForOnlineHours(
  notPairable: readonly Pick<NotPairable, "online">[],
  sprint: Sprint,
  page: string,
): Asking | null {
  const waiting = notPairable.filter(({ online }) => online.length > 0).length;
  const to = [...new Set(notPairable.flatMap(({ online }) => online))];
  if (waiting === 0) return null;
  return {
    to,
    who: `${to.length === 1 ? "the mentor" : `the ${to.length} mentors`} who could give hours online`,
    subject: `An hour or two online at ${sprint.name}?`,
    text: `Hello,

${waiting === 1 ? "one newcomer takes" : `${waiting} newcomers take`} part in ${sprint.name} online, and everybody who could help comes to the place. Do you have two hours or more that you could give by chat or call, on a day of the sprint? Tick them under “Your week” in your registration:

${page}

If it is too much, leave it as it is. Thank you for what you already give.
`,
  };
}

/**
 * Asks mentors who pause whether they take newcomers again, when seats are missing; null when there are enough, or nobody pauses.
 * `page` is the sprint's, in full, where one press does it.
 */
export function askPausing(
  { newcomers, seats }: Pick<BeforePairing, "newcomers" | "seats">,
  mentors: readonly { id: number; paused?: boolean }[],
  sprint: Sprint,
  page: string,
): Asking | null {
  const to = mentors.filter(({ paused }) => paused).map(({ id }) => id);
  if (seats >= newcomers || to.length === 0) return null;
  return {
    to,
    who: to.length === 1 ? "the mentor who is pausing" : `the ${to.length} mentors who are pausing`,
    subject: `Taking newcomers again at ${sprint.name}?`,
    text: `Hello,

you are pausing as a mentor at ${sprint.name}, and that is fine. As things are, ${leftWithout(newcomers - seats)}. If you can take somebody after all, press “Take newcomers again” on the sprint's page:

${page}

If not, you need not do anything.
`,
  };
}

const leftWithout = (missing: number) =>
  missing === 1 ? "one newcomer would be left without a mentor" : `${missing} newcomers would be left without a mentor`;

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

/**
 * Asks mentors who do not pause for one more seat, when there are fewer than newcomers; null when there are enough. `page` is where
 * they change their registration, in full.
 */
export function askMentors(
  { newcomers, seats }: Pick<BeforePairing, "newcomers" | "seats">,
  mentors: readonly { id: number; seats: number | null; paused?: boolean }[],
  sprint: Sprint,
  most: number,
  page: string,
): Asking | null {
  const able = mentors.filter((mentor) => !mentor.paused && (mentor.seats ?? 0) < most);
  if (seats >= newcomers || able.length === 0) return null;
  return {
    to: able.map(({ id }) => id),
    who:
      able.length === 1 ? "the mentor who could take one more" : `the ${able.length} mentors who could take one more`,
    subject: `One more seat at ${sprint.name}?`,
    text: `Hello,

as things are at ${sprint.name}, ${leftWithout(newcomers - seats)}. Could you take one more? You can add a seat in your registration, and take it back any time before the pairs are published:

${page}

If it is too much, leave it as it is. Thank you for what you already give.
`,
  };
}
