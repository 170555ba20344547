import { type FitLists, missingIn, partnerIn, type Side } from "./fit-lists";
import { type Instance, type Match, pairWorth } from "./instance";
import type { Search } from "./search";

/**
 * The pairs that some best plan has: those whose fit is exactly what the two are worth together. Each stands twice, by
 * newcomer with mentors ascending, and by mentor with newcomers ascending.
 */
export type TightPairs = { byNewcomer: Rows; byMentor: Rows };
export type Rows = { starts: Int32Array; others: Int32Array };

/** Reads the tight pairs out of a finished search. Few, even of millions: each list is walked only to what is asked. */
export function tightPairs(
  lists: FitLists,
  { asking, premium }: Pick<Search, "asking" | "premium">,
  side: Side,
): TightPairs {
  const found = new Int32Array(lists.entries.length);
  const starts = new Int32Array(asking.length + 1);
  let count = 0;
  for (let proposer = 0; proposer < asking.length; proposer++) {
    const asks = asking[proposer] as number;
    const end = lists.starts[proposer + 1] as number;
    for (let at = lists.starts[proposer] as number; at < end; at++) {
      const entry = lists.entries[at] as number;
      const spare = lists.most - missingIn(entry) - asks;
      if (spare < 0) break;
      if (spare === (premium[partnerIn(entry)] as number)) found[count++] = partnerIn(entry);
    }
    starts[proposer + 1] = count;
  }
  const byPartner = transpose({ starts, others: found.subarray(0, count) }, premium.length);
  const byProposer = transpose(byPartner, asking.length);
  return side === "mentors"
    ? { byMentor: byProposer, byNewcomer: byPartner }
    : { byMentor: byPartner, byNewcomer: byProposer };
}

/** The tight pairs of a plan, read out of its instance: as `tightPairs`, where there are no lists by fit. */
export function tightIn(instance: Instance, { prices, gains }: Pick<Match, "prices" | "gains">): TightPairs {
  const { newcomers, mentors, rows, possible, fits } = instance;
  const worth = pairWorth(instance);
  const starts = new Int32Array(newcomers + 1);
  const found = new Int32Array(possible.length);
  let count = 0;
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    const gain = (gains[newcomer] as number) - worth;
    for (let at = rows[newcomer] as number; at < (rows[newcomer + 1] as number); at++) {
      const mentor = possible[at] as number;
      if ((prices[mentor] as number) + gain === (fits[at] as number)) found[count++] = mentor;
    }
    starts[newcomer + 1] = count;
  }
  const byMentor = transpose({ starts, others: found.subarray(0, count) }, mentors);
  return { byMentor, byNewcomer: transpose(byMentor, newcomers) };
}

/** The same pairs from the other side; within a row, ascending. `from`: where each of them stood before. */
export function transpose({ starts, others }: Rows, count: number): Rows & { from: Int32Array } {
  const turned = new Int32Array(count + 1);
  for (let at = 0; at < others.length; at++) {
    const key = (others[at] as number) + 1;
    turned[key] = (turned[key] as number) + 1;
  }
  for (let key = 0; key < count; key++) turned[key + 1] = (turned[key + 1] as number) + (turned[key] as number);
  const next = turned.slice(0, count);
  const gathered = new Int32Array(others.length);
  const from = new Int32Array(others.length);
  for (let one = 0; one + 1 < starts.length; one++) {
    const end = starts[one + 1] as number;
    for (let at = starts[one] as number; at < end; at++) {
      const other = others[at] as number;
      const to = next[other] as number;
      next[other] = to + 1;
      gathered[to] = one;
      from[to] = at;
    }
  }
  return { starts: turned, others: gathered, from };
}
