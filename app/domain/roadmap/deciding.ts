import { notNow, type Verdict, yes } from "../verdict";

/** A question is answered once; the first answer stands until it is revised. */
export function canDecide(question: { decided: boolean; decidedBy: string | null }): Verdict {
  if (!question.decided) return yes;
  return notNow(
    `${question.decidedBy ?? "Somebody"} has put an answer on record already, and it stands. Talk to them if yours is another.`,
  );
}

/** The decision that stands can be revised; one that was revised stays as it is. */
export function canRevise(decision: { revisedIn: number | null; revisedBy: string | null }): Verdict {
  if (decision.revisedIn === null) return yes;
  return notNow(
    `${decision.revisedBy ?? "Somebody"} has revised this decision already: decision ${decision.revisedIn} stands now. Read it, and revise that one if yours is another.`,
  );
}

/** What an answer did: how many tasks that waited for it are ready now. */
export function decidedWords(readied: number): string {
  if (readied === 0) return "The answer is on record.";
  return `The answer is on record. ${readied === 1 ? "A task that waited for it is" : `${readied} tasks that waited for it are`} ready now.`;
}
