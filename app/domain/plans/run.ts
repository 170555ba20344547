import type { PairIds } from "../pairing/keep-fixed";
import { planOf, type Solved, solve } from "../pairing/plan";
import { unwatched, type Watch } from "../pairing/progress";
import { pairingDefaults } from "../pairing/settings";
import {
  asMentor,
  asNewcomer,
  byMentor,
  freeSeatsIn,
  mentorsOf,
  type Pairing,
  pairingSprint,
  unpaired,
} from "./pairing";

/** A new draft: who is proposed to whom on which seat, and who waits, and why. Ids are those of registrations. */
export type NewDraft = {
  pairs: { newcomerId: number; mentorId: number; seat: number; fit: number; reasons: string[] }[];
  waits: { newcomerId: number; because: string }[];
};

/**
 * Solves the pairing of everybody who has no mentor yet, over the seats that nobody has: pairs that are published stay as they
 * are, and further seats of their mentors cost more; keeping a pair of the draft is worth what the sprint has set, which on a
 * first run is nothing. `placed`: pairs that stay besides the fixed ones. The same registrations, rules and draft give the same
 * plan.
 */
export function solvePairing(pairing: Pairing, placed: readonly PairIds[] = [], watch: Watch = unwatched): Solved {
  const { sprint, pairs } = pairing;
  const newcomers = unpaired(pairing);
  const mentors = mentorsOf(pairing);
  const here = new Set([...newcomers, ...mentors].map(({ id }) => id));
  const rules = pairing.rules.filter(({ newcomerId, mentorId }) => here.has(newcomerId) && here.has(mentorId));
  const fixed = rules.filter(({ rule }) => rule === "fixed");
  const free = freeSeatsIn({ sprint, pairs });
  const theirs = byMentor(pairs);
  return solve(
    pairingSprint(pairing),
    {
      newcomers: newcomers.map(asNewcomer),
      mentors: mentors.map((mentor) => asMentor(mentor, free(mentor).length, theirs.get(mentor.id)?.length)),
    },
    {
      fixed: [...fixed, ...placed.filter((pair) => fixed.every(({ newcomerId }) => newcomerId !== pair.newcomerId))],
      forbidden: rules.filter(({ rule }) => rule === "forbidden"),
      published: pairing.draft?.pairs ?? [],
    },
    pairing.settings ?? pairingDefaults,
    watch,
  );
}

/** Runs the engine (see `solvePairing`); `watch` is told how far it has got. */
export function runPairing(pairing: Pairing, watch: Watch = unwatched): NewDraft {
  const { sprint } = pairing;
  const solved = solvePairing(pairing, [], watch);
  watch("proving", solved.profiles.newcomers.length);
  const { pairs, waiting, proof } = planOf(solved);
  if (!proof.isBest) throw new Error("the engine's plan is not proved to be the best");
  const seatsOf = freeSeatsIn({ sprint, pairs: pairing.pairs });
  const free = new Map(mentorsOf(pairing).map((mentor) => [mentor.id, seatsOf(mentor)]));
  return {
    pairs: pairs.map(({ newcomerId, mentorId, fit, reasons }) => {
      const seat = free.get(mentorId)?.shift();
      if (seat === undefined) throw new Error("the engine gave away a seat that is not free");
      return { newcomerId, mentorId, seat, fit, reasons };
    }),
    waits: waiting,
  };
}
