import { type Instance, pairWorth } from "./instance";
import type { Match } from "./match";

/** What the prices say about a plan. */
export type Proof = {
  pairs: number;
  fit: number;
  /** Pair worth and fit over all pairs: what the plan is worth. */
  value: number;
  /** What no plan can be worth more than, by these prices. */
  bound: number;
  /** bound − value. 0 proves that there is no better plan. */
  gap: number;
  /** Every pair is possible, no mentor has more newcomers than seats, no price is below 0, and the gap is 0. */
  isBest: boolean;
};

/**
 * Checks a plan by duality, trusting nothing but the instance: whatever the prices, no plan is worth more than all seats
 * at their prices and each newcomer's best gain beyond them (weak duality of linear programming; Ahuja, Magnanti,
 * Orlin, *Network Flows*, 1993, chapter 9). Never throws; a plan that breaks a rule is not the best.
 */
export function prove(instance: Instance, { mentorOf, prices }: Pick<Match, "mentorOf" | "prices">): Proof {
  const { newcomers, rows, possible, fits, seats } = instance;
  const worth = pairWorth(instance);
  const taken = new Int32Array(instance.mentors);
  let isValid = mentorOf.length === newcomers && prices.length === instance.mentors;
  let pairs = 0;
  let fit = 0;
  let bound = 0;
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    const mentor = mentorOf[newcomer] ?? -1;
    let isFound = mentor === -1;
    let gain = 0;
    for (let at = rows[newcomer] as number; at < (rows[newcomer + 1] as number); at++) {
      const other = possible[at] as number;
      gain = Math.max(gain, worth + (fits[at] as number) - (prices[other] ?? 0));
      if (other !== mentor) continue;
      isFound = true;
      pairs++;
      fit += fits[at] as number;
      taken[mentor] = (taken[mentor] as number) + 1;
    }
    isValid &&= isFound;
    bound += gain;
  }
  for (let mentor = 0; mentor < instance.mentors; mentor++) {
    const price = prices[mentor] ?? 0;
    bound += price * (seats[mentor] as number);
    isValid &&= price >= 0 && (taken[mentor] as number) <= (seats[mentor] as number);
  }
  const value = worth * pairs + fit;
  return { pairs, fit, value, bound, gap: bound - value, isBest: isValid && bound === value };
}
