import { type Instance, type Match, pairWorth, seatCost } from "./instance";

/** What the prices say about a plan. */
export type Proof = {
  pairs: number;
  /** With what keeping pairs adds. */
  fit: number;
  /** What filling the mentors costs. */
  cost: number;
  /** Pair worth and fit over all pairs, less the cost: what the plan is worth. */
  value: number;
  /** What no plan can be worth more than, by these prices. */
  bound: number;
  /** bound − value. 0 proves that there is no better plan. */
  gap: number;
  /** Every pair is possible, no mentor has more newcomers than seats, and the gap is 0. */
  isBest: boolean;
};

/**
 * Checks a plan by duality, trusting nothing but the instance: whatever the prices, no plan is worth more than what all seats
 * bring at their prices, less what they cost, and each newcomer's best gain beyond them (weak duality of linear programming; Ahuja, Magnanti,
 * Orlin, *Network Flows*, 1993, chapter 9). Never throws; a plan that breaks a rule is not the best.
 */
export function prove(instance: Instance, { mentorOf, prices }: Pick<Match, "mentorOf" | "prices">): Proof {
  const { newcomers, rows, possible, fits, seats } = instance;
  const worth = pairWorth(instance);
  const taken = new Int32Array(instance.mentors);
  const priceOf = new Float64Array(instance.mentors);
  priceOf.set(prices.subarray(0, instance.mentors));
  let isValid = mentorOf.length === newcomers && prices.length === instance.mentors;
  let pairs = 0;
  let fit = 0;
  let bound = 0;
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    const mentor = mentorOf[newcomer] ?? -1;
    const end = rows[newcomer + 1] as number;
    let isFound = mentor === -1;
    let best = -worth;
    for (let at = rows[newcomer] as number; at < end; at++) {
      const other = possible[at] as number;
      const beyond = (fits[at] as number) - (priceOf[other] as number);
      if (beyond > best) best = beyond;
      if (other !== mentor) continue;
      isFound = true;
      pairs++;
      fit += fits[at] as number;
      taken[mentor] = (taken[mentor] as number) + 1;
    }
    bound += worth + best;
    isValid &&= isFound;
  }
  let cost = 0;
  for (let mentor = 0; mentor < instance.mentors; mentor++) {
    const price = priceOf[mentor] as number;
    for (let seat = 0; seat < (taken[mentor] as number); seat++) cost += seatCost(instance, mentor, seat);
    bound += broughtIn(instance, mentor, price);
    isValid &&= (taken[mentor] as number) <= (seats[mentor] as number);
  }
  const value = worth * pairs + fit - cost;
  return { pairs, fit, cost, value, bound, gap: bound - value, isBest: isValid && bound === value };
}

/** What all seats of a mentor bring at a price, less what they cost; those that cost more than they bring stay empty. */
function broughtIn(instance: Instance, mentor: number, price: number): number {
  const seats = instance.seats[mentor] as number;
  const rising = Math.min(seats, instance.costs?.steps.length ?? 0);
  let sum = (seats - rising) * Math.max(0, price - seatCost(instance, mentor, rising));
  for (let seat = 0; seat < rising; seat++) sum += Math.max(0, price - seatCost(instance, mentor, seat));
  return sum;
}
