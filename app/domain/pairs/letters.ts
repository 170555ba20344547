import type { Addressee, Letter } from "../letters";

/** A pair that has just come about: both people, why these two, in sentences that both may read, and what they could begin with. */
export type TellingPair = {
  id: number;
  newcomer: Addressee;
  mentor: Addressee;
  reasons: readonly string[];
  starter?: { number: number; title: string } | null;
};

/** Where the letters lead to. */
export type PairPages = { pair: (pairId: number) => string; task: (number: number) => string };

type Sprint = { name: string };
/** One letter a person: a newcomer reads who their mentor is, a mentor reads of all their new newcomers at once. */
export function pairLetters(pairs: readonly TellingPair[], sprint: Sprint, pages: PairPages): Letter[] {
  const mentors = new Map<number, TellingPair[]>();
  for (const pair of pairs) mentors.set(pair.mentor.personId, [...(mentors.get(pair.mentor.personId) ?? []), pair]);
  return [
    ...pairs.map((pair) => letterToNewcomer(pair, sprint, pages)),
    ...[...mentors.values()].flatMap((theirs) => letterToMentor(theirs, sprint, pages)),
  ];
}

const why = (reasons: readonly string[]) =>
  reasons.length === 0 ? "" : `Why the two of you:\n${reasons.map((reason) => `- ${reason}`).join("\n")}\n\n`;

const begin = (starter: TellingPair["starter"], { task }: PairPages) =>
  starter
    ? `To begin with, a task that is free, in a theme you both chose:\n${starter.title}\n${task(starter.number)}\n\n`
    : "";

const letterToNewcomer = (pair: TellingPair, sprint: Sprint, pages: PairPages): Letter => ({
  to: pair.newcomer,
  subject: `Your mentor at ${sprint.name}`,
  text: `Hello ${pair.newcomer.name},

${pair.mentor.name} is your mentor at ${sprint.name}: the one to ask when you do not know how to go on.

${why(pair.reasons)}${begin(pair.starter, pages)}What happens next: say on the page the two of you share whether that suits you, and agree on when you first sit down together.

${pages.pair(pair.id)}

If it does not suit you, say so on that page. No is fine, and somebody else will help you.
`,
});

function letterToMentor(pairs: readonly TellingPair[], sprint: Sprint, pages: PairPages): Letter[] {
  const mentor = pairs[0]?.mentor;
  if (!mentor) return [];
  const theirs = pairs
    .map(
      ({ id, newcomer, reasons, starter }) =>
        `${newcomer.name}\n${pages.pair(id)}\n\n${why(reasons)}${begin(starter, pages)}`,
    )
    .join("");
  const many = pairs.length > 1;
  return [
    {
      to: mentor,
      subject: many ? `Your newcomers at ${sprint.name}` : `Your newcomer at ${sprint.name}`,
      text: `Hello ${mentor.name},

you are the mentor of ${many ? `${pairs.length} newcomers` : "a newcomer"} at ${sprint.name}:

${theirs}What happens next: say on the page you share${many ? " with each of them" : ""} whether that suits you, and agree on when you first sit down together. They know that you are the one to ask.
`,
    },
  ];
}
