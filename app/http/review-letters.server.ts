import type { Addressee, Desk, Letter } from "../domain/letters";
import type { ReviewDecision } from "../domain/people/waiting";

type Told = {
  to: Addressee;
  decision: ReviewDecision;
  /** Whether they have a place now. */
  hasPlace: boolean;
  /** What the organizer wrote to them. */
  words: string;
  by: string;
  sprint: { name: string };
  /** The sprint's page, from its slash on. */
  page: string;
};

/** Writes to somebody whose registration an organizer has read, in the transaction that stores it. */
export const tellReviewed = (desk: Desk, told: Told): Promise<void> =>
  desk.write([reviewLetter({ ...told, page: `${desk.origin}${told.page}` })]);

/** What somebody is written: what was decided, in whose words, and what they can do now. */
export function reviewLetter({ to, decision, hasPlace, words, by, sprint, page }: Told): Letter {
  const quoted = words === "" ? "" : `${by} writes:\n\n${words}\n\n`;
  const [subject, said, next] = hasPlace
    ? [
        `You have a place at ${sprint.name}`,
        `your registration for ${sprint.name} has been read, and you have a place.`,
        "If you cannot come after all, please withdraw on that page: somebody else is then offered your place.",
      ]
    : decision === "declined"
      ? [
          `Your registration for ${sprint.name}`,
          `your registration for ${sprint.name} has been read. The organizers cannot offer you a place this time.`,
          "What you said is kept for the next time, and the roadmap is open to you now: its tasks can be claimed from anywhere.",
        ]
      : [
          `You are on the waiting list of ${sprint.name}`,
          `your registration for ${sprint.name} has been read, and you are on the waiting list. We write to you as soon as a place is held for you.`,
          "You need not do anything.",
        ];
  return { to, subject, text: `Hello ${to.name},\n\n${said}\n\n${quoted}${page}\n\n${next}\n` };
}
