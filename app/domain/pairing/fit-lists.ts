import { bestFit, type Instance } from "./instance";

/** Which of the two sides looks for partners; the other side has the places. */
export type Side = "newcomers" | "mentors";

/**
 * For each person of one side the possible partners, best fit first; equal fits in the order of the instance. An entry
 * is one 32-bit word, what is missing of the `most` there can be above the partner, so that walking a list reads one array.
 */
export type FitLists = { starts: Int32Array; entries: Int32Array; most: number };

const partnerBits = 24;
const partnerMask = (1 << partnerBits) - 1;

export const missingIn = (entry: number): number => entry >>> partnerBits;
export const partnerIn = (entry: number): number => entry & partnerMask;

/** The lists of one side. Mentors without a seat are in nobody's list and have an empty one. */
export function listByFit(instance: Instance, side: Side): FitLists {
  const most = bestFit + (instance.bonus ?? 0);
  const { starts, entries } = side === "mentors" ? gatherByMentor(instance, most) : gatherByNewcomer(instance, most);
  sortEach(starts, entries, most + 1);
  return { starts, entries, most };
}

type Lists = Pick<FitLists, "starts" | "entries">;

/** Newcomers come by, one after another, and are put down with each mentor. */
function gatherByMentor({ newcomers, mentors, rows, possible, fits, seats }: Instance, most: number): Lists {
  const starts = new Int32Array(mentors + 1);
  const pairs = possible.length;
  for (let at = 0; at < pairs; at++) {
    const mentor = possible[at] as number;
    starts[mentor + 1] = (starts[mentor + 1] as number) + 1;
  }
  const next = new Int32Array(mentors);
  for (let mentor = 0; mentor < mentors; mentor++) {
    const hasSeat = (seats[mentor] as number) > 0;
    next[mentor] = hasSeat ? (starts[mentor] as number) : -1;
    starts[mentor + 1] = (starts[mentor] as number) + (hasSeat ? (starts[mentor + 1] as number) : 0);
  }
  const entries = new Int32Array(starts[mentors] as number);
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    const end = rows[newcomer + 1] as number;
    for (let at = rows[newcomer] as number; at < end; at++) {
      const mentor = possible[at] as number;
      const to = next[mentor] as number;
      if (to < 0) continue;
      next[mentor] = to + 1;
      entries[to] = ((most - (fits[at] as number)) << partnerBits) | newcomer;
    }
  }
  return { starts, entries };
}

function gatherByNewcomer({ newcomers, rows, possible, fits, seats }: Instance, most: number): Lists {
  const starts = new Int32Array(newcomers + 1);
  const entries = new Int32Array(possible.length);
  let next = 0;
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    const end = rows[newcomer + 1] as number;
    for (let at = rows[newcomer] as number; at < end; at++) {
      const mentor = possible[at] as number;
      if ((seats[mentor] as number) > 0) entries[next++] = ((most - (fits[at] as number)) << partnerBits) | mentor;
    }
    starts[newcomer + 1] = next;
  }
  return { starts, entries: entries.subarray(0, next) };
}

/** Sorts each list by counting, one after another: what is sorted at a time stays close at hand. */
function sortEach(starts: Int32Array, entries: Int32Array, steps: number): void {
  let longest = 0;
  for (let list = 0; list + 1 < starts.length; list++) {
    longest = Math.max(longest, (starts[list + 1] as number) - (starts[list] as number));
  }
  const copy = new Int32Array(longest);
  const places = new Int32Array(steps);
  for (let list = 0; list + 1 < starts.length; list++) {
    const from = starts[list] as number;
    const end = starts[list + 1] as number;
    if (end - from < 2) continue;
    places.fill(0);
    for (let at = from; at < end; at++) {
      const entry = entries[at] as number;
      copy[at - from] = entry;
      const missing = entry >>> partnerBits;
      places[missing] = (places[missing] as number) + 1;
    }
    let next = from;
    for (let missing = 0; missing < steps; missing++) {
      const count = places[missing] as number;
      places[missing] = next;
      next += count;
    }
    for (let at = 0; at < end - from; at++) {
      const entry = copy[at] as number;
      const missing = entry >>> partnerBits;
      const to = places[missing] as number;
      places[missing] = to + 1;
      entries[to] = entry;
    }
  }
}
