import { type Engine, engine } from "./engine";
import { freeSeatsIn, mentorsOf, type Pairing, unpaired } from "./pairing";
import { type SeatWhatIf, seatWhatIfs } from "./what-if";

/** What it would take to put a newcomer with one mentor: whether it can be, and in words for organizers. */
export type SeatOffer = {
  mentorId: number;
  mentor: string;
  /** A seat is free, and the two can be a pair. */
  can: boolean;
  /** 0 to 100; null of two who cannot be a pair. */
  fit: number | null;
  /** "Fits 72 of 100. Nobody else moves." */
  words: string;
  /** The same in one breath: of what cannot be, no more than why. */
  brief: string;
  reasons: string[];
};

/**
 * What it would take to put a newcomer with each of the mentors but the one they sit with, the best first: on a free seat
 * nobody else moves; where all seats are taken, or something is in the way, it says what making room would do to the others. What
 * people moved by hand stays. Empty for somebody it is not about.
 */
export function seatOffers(pairing: Pairing, newcomerId: number, by: Engine = engine): SeatOffer[] {
  if (!unpaired(pairing).some(({ id }) => id === newcomerId)) return [];
  const answers = new Map((seatWhatIfs(pairing, newcomerId, by) ?? []).map((answer) => [answer.mentorId, answer]));
  const now = pairing.draft?.pairs.find((pair) => pair.newcomerId === newcomerId)?.mentorId ?? null;
  const fitNow = now === null ? null : (answers.get(now)?.fit ?? null);
  const freeSeats = freeSeatsIn(pairing);
  return mentorsOf(pairing)
    .filter(({ id }) => id !== now)
    .flatMap((mentor): SeatOffer[] => {
      const answer = answers.get(mentor.id);
      if (!answer) return [];
      const { fit, reasons, inTheWay, because } = answer;
      const free = freeSeats(mentor).length > 0;
      const can = free && (inTheWay === null || inTheWay === "seats");
      const words = offerWords(answer, { can, free, fits: fitWords(fit, fitNow), drafted: pairing.draft !== null });
      const hidden = inTheWay === "private";
      return [
        {
          mentorId: mentor.id,
          mentor: mentor.name,
          can,
          fit: hidden ? null : fit,
          words,
          brief: can || inTheWay === null ? words : because,
          reasons: hidden ? [] : reasons,
        },
      ];
    })
    .sort((a, b) => Number(b.can) - Number(a.can) || (b.fit ?? -1) - (a.fit ?? -1) || a.mentorId - b.mentorId);
}

type Standing = { can: boolean; free: boolean; fits: string; drafted: boolean };

/** Of two who would rather not be a pair, no more than that they cannot. */
function offerWords({ inTheWay, because, costs }: SeatWhatIf, { can, free, fits, drafted }: Standing): string {
  if (inTheWay === "private") return because;
  if (can) return drafted ? `${fits} Nobody else moves.` : `${fits} ${costs}`.trim();
  if (inTheWay === "seats") return `${because} ${fits}`;
  if (inTheWay !== null) return `${because} ${fits}${costs && ` As a fixed pair, ${lowered(costs)}`}`;
  return free ? `${fits} ${costs}` : `Every seat is taken. ${fits} With a seat made free, ${lowered(costs)}`;
}

const lowered = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

const fitWords = (fit: number, now: number | null) => {
  const points = now === null ? 0 : fit - now;
  if (points === 0) return `Fits ${fit} of 100.`;
  return `Fits ${fit} of 100, ${points > 0 ? `${points} more` : `${-points} less`} than now.`;
};
