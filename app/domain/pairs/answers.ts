import type { PairSide } from "../sprint/words";
import { notNow, notYours, type Verdict, yes } from "../verdict";
import type { PairPart } from "./deeds";

/** Who of a pair has said yes; whoever has checked in has said it too. */
export type Said = Readonly<Record<PairSide, boolean>>;

/** Whether somebody is still asked whether a pair suits them. */
export const isAsked = (pair: { said: Said; endedAt: Date | null }, part: PairPart): part is PairSide =>
  part !== "organizer" && pair.endedAt === null && !pair.said[part];

/** Said of an answer that comes when there is nothing to answer any more. */
export const pairEnded = "This pair has ended, so there is nothing to answer any more.";

/** Saying yes to a pair: each of the two for themselves. Saying it twice is saying it once. */
export function canAccept(pair: { endedAt: Date | null }, part: PairPart): Verdict {
  if (part === "organizer") {
    return notYours(
      "Only the two people of a pair say whether it suits them. You can remind them on the pairing table.",
    );
  }
  return pair.endedAt === null ? yes : notNow(pairEnded);
}

/** Saying no to a pair, before having said yes. */
export function canDecline(pair: { said: Said; endedAt: Date | null }, part: PairPart): Verdict {
  const may = canAccept(pair, part);
  if (!may.ok) return may;
  if (isAsked(pair, part)) return yes;
  return notNow(
    "You have said yes already. If it does not work out, end the pair on its page, with a word to the other.",
  );
}

/** The side that somebody who may answer answers for. */
export function sideOf(part: PairPart): PairSide {
  if (part === "organizer") throw new Error("an organizer does not answer for a pair");
  return part;
}

/** Said after somebody has said yes. `both`: the other one had said so before. */
export const acceptedWords = (other: string, both: boolean): string =>
  both ? `Noted: both of you have said yes. Say hello to ${other}.` : `Noted. ${other} has not answered yet.`;

/** Said after somebody has said no. */
export const declinedWords = (part: PairSide): string =>
  part === "newcomer"
    ? "Noted, and that is fine. The organizers see it, and look for somebody else for you."
    : "Noted, and that is fine. Your seat is free again, and the organizers see it.";

/** How far the two of a pair have answered, in words for organizers: "Kofi Abara has not answered". */
export function answerWords(
  said: Said,
  { newcomer, mentor }: { newcomer: string; mentor: string },
): { both: boolean; words: string } {
  if (said.newcomer && said.mentor) return { both: true, words: "Both have said yes" };
  if (said.newcomer) return { both: false, words: `${mentor} has not answered` };
  if (said.mentor) return { both: false, words: `${newcomer} has not answered` };
  return { both: false, words: "Neither has answered yet" };
}

/** What a reader of a pair's page is told of those who have not answered; null when the reader is the one, or nobody is. */
export function silentWords(
  { said, newcomer, mentor }: { said: Said; newcomer: { name: string }; mentor: { name: string } },
  part: PairPart,
): string | null {
  if (said.newcomer && said.mentor) return null;
  if (part === "organizer") return `${answerWords(said, { newcomer: newcomer.name, mentor: mentor.name }).words}.`;
  if (!said[part]) return null;
  return `You have said yes. ${part === "newcomer" ? mentor.name : newcomer.name} has not answered yet.`;
}
