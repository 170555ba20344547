import type { Addressee, Desk } from "../domain/letters";
import { paths } from "../paths";

type Readied = { number: number; title: string; mentorId: number | null };

/** An answer that has just been put on record: to which question, by whom, and which tasks are ready now. */
export type Answered = {
  community: { slug: string };
  question: string;
  decision: number;
  answer: string;
  decidedBy: { id: number; name: string };
  readied: readonly Readied[];
};

/** Writes to everybody an answer concerns but its author, to each alone, in the transaction that puts it on record. */
export const tellAnswer = (desk: Desk, concerned: readonly Addressee[], said: Answered): Promise<void> =>
  desk.write(
    concerned
      .filter(({ personId }) => personId !== said.decidedBy.id)
      .map((to) => ({ to, subject: "A question you follow has been answered", text: letter(to, said, desk.origin) })),
  );

function letter(person: Addressee, said: Answered, origin: string): string {
  const { community, readied } = said;
  const line = (task: Readied) => `- ${task.title}\n  ${origin}${paths.task(community, task)}\n`;
  const [theirs, others] = [
    readied.filter(({ mentorId }) => mentorId === person.personId),
    readied.filter(({ mentorId }) => mentorId !== person.personId),
  ];
  const ready = [
    theirs.length === 0 ? "" : `Ready now, with you as the one to ask:\n${theirs.map(line).join("")}\n`,
    others.length === 0
      ? ""
      : `${theirs.length === 0 ? "Ready now, because they waited for it" : "Ready now as well"}:\n${others.map(line).join("")}\n`,
  ].join("");
  return `Hello ${person.name},

${said.decidedBy.name} has answered “${said.question}”:

${said.answer}

Why, and what was turned down, is on record here:
${origin}${paths.decision(community, { number: said.decision })}

${ready}If a text of yours says something else now, please put it right.
`;
}
