import { away, type Standing } from "./standing";

const nobody = -1;

/**
 * How many more could be paired, with as many paired as can be, if somebody new came with so many seats who could take these newcomers:
 * those of them who wait, and those whose seat somebody who waits could have, by people handing on their places. Each seat
 * is one search through the possible pairs at most (augmenting paths: Berge, 1957), and none where enough of them wait. Leaves people
 * in other places than they were: give it a `Standing` of its own.
 */
export function morePairsWith(standing: Standing, takes: readonly number[], seats: number): number {
  let pairs = 0;
  for (const newcomer of takes) {
    if (pairs === seats) return pairs;
    if (!standing.isWaiting(newcomer)) continue;
    standing.put(newcomer, away);
    pairs++;
  }
  const isTaken = new Uint8Array(standing.mentorOf.length);
  for (const newcomer of takes) isTaken[newcomer] = 1;
  while (pairs < seats && handOn(standing, isTaken)) pairs++;
  return pairs;
}

/** Lets somebody go to the new seat, and somebody who waits come in behind them, at the end of the shortest chain; false without one. */
function handOn(standing: Standing, isTaken: Uint8Array): boolean {
  const { instance, mentorOf, firstWith, nextWith } = standing;
  const comesInto = new Int32Array(instance.mentors).fill(nobody);
  const queue: number[] = [];
  for (let newcomer = 0; newcomer < mentorOf.length; newcomer++) {
    if (standing.isWaiting(newcomer)) queue.push(newcomer);
  }
  for (let next = 0; next < queue.length; next++) {
    const newcomer = queue[next] as number;
    for (let at = instance.rows[newcomer] as number; at < (instance.rows[newcomer + 1] as number); at++) {
      const mentor = instance.possible[at] as number;
      if (comesInto[mentor] !== nobody) continue;
      comesInto[mentor] = newcomer;
      for (let one = firstWith[mentor] as number; one >= 0; one = nextWith[one] as number) {
        if (isTaken[one] === 1) {
          moveUp(standing, comesInto, one);
          return true;
        }
        queue.push(one);
      }
    }
  }
  return false;
}

function moveUp(standing: Standing, comesInto: Int32Array, first: number): void {
  let place = standing.mentorOf[first] as number;
  standing.put(first, away);
  while (place >= 0) {
    const newcomer = comesInto[place] as number;
    const from = standing.mentorOf[newcomer] as number;
    standing.put(newcomer, place);
    place = from;
  }
}
