import { type No, notNow, type Verdict, yes } from "../verdict";
import { type FitPart, type FitWeights, fitWeights } from "./fit";
import { bonusMost } from "./instance";

/** What a sprint can set about its pairing. */
export type PairingSettings = {
  weights: FitWeights;
  /** What a mentor's first, second, … seat costs, in points of fit; never falling. Beyond the last one as much as the last. */
  seatCosts: readonly number[];
  /** What keeping a pair that was published adds to its fit. */
  keepBonus: number;
};

/** What a sprint begins with: mentors fill evenly, and nothing is published yet. */
export const pairingDefaults: PairingSettings = { weights: fitWeights, seatCosts: [0, 2, 5, 9], keepBonus: 0 };

/** The most a part can weigh, and how many seats can have a cost of their own. */
export const weightMost = 100;
export const seatCostsMost = 10;

/** Whether settings can be pairing's: whole numbers in their bounds, a weight above 0, seats that never get cheaper. */
export function canSetPairing({ weights, seatCosts, keepBonus }: PairingSettings): Verdict {
  const parts = Object.keys(fitWeights) as FitPart[];
  if (!parts.every((part) => isWhole(weights[part], weightMost))) {
    return no(`Write whole numbers from 0 to ${weightMost} for what counts.`);
  }
  if (parts.every((part) => weights[part] === 0)) return no("Let at least one thing count, or everybody fits alike.");
  if (seatCosts.length > seatCostsMost) return no(`Name the cost of ${seatCostsMost} seats at most.`);
  if (!seatCosts.every((cost) => isWhole(cost, bonusMost))) {
    return no(`Write whole numbers from 0 to ${bonusMost} for what seats cost.`);
  }
  if (seatCosts.some((cost, seat) => seat > 0 && cost < (seatCosts[seat - 1] ?? 0))) {
    return no("Let no seat cost less than the one before it: a further newcomer is never less work than the last.");
  }
  if (!isWhole(keepBonus, bonusMost)) return no(`Write a whole number from 0 to ${bonusMost} for keeping a pair.`);
  return yes;
}

const isWhole = (number: number, most: number): boolean => Number.isInteger(number) && number >= 0 && number <= most;
const no = (because: string): No => notNow(because);
