import type { Addressee, Desk, Letter } from "../domain/letters";
import { dayInWords } from "../domain/sprint/days";
import { readingOf } from "../domain/sprint/hours";
import { paths } from "../paths";

/** What has been done to a lock-in. */
export type LockInDeed = "booked" | "changed" | "called off";

/** Writes about a lock-in to those who did not do it, in the transaction that does. */
export async function tellLockIn(
  desk: Desk,
  to: readonly Addressee[],
  lockIn: LockInTold,
  told: { deed: LockInDeed; by: string; community: { slug: string }; pair: { id: number; sprint: SprintTold } },
): Promise<void> {
  const page = `${desk.origin}${paths.pair(told.community, told.pair.id)}`;
  await desk.write(lockInLetters(lockIn, to, { ...told, sprint: told.pair.sprint, page }));
}

type SprintTold = { name: string; timeZone: string };
type LockInTold = { title: string; startsAt: Date; endsAt: Date; place: string; doneWhen: string };

/** What those who have to be there, or need not any more, are told of a lock-in: when and where on the clock of the sprint. */
export function lockInLetters(
  lockIn: LockInTold,
  to: readonly Addressee[],
  { deed, by, sprint, page }: { deed: LockInDeed; by: string; sprint: SprintTold; page: string },
): Letter[] {
  const [from, until] = [readingOf(lockIn.startsAt, sprint.timeZone), readingOf(lockIn.endsAt, sprint.timeZone)];
  const when = `${dayInWords(from.day)}, ${from.clock} to ${until.clock} (${sprint.timeZone.replaceAll("_", " ")})`;
  const said =
    deed === "called off"
      ? `${by} has called off the lock-in you had together at ${sprint.name}. Keep the time for something else.

It was: ${lockIn.title}
${when}`
      : `${by} has ${deed} a lock-in for the two of you at ${sprint.name}:

${lockIn.title}
${when}
Where: ${lockIn.place}
Done when: ${lockIn.doneWhen}

If the time is not good for you, change it or call it off on your page.`;
  return to.map((person) => ({
    to: person,
    subject: `A lock-in at ${sprint.name} is ${deed}`,
    text: `Hello ${person.name},\n\n${said}\n\n${page}\n`,
  }));
}
