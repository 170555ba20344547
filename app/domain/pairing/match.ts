import { settleTies } from "./canonical";
import { listByFit, type Side } from "./fit-lists";
import { type Instance, listSeatCosts, type Match, pairWorth, total } from "./instance";
import { Search } from "./search";
import { tightPairs } from "./tight-pairs";

/**
 * Pairs as many newcomers as can be paired and, among all ways to do so, has the best total fit: exactly, and `prove`
 * shows it. Among the best plans it takes the one in which newcomers, from the first on, have the lowest-numbered
 * mentor, so that the pairs depend on the instance alone and not on the way they were found.
 */
export function match(instance: Instance): Match {
  const worth = pairWorth(instance);
  const { seats, newcomers } = usable(instance);
  // Searching from the side with fewer to place is ten to thirty times less work than from the other.
  const side: Side = total(seats) < newcomers ? "mentors" : "newcomers";
  const ones = new Int32Array(instance.newcomers).fill(1);
  const lists = listByFit(instance, side);
  const costs = listSeatCosts(instance, seats);
  const nothing = new Int32Array(instance.newcomers);
  const search =
    side === "mentors"
      ? new Search(lists, worth, seats, ones, costs, nothing)
      : new Search(lists, worth, ones, seats, nothing, costs);
  search.run();

  const asking = Float64Array.from(search.asking, (asks) => asks + worth);
  const premium = Float64Array.from(search.premium);
  const [prices, gains] = side === "mentors" ? [asking, premium] : [premium, asking];
  const mentorOf = readPairs(search, side, instance.newcomers);
  settleTies({ instance, tight: tightPairs(lists, search, side), seats, prices, gains, mentorOf });
  priceMissingSeats(instance, worth, prices, gains);
  return { mentorOf, prices, gains };
}

/**
 * How many newcomers somebody with a seat could take, and the seats worth looking at: one more than a mentor could ever
 * fill stays free as surely as a thousand more.
 */
function usable({ newcomers, rows, possible, seats }: Instance): { seats: Int32Array; newcomers: number } {
  const takers = new Int32Array(seats.length);
  let reachable = 0;
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    let isReachable = false;
    for (let at = rows[newcomer] as number; at < (rows[newcomer + 1] as number); at++) {
      const mentor = possible[at] as number;
      takers[mentor] = (takers[mentor] as number) + 1;
      isReachable ||= (seats[mentor] as number) > 0;
    }
    if (isReachable) reachable++;
  }
  return { seats: seats.map((count, mentor) => Math.min(count, (takers[mentor] as number) + 1)), newcomers: reachable };
}

function readPairs({ seating }: Search, side: Side, newcomers: number): Int32Array {
  const mentorOf = new Int32Array(newcomers).fill(-1);
  for (const [unit, place] of seating.placeOf.entries()) {
    if (place < 0) continue;
    const proposer = seating.ownerOf[unit] as number;
    const partner = seating.partnerOf[place] as number;
    if (side === "mentors") mentorOf[partner] = proposer;
    else mentorOf[proposer] = partner;
  }
  return mentorOf;
}

/** The search leaves out mentors without a seat; no newcomer may wish for them at their price either. */
function priceMissingSeats(
  { newcomers, rows, possible, fits, seats }: Instance,
  worth: number,
  prices: Float64Array,
  gains: Float64Array,
): void {
  if (!seats.includes(0)) return;
  for (const [mentor, count] of seats.entries()) if (count === 0) prices[mentor] = 0;
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    for (let at = rows[newcomer] as number; at < (rows[newcomer + 1] as number); at++) {
      const mentor = possible[at] as number;
      if ((seats[mentor] as number) > 0) continue;
      prices[mentor] = Math.max(prices[mentor] as number, worth + (fits[at] as number) - (gains[newcomer] as number));
    }
  }
}
