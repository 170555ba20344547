import { type FitLists, missingIn } from "./fit-lists";

/** What proposers ask before anybody has a place: what their best partner would give; without any, an empty unit's −`worth`. */
export function firstAsking({ starts, entries, most }: FitLists, proposers: number, worth: number): Int32Array {
  const asking = new Int32Array(proposers).fill(-worth);
  for (let proposer = 0; proposer < proposers; proposer++) {
    const first = starts[proposer] as number;
    if (first < (starts[proposer + 1] as number)) asking[proposer] = most - missingIn(entries[first] as number);
  }
  return asking;
}

/** What places are worth that nobody has taken: what the first of each partner would cost. */
export function firstPremiums(places: Int32Array, placeStarts: Int32Array, placeCosts: Int32Array): Int32Array {
  const premiums = new Int32Array(places.length);
  for (let partner = 0; partner < places.length; partner++) {
    if (places[partner] !== 0) premiums[partner] = placeCosts[placeStarts[partner] as number] as number;
  }
  return premiums;
}
