import type { Desk } from "../domain/letters";
import { pairLetters, type TellingPair } from "../domain/pairs/letters";
import { pairPages } from "../paths";

/** Writes to everybody in these pairs, once each, in the transaction that makes them pairs. */
export const tellPairs = (
  desk: Desk,
  community: { slug: string },
  sprint: { name: string },
  pairs: readonly TellingPair[],
): Promise<void> => desk.write(pairLetters(pairs, sprint, pairPages(desk.origin, community)));
