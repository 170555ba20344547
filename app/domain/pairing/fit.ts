import { type FitPart, fitParts, type Together } from "./fit-parts";
import { bestFit } from "./instance";

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
};

const parts = Object.keys(fitWeights) as FitPart[];

/** Judges fits by one set of weights; at least one has to be above 0. */
export function fitBy(weights: FitWeights): (together: Together) => number {
  const total = parts.reduce((sum, part) => sum + weights[part], 0);
  const counted = parts
    .filter((part) => weights[part] > 0)
    .map((part) => [weights[part], fitParts[part].value] as const);
  return (together) => {
    let sum = 0;
    for (const [weight, value] of counted) sum += weight * value(together);
    return Math.round((bestFit * sum) / total);
  };
}

/**
 * Why two people fit, in words for both of them and the organizers: "because 4 shared hours", "despite no theme in
 * common"; what speaks for it first, and of that what counts most first.
 */
export function fitReasons(
  together: Together,
  weights: FitWeights,
  themeTitles: ReadonlyMap<number, string>,
): string[] {
  const said = parts
    .filter((part) => weights[part] > 0)
    .sort((a, b) => weights[b] - weights[a])
    .flatMap((part) => fitParts[part].reason(together, themeTitles) ?? []);
  return [
    ...said.filter((reason) => reason.startsWith("because")),
    ...said.filter((reason) => reason.startsWith("despite")),
  ];
}
