import { Chains } from "./chains";
import { seatCost } from "./instance";
import type { Standing } from "./standing";

/** Somebody who changes places: from a mentor to another; −1 is waiting. */
export type NumberedMove = { newcomer: number; from: number; to: number };

/** What a change would do to the best plan: how many pairs more or fewer, how much more or less fit in all, and who moves. */
export type Consequence = { pairs: number; points: number; moves: NumberedMove[] };

const waiting = -1;

/**
 * What it would take to put one newcomer with any mentor, against the best plan there is: exactly, and for all mentors in
 * one search. Asked with how well the two fit, also where they were not possible; null where the mentor has no seat to give.
 */
export function consequencesOfSeating(
  standing: Standing,
  newcomer: number,
): (mentor: number, fit: number) => Consequence | null {
  const now = standing.mentorOf[newcomer] as number;
  const chains = new Chains(standing);
  chains.to(now < 0 ? chains.outside : now);
  return (mentor, fit) => {
    if (mentor === now) return { pairs: 0, points: 0, moves: [] };
    const further = chains.distance(mentor);
    if (further === null) return null;
    const loss = standing.slack(newcomer, mentor, fit) + further;
    return weigh(standing, loss, [{ newcomer, from: now, to: mentor }, ...movesFrom(chains, mentor)]);
  };
}

/** What one more seat with each mentor would do. `chains`: those from outside, for whoever asks more than one thing of them. */
export function consequencesOfSeats(
  standing: Standing,
  chains = new Chains(standing).fromOutside(),
): (mentor: number) => Consequence {
  return (mentor) => {
    const costs = seatCost(standing.instance, mentor, standing.held[mentor] as number);
    const isFree = standing.slackOfFree(mentor) !== null;
    const gain = (standing.prices[mentor] as number) - costs - (chains.distance(mentor) ?? 0);
    if (isFree || gain <= 0) return { pairs: 0, points: 0, moves: [] };
    return weigh(standing, -gain, movesInto(chains, mentor));
  };
}

/** Newcomers of whom each, taken by somebody new, would let one more be paired: those who wait, and whose seat one of them could have. */
export function whoseSeatIsWanted(standing: Standing, chains = new Chains(standing).fromOutside()): Uint8Array {
  const wanted = new Uint8Array(standing.mentorOf.length);
  for (const [newcomer, mentor] of standing.mentorOf.entries()) {
    if (mentor === waiting) wanted[newcomer] = 1;
    if (mentor >= 0 && movesInto(chains, mentor)[0]?.from === waiting) wanted[newcomer] = 1;
  }
  return wanted;
}

function weigh({ worth }: Standing, loss: number, moves: NumberedMove[]): Consequence {
  let pairs = 0;
  for (const { from, to } of moves) pairs += Number(from === waiting) - Number(to === waiting);
  const points = -loss - pairs * worth;
  return { pairs, points: points === 0 ? 0 : points, moves };
}

/** The moves of a chain found by `Chains.to`, from a place on. */
function movesFrom(chains: Chains, start: number): NumberedMove[] {
  const moves: NumberedMove[] = [];
  for (let place = start; (chains.next[place] as number) >= 0; place = chains.next[place] as number) {
    addMove(moves, chains, chains.mover[place] as number, place, chains.next[place] as number);
  }
  return moves;
}

/** The moves of a chain found by `Chains.fromOutside`, up to a place: the first one first. */
function movesInto(chains: Chains, end: number): NumberedMove[] {
  const moves: NumberedMove[] = [];
  for (let place = end; place !== chains.outside; place = chains.next[place] as number) {
    addMove(moves, chains, chains.mover[place] as number, chains.next[place] as number, place);
  }
  return moves.reverse();
}

function addMove(moves: NumberedMove[], { outside }: Chains, newcomer: number, from: number, to: number): void {
  if (newcomer < 0) return;
  moves.push({ newcomer, from: from === outside ? waiting : from, to: to === outside ? waiting : to });
}
