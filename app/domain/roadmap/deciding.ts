import { notNow, type Verdict, yes } from "../verdict";

/** A question is answered once; the first answer stands. */
export function canDecide(question: { answer: string | null; decidedBy: string | null }): Verdict {
  if (question.answer === null) return yes;
  return notNow(
    `${question.decidedBy ?? "Somebody"} has put an answer on record already, and it stands. Talk to them if yours is another.`,
  );
}

/** What an answer did: how many tasks that waited for it are ready now. */
export function decidedWords(readied: number): string {
  if (readied === 0) return "The answer is on record.";
  return `The answer is on record. ${readied === 1 ? "A task that waited for it is" : `${readied} tasks that waited for it are`} ready now.`;
}
