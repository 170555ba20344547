import { addedParts, type FitPart, fitParts, type Reader, type Together } from "./fit-parts";
import { bestFit } from "./instance";

export type { FitPart };

/** How much each part of the fit counts, against the others. */
export type FitWeights = Readonly<Record<FitPart, number>>;

/** What a sprint begins with: what there is to learn counts most, then what there is to do, then when. */
export const fitWeights: FitWeights = {
  learning: 35,
  themes: 25,
  sharedHours: 15,
  attendance: 10,
  clocks: 10,
  firstTime: 5,
  wishes: 10,
  workedBefore: 5,
  language: 10,
};

const parts = Object.keys(fitWeights) as FitPart[];
const measured = parts.filter((part) => !addedParts.has(part));

/**
 * Judges fits by one set of weights; at least one has to be above 0. What everybody has something of is weighed against each
 * other; what only some have (a wish, having worked together) adds to that or takes away, within 0 to 100.
 */
export function fitBy(weights: FitWeights): (together: Together) => number {
  const whole = wholeOf(weights);
  const counted = parts
    .filter((part) => weights[part] > 0)
    .map((part) => [weights[part], fitParts[part].value] as const);
  return (together) => {
    let points = 0;
    for (const [weight, value] of counted) points += weight * value(together);
    return fitOf(points, whole);
  };
}

/** What all that is weighed against each other comes to, at its best. */
export function wholeOf(weights: FitWeights): number {
  const sum = (of: readonly FitPart[]) => of.reduce((all, part) => all + weights[part], 0);
  return sum(measured) || sum(parts);
}

/** The fit that the weighed parts add up to, of the `wholeOf` it. */
export const fitOf = (points: number, whole: number): number =>
  Math.max(0, Math.min(bestFit, Math.round((bestFit * points) / whole)));

/**
 * Why two people fit, in words for a reader: "because 4 shared hours", "despite no theme in common"; what speaks for it
 * first, and of that what counts most first. Organizers read all of it. Each of the two reads what speaks for the pair, and
 * nothing that the other keeps to themselves; what both of them read tells nothing of either.
 */
export const fitReasons = (
  together: Together,
  weights: FitWeights,
  themeTitles: ReadonlyMap<number, string>,
  reader: Reader = "organizer",
): string[] => reasonsBy(weights, themeTitles, reader)(together);

/** `fitReasons` of many, by one set of weights. */
export function reasonsBy(
  weights: FitWeights,
  themeTitles: ReadonlyMap<number, string>,
  reader: Reader = "organizer",
): (together: Together) => string[] {
  const told = parts.filter((part) => weights[part] > 0).sort((a, b) => weights[b] - weights[a]);
  return (together) => {
    const said = told.flatMap((part) => fitParts[part].reason(together, themeTitles, reader) ?? []);
    return [
      ...said.filter((reason) => reason.startsWith("because")),
      ...(reader === "organizer" ? said.filter((reason) => reason.startsWith("despite")) : []),
    ];
  };
}
