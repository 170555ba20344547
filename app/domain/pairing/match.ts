import { settleTies } from "./canonical";
import { type FitLists, listByFit, listsCutTooShort, type Side } from "./fit-lists";
import { type Instance, listSeatCosts, type Match, pairWorth, peopleMost, total } from "./instance";
import { Search } from "./search";
import { tightPairs } from "./tight-pairs";

/** How long lists are at first: shorter ones are sooner made, and longer ones seldom too short. */
export type ListDepth = { least: number; perUnit: number };

const mostlyEnough: ListDepth = { least: 48, perUnit: 16 };

/**
 * Pairs as many newcomers as can be paired and, among all ways to do so, has the best total fit: exactly, and `prove`
 * shows it. Among the best plans it takes the one in which newcomers, from the first on, have the lowest-numbered
 * mentor, so that the pairs depend on the instance alone and not on the way they were found: `depth` makes no difference.
 */
export function match(instance: Instance, depth: ListDepth = mostlyEnough): Match {
  const worth = pairWorth(instance);
  const { seats, newcomers } = usable(instance);
  // Searching from the side with fewer to place is ten to thirty times less work than from the other.
  const side: Side = total(seats) < newcomers ? "mentors" : "newcomers";
  const { search, lists } = searchFrom(side, instance, worth, seats, depth);
  const asking = new Float64Array(search.asking).map((asks) => asks + worth);
  const premium = new Float64Array(search.premium);
  const [prices, gains] = side === "mentors" ? [asking, premium] : [premium, asking];
  const mentorOf = readPairs(search, side, instance.newcomers);
  settleTies({ instance, tight: tightPairs(lists, search, side), seats, prices, gains, mentorOf });
  priceMissingSeats(instance, worth, prices, gains);
  return { mentorOf, prices, gains };
}

/**
 * Searches along lists that are cut, at first: as the prices at the end show whether anybody left out could have been wanted,
 * no more of them than that has to be written down.
 */
function searchFrom(
  side: Side,
  instance: Instance,
  worth: number,
  seats: Int32Array,
  { least, perUnit }: ListDepth,
): { search: Search; lists: FitLists } {
  const ones = new Int32Array(instance.newcomers).fill(1);
  const nothing = new Int32Array(instance.newcomers);
  const costs = listSeatCosts(instance, seats);
  const depths = (side === "mentors" ? seats : ones).map((units) => least + perUnit * units);
  for (let round = 0; ; round++) {
    const lists = listByFit(instance, side, depths);
    const search =
      side === "mentors"
        ? new Search(lists, worth, seats, ones, costs, nothing)
        : new Search(lists, worth, ones, seats, nothing, costs);
    search.run();
    const tooShort = listsCutTooShort(lists, search.asking);
    if (tooShort.length === 0) return { search, lists };
    for (const list of tooShort) depths[list] = peopleMost;
    if (round > 0) depths.fill(peopleMost);
  }
}

/**
 * How many newcomers somebody with a seat could take, and the seats worth looking at: one more than a mentor could ever
 * fill stays free as surely as a thousand more. Where seats are few, none of them is such a one.
 */
function usable({ newcomers, rows, possible, seats }: Instance): { seats: Int32Array; newcomers: number } {
  let reachable = 0;
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    const end = rows[newcomer + 1] as number;
    let at = rows[newcomer] as number;
    while (at < end && (seats[possible[at] as number] as number) === 0) at++;
    if (at < end) reachable++;
  }
  const enough = seats.map((count) => Math.min(count, newcomers));
  if (total(enough) < reachable) return { seats: enough, newcomers: reachable };
  const takers = new Int32Array(seats.length);
  for (let at = 0; at < possible.length; at++) {
    const mentor = possible[at] as number;
    takers[mentor] = (takers[mentor] as number) + 1;
  }
  return { seats: seats.map((count, mentor) => Math.min(count, (takers[mentor] as number) + 1)), newcomers: reachable };
}

function readPairs({ seating }: Search, side: Side, newcomers: number): Int32Array {
  const { placeOf, ownerOf, partnerOf } = seating;
  const mentorOf = new Int32Array(newcomers).fill(-1);
  for (let unit = 0; unit < placeOf.length; unit++) {
    const place = placeOf[unit] as number;
    if (place < 0) continue;
    const proposer = ownerOf[unit] as number;
    const partner = partnerOf[place] as number;
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
  // Of those who have a seat nothing is above what stands here, so that hardly a pair is written to.
  const priceOf = Float64Array.from(seats, (count) => (count === 0 ? 0 : Number.POSITIVE_INFINITY));
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    const wished = worth - (gains[newcomer] as number);
    const end = rows[newcomer + 1] as number;
    for (let at = rows[newcomer] as number; at < end; at++) {
      const mentor = possible[at] as number;
      const price = wished + (fits[at] as number);
      if (price > (priceOf[mentor] as number)) priceOf[mentor] = price;
    }
  }
  for (let mentor = 0; mentor < seats.length; mentor++) {
    if (seats[mentor] === 0) prices[mentor] = priceOf[mentor] as number;
  }
}
