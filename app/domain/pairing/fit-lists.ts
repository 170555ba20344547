import { bestFit, type Instance } from "./instance";

/** Which of the two sides looks for partners; the other side has the places. */
export type Side = "newcomers" | "mentors";

/**
 * For each person of one side the possible partners, best fit first; equal fits in the order of the instance. An entry
 * is one 32-bit word, the missing fit above the partner, so that walking a list reads one array.
 */
export type FitLists = { starts: Int32Array; entries: Int32Array };

const partnerBits = 24;
const partnerMask = (1 << partnerBits) - 1;

export const fitIn = (entry: number): number => bestFit - (entry >> partnerBits);
export const partnerIn = (entry: number): number => entry & partnerMask;

/** The lists of one side. Mentors without a seat are in nobody's list and have an empty one. */
export function listByFit(instance: Instance, side: Side): FitLists {
  return side === "mentors" ? listForMentors(instance) : listForNewcomers(instance);
}

const steps = bestFit + 1;

/** Sorted by counting, over all mentors at once: newcomers come by, one after another, and find their place. */
function listForMentors({ newcomers, mentors, rows, possible, fits, seats }: Instance): FitLists {
  const places = new Int32Array(mentors * steps);
  const pairs = possible.length;
  for (let at = 0; at < pairs; at++) {
    const place = (possible[at] as number) * steps + bestFit - (fits[at] as number);
    places[place] = (places[place] as number) + 1;
  }
  const starts = new Int32Array(mentors + 1);
  let next = 0;
  for (let mentor = 0; mentor < mentors; mentor++) {
    starts[mentor] = next;
    const hasSeat = (seats[mentor] as number) > 0;
    for (let place = mentor * steps; place < (mentor + 1) * steps; place++) {
      const count = places[place] as number;
      places[place] = hasSeat ? next : -1;
      if (hasSeat) next += count;
    }
  }
  starts[mentors] = next;
  const entries = new Int32Array(next);
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    const end = rows[newcomer + 1] as number;
    for (let at = rows[newcomer] as number; at < end; at++) {
      const missing = bestFit - (fits[at] as number);
      const place = (possible[at] as number) * steps + missing;
      const to = places[place] as number;
      if (to < 0) continue;
      places[place] = to + 1;
      entries[to] = (missing << partnerBits) | newcomer;
    }
  }
  return { starts, entries };
}

/** Sorted by counting, row by row. */
function listForNewcomers({ newcomers, rows, possible, fits, seats }: Instance): FitLists {
  const starts = new Int32Array(newcomers + 1);
  const entries = new Int32Array(possible.length);
  const places = new Int32Array(steps);
  let next = 0;
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    const from = rows[newcomer] as number;
    const end = rows[newcomer + 1] as number;
    places.fill(0);
    for (let at = from; at < end; at++) {
      if ((seats[possible[at] as number] as number) === 0) continue;
      const missing = bestFit - (fits[at] as number);
      places[missing] = (places[missing] as number) + 1;
    }
    for (let missing = 0; missing < steps; missing++) {
      const count = places[missing] as number;
      places[missing] = next;
      next += count;
    }
    for (let at = from; at < end; at++) {
      const mentor = possible[at] as number;
      if ((seats[mentor] as number) === 0) continue;
      const missing = bestFit - (fits[at] as number);
      const to = places[missing] as number;
      places[missing] = to + 1;
      entries[to] = (missing << partnerBits) | mentor;
    }
    starts[newcomer + 1] = next;
  }
  return { starts, entries: entries.subarray(0, next) };
}
