import { type Instance, seatCost } from "../../../../app/domain/pairing/instance";
import type { NumberedPair, Rules } from "../../../../app/domain/pairing/settle";

/** What the search is held against: every plan there is, one by one. For a handful of people. `fit`: less what seats cost. */
export function bestByTryingEverything(
  instance: Instance,
  { fixed, forbidden }: Rules = { fixed: [], forbidden: [] },
): { pairs: NumberedPair[]; fit: number } {
  const seats = [...instance.seats];
  const fixedOf = new Map(fixed);
  for (const [, mentor] of fixed) seats[mentor] = (seats[mentor] ?? 0) - 1;
  const isForbidden = (newcomer: number, mentor: number) => forbidden.some(([n, m]) => n === newcomer && m === mentor);

  let best: { pairs: NumberedPair[]; fit: number } = { pairs: [], fit: Number.NEGATIVE_INFINITY };
  const pairs: NumberedPair[] = [];
  const decide = (newcomer: number, fit: number) => {
    if (newcomer === instance.newcomers) {
      const isBetter = pairs.length > best.pairs.length || (pairs.length === best.pairs.length && fit > best.fit);
      if (isBetter) best = { pairs: [...pairs], fit };
      return;
    }
    if (!fixedOf.has(newcomer)) {
      // Lowest mentor first and waiting last: of equal plans, the first one found is the one that is meant.
      for (const [mentor, gain] of choices(instance, newcomer)) {
        if ((seats[mentor] ?? 0) === 0 || isForbidden(newcomer, mentor)) continue;
        const filled = (instance.seats[mentor] ?? 0) - (seats[mentor] ?? 0);
        seats[mentor] = (seats[mentor] ?? 0) - 1;
        pairs.push([newcomer, mentor]);
        decide(newcomer + 1, fit + gain - seatCost(instance, mentor, filled));
        pairs.pop();
        seats[mentor] = (seats[mentor] ?? 0) + 1;
      }
    }
    decide(newcomer + 1, fit);
  };
  decide(0, 0);
  return best;
}

function choices({ rows, possible, fits }: Instance, newcomer: number): [mentor: number, fit: number][] {
  const found: [number, number][] = [];
  for (let at = rows[newcomer] ?? 0; at < (rows[newcomer + 1] ?? 0); at++) {
    found.push([possible[at] ?? 0, fits[at] ?? 0]);
  }
  return found.sort(([a], [b]) => a - b);
}
