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
  const sharesOf = sharesBy(weights);
  const counted = parts.filter((part) => weights[part] > 0).map((part) => [part, fitParts[part].value] as const);
  return (together) => {
    let shares = 0;
    for (const [part, value] of counted) shares += sharesOf(part, value(together));
    return fitOf(shares);
  };
}

/** A point of fit has so many shares. */
const pointBits = 16;
const sharesPerPoint = 1 << pointBits;
/** Halves count up, also where a third and a sixth make one but for what their last digits left out. */
const upFromHalf = sharesPerPoint / 2 + 8;

/**
 * What a part adds to a fit by its value and weight, in whole shares of a point: whole numbers add up to the same in whatever
 * order, so that what people have alike can be added once for all of them. Sums stay in 32 bits.
 */
export function sharesBy(weights: FitWeights): (part: FitPart, value: number) => number {
  const sum = (of: readonly FitPart[]) => of.reduce((all, part) => all + weights[part], 0);
  const whole = sum(measured) || sum(parts);
  return (part, value) => Math.round((sharesPerPoint * bestFit * weights[part] * value) / whole);
}

/** The fit that the shares of all parts add up to. */
export function fitOf(shares: number): number {
  const fit = (shares + upFromHalf) >> pointBits;
  return fit < 0 ? 0 : fit > bestFit ? bestFit : fit;
}

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
