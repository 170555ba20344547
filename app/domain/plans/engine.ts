import type { PairIds } from "../pairing/keep-fixed";
import type { Solved } from "../pairing/plan";
import type { Pairing } from "./pairing";
import { type NewDraft, runPairing, solvePairing } from "./run";

/** What answers questions about a plan: `solve` as `solvePairing`, `run` as `runPairing`. */
export type Engine = {
  solve: (pairing: Pairing, placed?: readonly PairIds[]) => Solved;
  run: (pairing: Pairing) => NewDraft;
};

/** Works each question out anew. */
export const engine: Engine = { solve: solvePairing, run: runPairing };

/**
 * An engine that keeps what it has worked out of one pairing, the very same object, so that of thousands of people the second
 * question is answered at once. Of other pairings it works everything out anew.
 */
export function keptEngine(of: Pairing): Engine {
  const solved = new Map<string, Solved>();
  let ran: NewDraft | undefined;
  return {
    solve(pairing, placed = []) {
      if (pairing !== of) return solvePairing(pairing, placed);
      const key = placed.map(({ newcomerId, mentorId }) => `${newcomerId} ${mentorId}`).join();
      const known = solved.get(key) ?? solvePairing(pairing, placed);
      // One is large: the few that are asked again are those of nobody in particular.
      if (solved.size < keptMost) solved.set(key, known);
      return known;
    },
    run(pairing) {
      if (pairing !== of) return runPairing(pairing);
      ran ??= runPairing(pairing);
      return ran;
    },
  };
}

const keptMost = 2;
