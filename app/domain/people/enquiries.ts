import { limits } from "../limits";
import type { PhaseFacts } from "../sprint/phase";
import { phaseOf } from "../sprint/phase";
import { notNow, type Verdict, yes } from "../verdict";
import { canReview, type WaitingReason } from "./waiting";

/**
 * What an organizer asks somebody whose registration waits to be read, before it is answered, and what they say to it; null while they
 * have said nothing. `ofRev`: the revision of the registration it was asked about.
 */
export type Enquiry = {
  id: number;
  words: string;
  by: string | null;
  at: Date;
  ofRev: number;
  answer: { words: string; at: Date } | null;
};

/** The same as a page holds it, with its instants as ISO 8601. */
export type EnquiryShown = Omit<Enquiry, "at" | "answer"> & {
  at: string;
  answer: { words: string; at: string } | null;
};

export const enquiryShown = ({ id, words, by, at, ofRev, answer }: Enquiry): EnquiryShown => ({
  id,
  words,
  by,
  at: at.toISOString(),
  ofRev,
  answer: answer && { words: answer.words, at: answer.at.toISOString() },
});

type Asked = { name: string; waitingFor: WaitingReason | null; rev: number };
type SprintFacts = PhaseFacts & { name: string };

/** Whether somebody neither answered what they were asked, nor changed their registration since. */
const isSilent = ({ answer, ofRev }: Enquiry, rev: number): boolean => answer === null && ofRev === rev;

/**
 * Asking somebody whose registration waits to be read (`canReview`): one thing at a time, and a few times. `before`: what they were
 * asked already, oldest first.
 */
export function canAsk(sprint: SprintFacts, now: Date, one: Asked, before: readonly Enquiry[]): Verdict {
  const may = canReview(sprint, now, one);
  if (!may.ok) return may;
  const last = before.at(-1);
  if (last && isSilent(last, one.rev)) {
    return notNow(
      `${one.name} has not answered yet what ${last.by ?? "somebody"} asked. Wait for that, or say how they stand without it.`,
    );
  }
  if (before.length >= limits.enquiries) {
    return notNow(
      `${one.name} has been asked ${limits.enquiries} times. Say how they stand, with words of yours if you like.`,
    );
  }
  return yes;
}

/**
 * Answering what one was asked: the newest, while the registration waits to be read and until the sprint is over. Sending the same
 * words twice is answering once. `asked`: everything they were asked, oldest first; `enquiry`: one of it.
 */
export function canAnswer(
  sprint: SprintFacts,
  now: Date,
  waitingFor: WaitingReason | null,
  { asked, enquiry, words }: { asked: readonly Enquiry[]; enquiry: Enquiry; words: string },
): Verdict {
  if (phaseOf(sprint, now) === "over") return notNow(`${sprint.name} is over, so nobody reads an answer any more.`);
  if (waitingFor !== "review") {
    return notNow("Your registration has been read meanwhile. The sprint's page says how you stand.");
  }
  if (enquiry.answer !== null) {
    return enquiry.answer.words === words
      ? yes
      : notNow("You have answered this already. What else there is to say, you can write into your registration.");
  }
  if (enquiry.id !== asked.at(-1)?.id) {
    return notNow("You have been asked something else meanwhile. It stands on the page of your registration.");
  }
  return yes;
}

/** What became of a question, to organizers, while there is no answer. */
export const unansweredWords = ({ ofRev }: Pick<Enquiry, "ofRev">, rev: number): string =>
  ofRev === rev ? "No answer yet." : "No answer, but their registration has changed since.";

/** Said to the organizer who has asked. */
export const askedWords = (name: string): string =>
  `${name} has been asked. What they answer stands here, and you are written to.`;

/** Said to whoever has answered. */
export const answeredWords = "Thank you. The organizers read it with your registration, and write to you.";
