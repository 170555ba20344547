import type { Side } from "./fit-lists";
import { bestFit, type Instance } from "./instance";

/**
 * Whom to list. Lists of up to `whole` partners on average keep everybody, because to sift them would take as long as to list
 * them; of longer ones each person keeps about as many as are asked here: fewer are sooner listed, and more seldom too few.
 */
export type Depth = { whole: number; least: number; perUnit: number };

/** Of so many pairs one is looked at, to tell how well the best of each person fit. */
const lookedAtOf = 4;

/**
 * The least fit that is worth listing, for each person of a side with so many units: by the look of some of their pairs,
 * enough of them fit as well. 0 where nobody is to be left out.
 */
export function leastWorthListing(instance: Instance, side: Side, units: Int32Array, depth: Depth): Int32Array {
  if (instance.possible.length <= depth.whole * units.length) return new Int32Array(units.length);
  const steps = bestFit + (instance.bonus ?? 0) + 1;
  const counts = countSome(instance, side, units.length, steps);
  return units.map((count, person) => {
    const enough = (depth.least + depth.perUnit * count) / lookedAtOf;
    let seen = 0;
    let fit = steps;
    while (fit > 0 && seen < enough) seen += counts[person * steps + --fit] as number;
    return fit;
  });
}

/** How many pairs of each person have each fit: of all the pairs of some newcomers, or some of all newcomers' pairs. */
function countSome(
  { newcomers, rows, possible, fits }: Instance,
  side: Side,
  people: number,
  steps: number,
): Int32Array {
  const counts = new Int32Array(people * steps);
  const byMentor = side === "mentors";
  for (let newcomer = 0; newcomer < newcomers; newcomer += byMentor ? lookedAtOf : 1) {
    const end = rows[newcomer + 1] as number;
    for (let at = rows[newcomer] as number; at < end; at += byMentor ? 1 : lookedAtOf) {
      const fit = (byMentor ? (possible[at] as number) : newcomer) * steps + (fits[at] as number);
      counts[fit] = (counts[fit] as number) + 1;
    }
  }
  return counts;
}

/** The instance without the pairs that fit less well than is worth listing for whoever of that side is in them. */
export function sift(instance: Instance, side: Side, leastFits: Int32Array): Instance {
  const { newcomers } = instance;
  const byMentor = side === "mentors";
  const rows = new Int32Array(newcomers + 1);
  const possible = new Int32Array(instance.possible.length);
  const fits = new Uint8Array(instance.possible.length);
  let next = 0;
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    const end = instance.rows[newcomer + 1] as number;
    for (let at = instance.rows[newcomer] as number; at < end; at++) {
      const mentor = instance.possible[at] as number;
      const fit = instance.fits[at] as number;
      if (fit < (leastFits[byMentor ? mentor : newcomer] as number)) continue;
      possible[next] = mentor;
      fits[next++] = fit;
    }
    rows[newcomer + 1] = next;
  }
  return { ...instance, rows, possible: possible.subarray(0, next), fits: fits.subarray(0, next) };
}
