import type { Addressee, Desk, Letter } from "../domain/letters";
import { endingWords } from "../domain/pairs/words";
import type { PairEnding } from "../domain/sprint/words";
import { paths } from "../paths";

/** A pair that has ended: both people, whether they had been told of it, and how many lock-ins were called off with it. */
export type EndedPair = { id: number; newcomer: Addressee; mentor: Addressee; known: boolean; lockIns: number };

/** Who ended it, and how: by leaving the sprint, or for a reason of the pair's own. */
export type Ending = { by: Person; how: { left: Person } | { reason: PairEnding } };
type Person = { id: number; name: string };

/** Writes to everybody whose pair has ended by somebody else's hand, in the transaction that ends it. Of a pair nobody was told of, nobody hears. */
export async function tellEnded(
  desk: Desk,
  community: { slug: string },
  sprint: { name: string },
  ended: readonly EndedPair[],
  ending: Ending,
): Promise<void> {
  const page = (pairId: number) => `${desk.origin}${paths.pair(community, pairId)}`;
  await desk.write(
    ended.filter(({ known }) => known).flatMap((pair) => endingLetters(pair, sprint, ending, page(pair.id))),
  );
}

/** The letters about one ended pair: to its two people, without whoever ended it or has left. */
export function endingLetters(pair: EndedPair, sprint: { name: string }, ending: Ending, page: string): Letter[] {
  const { by, how } = ending;
  const knows = (person: Addressee) => person.personId === by.id || ("left" in how && person.personId === how.left.id);
  return [pair.newcomer, pair.mentor]
    .filter((to) => !knows(to))
    .map((to) => {
      const mentor = to.personId === pair.mentor.personId;
      return {
        to,
        subject: `Your pair at ${sprint.name} has ended`,
        text: `Hello ${to.name},

${said(pair, to, sprint, ending)}${calledOff(pair.lockIns)}

What happens next: ${mentor ? mentorNext : newcomerNext}

What the two of you wrote stays here:
${page}
`,
      };
    });
}

function said(pair: EndedPair, to: Addressee, sprint: { name: string }, { by, how }: Ending): string {
  const other = to.personId === pair.mentor.personId ? pair.newcomer : pair.mentor;
  if ("left" in how) return `${how.left.name} cannot come to ${sprint.name} after all, so your pair has ended.`;
  if (how.reason === "declined") {
    return `${other.name} has said no to being your ${other === pair.mentor ? "mentor" : "newcomer"} at ${sprint.name}. That happens, and says nothing about you.`;
  }
  const ender = by.id === other.personId ? other.name : `${by.name}, who organizes ${sprint.name},`;
  const pairOf = by.id === other.personId ? `your pair at ${sprint.name}` : `your pair with ${other.name}`;
  return `${ender} has ended ${pairOf}. ${endingWords[how.reason].said}`;
}

const calledOff = (lockIns: number) => {
  if (lockIns === 0) return "";
  return lockIns === 1
    ? " The lock-in you had booked together is called off."
    : ` The ${lockIns} lock-ins you had booked together are called off.`;
};

const mentorNext = "your seat is free again, and the organizers may propose somebody else. You need not do anything.";
const newcomerNext =
  "your task stays yours. The organizers see that you have no mentor now; tell one of them if you need somebody soon.";
