import { freeSeatsOf, mentorsOf, type Pairing, unpaired } from "./pairing";
import { seatWhatIfs } from "./what-if";

/** What it would take to put a newcomer of a draft with one mentor: whether it can be, and in words for organizers. */
export type SeatOffer = {
  mentorId: number;
  mentor: string;
  can: boolean;
  /** 0 to 100. */
  fit: number;
  /** "Fits 72 of 100. Nobody else moves." */
  words: string;
  reasons: string[];
};

/**
 * What it would take to put a newcomer with each of the mentors, the best first: on a free seat nobody else moves; where all
 * seats are taken, it says what making room would do to the others. What people moved by hand stays. Empty without a draft, and for
 * somebody it is not about.
 */
export function seatOffers(pairing: Pairing, newcomerId: number): SeatOffer[] {
  const { draft } = pairing;
  if (!draft || !unpaired(pairing).some(({ id }) => id === newcomerId)) return [];
  const answers = new Map((seatWhatIfs(pairing, newcomerId) ?? []).map((answer) => [answer.mentorId, answer]));
  const now = draft.pairs.find((pair) => pair.newcomerId === newcomerId)?.mentorId ?? null;
  const fitNow = now === null ? 0 : (answers.get(now)?.fit ?? 0);
  return mentorsOf(pairing)
    .filter(({ id }) => id !== now)
    .flatMap((mentor): SeatOffer[] => {
      const answer = answers.get(mentor.id);
      if (!answer) return [];
      const { fit, reasons, inTheWay, said } = answer;
      const free = freeSeatsOf(mentor, pairing).length > 0;
      const can = free && (inTheWay === null || inTheWay === "seats");
      const fits = `Fits ${fit} of 100${changeWords(fit - fitNow, now !== null)}.`;
      const words = can
        ? `${fits} Nobody else moves.`
        : inTheWay === null
          ? `Every seat is taken. ${fits} With a seat made free: ${said}`
          : (said.split(". ")[0] ?? "").replace(/\.?$/, ".");
      return [{ mentorId: mentor.id, mentor: mentor.name, can, fit, words, reasons }];
    })
    .sort((a, b) => Number(b.can) - Number(a.can) || b.fit - a.fit || a.mentorId - b.mentorId);
}

const changeWords = (points: number, sat: boolean) => {
  if (!sat || points === 0) return "";
  return points > 0 ? `, ${points} more than now` : `, ${-points} less than now`;
};
