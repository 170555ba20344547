import { bestFit, type Instance } from "./instance";

/** Which of the two sides looks for partners; the other side has the places. */
export type Side = "newcomers" | "mentors";

/**
 * For each person of one side their possible partners, best fit first; equal fits in the order of the instance. An entry is
 * one 32-bit word, what is missing of the `most` there can be above the partner, so that walking a list reads one array.
 * Lists may be cut: whoever is left out misses at least as much as `cuts` says.
 */
export type FitLists = { starts: Int32Array; entries: Int32Array; cuts: Int32Array; most: number };

export const partnerBits = 24;
export const partnerMask = (1 << partnerBits) - 1;

export const missingIn = (entry: number): number => entry >>> partnerBits;
export const partnerIn = (entry: number): number => entry & partnerMask;

/** Of a list that nobody is left out of: more than anybody can miss. */
const uncut = 1 << 8;

/**
 * The lists of one side, each with its best `depths` partners at least and all who fit as well as the last of them: a search
 * seldom reads on, and of millions of possible pairs most are then never written down. Mentors without a seat are in
 * nobody's list and have an empty one.
 */
export function listByFit(instance: Instance, side: Side, depths: Int32Array): FitLists {
  const most = bestFit + (instance.bonus ?? 0);
  return side === "mentors" ? listByMentor(instance, most, depths) : listByNewcomer(instance, most, depths);
}

/** Newcomers come by twice, one after another: to be counted by mentor and fit, and to be put down where there is room for them. */
function listByMentor(instance: Instance, most: number, depths: Int32Array): FitLists {
  const { mentors, seats } = instance;
  const places = countByMentor(instance, most);
  const starts = new Int32Array(mentors + 1);
  const cuts = new Int32Array(mentors);
  for (let mentor = 0; mentor < mentors; mentor++) {
    const hasSeat = (seats[mentor] as number) > 0;
    layBuckets({ starts, cuts, most }, mentor, places, mentor * (most + 1), hasSeat ? (depths[mentor] as number) : 0);
    if (!hasSeat) cuts[mentor] = uncut;
  }
  return { starts, entries: fillByMentor(instance, most, places, starts[mentors] as number), cuts, most };
}

function countByMentor({ rows, newcomers, possible, fits, mentors }: Instance, most: number): Int32Array {
  const counts = new Int32Array(mentors * (most + 1));
  const pairs = rows[newcomers] as number;
  for (let at = 0; at < pairs; at++) {
    const bucket = (possible[at] as number) * (most + 1) + most - (fits[at] as number);
    counts[bucket] = (counts[bucket] as number) + 1;
  }
  return counts;
}

function fillByMentor(
  { newcomers, rows, possible, fits }: Instance,
  most: number,
  places: Int32Array,
  length: number,
): Int32Array {
  const entries = new Int32Array(length);
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    const end = rows[newcomer + 1] as number;
    for (let at = rows[newcomer] as number; at < end; at++) {
      const missing = most - (fits[at] as number);
      const bucket = (possible[at] as number) * (most + 1) + missing;
      const to = places[bucket] as number;
      if (to < 0) continue;
      places[bucket] = to + 1;
      entries[to] = (missing << partnerBits) | newcomer;
    }
  }
  return entries;
}

/** Each newcomer's row by itself. */
function listByNewcomer(instance: Instance, most: number, depths: Int32Array): FitLists {
  const { newcomers, rows, possible, fits, seats } = instance;
  const steps = most + 1;
  const places = new Int32Array(steps);
  const starts = new Int32Array(newcomers + 1);
  const cuts = new Int32Array(newcomers);
  const entries = new Int32Array(rows[newcomers] as number);
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    const from = rows[newcomer] as number;
    const end = rows[newcomer + 1] as number;
    places.fill(0);
    for (let at = from; at < end; at++) {
      const missing = most - (fits[at] as number);
      if ((seats[possible[at] as number] as number) > 0) places[missing] = (places[missing] as number) + 1;
    }
    layBuckets({ starts, cuts, most }, newcomer, places, 0, depths[newcomer] as number);
    for (let at = from; at < end; at++) {
      const mentor = possible[at] as number;
      const missing = most - (fits[at] as number);
      const to = places[missing] as number;
      if (to < 0 || (seats[mentor] as number) === 0) continue;
      places[missing] = to + 1;
      entries[to] = (missing << partnerBits) | mentor;
    }
  }
  return { starts, entries: entries.subarray(0, starts[newcomers]), cuts, most };
}

const leftOut = -1;

/**
 * Turns the counts of one list, by what is missing and from `from` on, into where each of them begins; once the list is deep
 * enough, all others are left out. Notes where the list ends and is cut.
 */
function layBuckets(
  { starts, cuts, most }: Omit<FitLists, "entries">,
  list: number,
  counts: Int32Array,
  from: number,
  depth: number,
): void {
  const end = from + most + 1;
  let at = from;
  let next = starts[list] as number;
  for (const enough = next + depth; at < end && next < enough; at++) {
    const count = counts[at] as number;
    counts[at] = next;
    next += count;
  }
  while (at < end && counts[at] === 0) at++;
  counts.fill(leftOut, at, end);
  starts[list + 1] = next;
  cuts[list] = at < end ? at - from : uncut;
}

/** The lists whose owner would have read on, at what they ask in the end: whoever is left out could fit well enough. */
export function listsCutTooShort({ cuts, most }: FitLists, asking: Int32Array): number[] {
  const tooShort: number[] = [];
  for (let list = 0; list < cuts.length; list++) {
    const cut = cuts[list] as number;
    if (cut <= most && most - cut >= (asking[list] as number)) tooShort.push(list);
  }
  return tooShort;
}
