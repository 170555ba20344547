import { fitBy } from "./fit";
import type { Instance } from "./instance";
import { possibleMinutes } from "./possible";
import type { Profiles } from "./profile";
import type { PairingSettings } from "./settings";
import type { NumberedPair } from "./settle";

/**
 * The instance that people make: who could be paired with whom, how well they fit, and what seats cost. Numbers are places in
 * the lists. `published`: pairs whose keeping adds to their fit.
 */
export function layOut(
  { newcomers, mentors }: Profiles,
  { weights, seatCosts, keepBonus }: PairingSettings,
  published: readonly NumberedPair[] = [],
): Instance {
  const judge = fitBy(weights);
  const publishedWith = new Map(keepBonus > 0 ? published : []);
  const rows = new Int32Array(newcomers.length + 1);
  const possible: number[] = [];
  const fits: number[] = [];
  for (const [at, newcomer] of newcomers.entries()) {
    let number = 0;
    for (const mentor of mentors) {
      const minutes = possibleMinutes(newcomer, mentor);
      if (minutes !== null) {
        possible.push(number);
        fits.push(judge({ newcomer, mentor, minutes }) + (publishedWith.get(at) === number ? keepBonus : 0));
      }
      number++;
    }
    rows[at + 1] = possible.length;
  }
  return {
    newcomers: newcomers.length,
    mentors: mentors.length,
    rows,
    possible: Int32Array.from(possible),
    fits: Uint8Array.from(fits),
    seats: Int32Array.from(mentors, ({ person }) => Math.max(0, person.seats)),
    costs: { steps: seatCosts, before: Int32Array.from(mentors, ({ person }) => person.taken ?? 0) },
    bonus: publishedWith.size > 0 ? keepBonus : 0,
  };
}
