import { type FitWeights, fitBy } from "./fit";
import type { Instance } from "./instance";
import { possibleMinutes } from "./possible";
import type { Profiles } from "./profile";

/** The instance that people make: who could be paired with whom, and how well they fit. Numbers are places in the lists. */
export function layOut({ newcomers, mentors }: Profiles, weights: FitWeights): Instance {
  const judge = fitBy(weights);
  const rows = new Int32Array(newcomers.length + 1);
  const possible: number[] = [];
  const fits: number[] = [];
  for (const [at, newcomer] of newcomers.entries()) {
    let number = 0;
    for (const mentor of mentors) {
      const minutes = possibleMinutes(newcomer, mentor);
      if (minutes !== null) {
        possible.push(number);
        fits.push(judge({ newcomer, mentor, minutes }));
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
  };
}
