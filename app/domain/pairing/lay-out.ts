import { FitRow } from "./fit-row";
import type { Instance } from "./instance";
import { PossiblePairs } from "./possible-pairs";
import type { Profiles } from "./profile";
import { unwatched, type Watch } from "./progress";
import type { PairingSettings } from "./settings";
import type { NumberedPair } from "./settle";

/** After so many newcomers it is told how far it has got. */
const toldEvery = 500;

/**
 * The instance that people make: who could be paired with whom, how well they fit, and what seats cost. Numbers are places in
 * the lists. `published`: pairs whose keeping adds to their fit; `watch` is told how many newcomers have been compared.
 */
export function layOut(
  profiles: Profiles,
  { weights, seatCosts, keepBonus }: PairingSettings,
  published: readonly NumberedPair[] = [],
  watch: Watch = unwatched,
): Instance {
  const { newcomers, mentors } = profiles;
  const pairs = new PossiblePairs(newcomers.length, mentors.length);
  const fits = new FitRow(profiles, weights);
  for (let newcomer = 0; newcomer < newcomers.length; newcomer++) {
    if (newcomer % toldEvery === 0) watch("comparing", newcomer);
    fits.addTo(pairs, newcomer);
  }
  const kept = new Map(keepBonus > 0 ? published : []);
  for (const [newcomer, mentor] of kept) pairs.raise(newcomer, mentor, keepBonus);
  return {
    newcomers: newcomers.length,
    mentors: mentors.length,
    ...pairs.all,
    seats: Int32Array.from(mentors, ({ person }) => Math.max(0, person.seats)),
    costs: { steps: seatCosts, before: Int32Array.from(mentors, ({ person }) => person.taken ?? 0) },
    bonus: kept.size > 0 ? keepBonus : 0,
  };
}
