import { planPairs } from "../pairing/plan";
import { asMentor, asNewcomer, freeSeatsOf, mentorsOf, type Pairing, pairingSprint, unpaired } from "./pairing";

/** A new draft: who is proposed to whom on which seat, and who waits, and why. Ids are those of registrations. */
export type NewDraft = {
  pairs: { newcomerId: number; mentorId: number; seat: number; fit: number; reasons: string[] }[];
  waits: { newcomerId: number; because: string }[];
};

/**
 * Runs the engine for everybody who has no mentor yet, over the seats that nobody has: pairs that are published stay as they
 * are. The same registrations and rules give the same draft.
 */
export function runPairing(pairing: Pairing): NewDraft {
  const newcomers = unpaired(pairing);
  const mentors = mentorsOf(pairing);
  const free = new Map(mentors.map((mentor) => [mentor.id, freeSeatsOf(mentor, { pairs: pairing.pairs })]));
  const here = new Set([...newcomers, ...mentors].map(({ id }) => id));
  const rules = pairing.rules.filter(({ newcomerId, mentorId }) => here.has(newcomerId) && here.has(mentorId));
  const { pairs, waiting } = planPairs(
    pairingSprint(pairing),
    {
      newcomers: newcomers.map(asNewcomer),
      mentors: mentors.map((mentor) => asMentor(mentor, free.get(mentor.id)?.length ?? 0)),
    },
    rules.filter(({ rule }) => rule === "fixed"),
    rules.filter(({ rule }) => rule === "forbidden"),
  );
  return {
    pairs: pairs.map(({ newcomerId, mentorId, fit, reasons }) => {
      const seat = free.get(mentorId)?.shift();
      if (seat === undefined) throw new Error("the engine gave away a seat that is not free");
      return { newcomerId, mentorId, seat, fit, reasons };
    }),
    waits: waiting,
  };
}
