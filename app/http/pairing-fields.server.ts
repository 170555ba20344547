import { z } from "zod";
import { limits } from "../domain/limits";
import { type FitPart, type FitWeights, fitWeights } from "../domain/pairing/fit";
import { bonusMost } from "../domain/pairing/instance";
import { canSetPairing, type PairingSettings, pairingDefaults, weightMost } from "../domain/pairing/settings";
import { seen } from "./fields.server";
import { always, count } from "./sprint-fields.server";

/* The form of a sprint's pairing, field by field: what counts, what seats cost, what a pair takes. */

const parts = Object.keys(fitWeights) as FitPart[];
const seats = Array.from({ length: limits.seatsMost }, (_, seat) => `seat${seat + 1}` as const);

const weight = count("What counts", weightMost, 0, 0);
const weights = Object.fromEntries(parts.map((part) => [part, weight])) as Record<FitPart, typeof weight>;

const fields = {
  ...weights,
  seat1: count("What a first seat costs", bonusMost, 0, 0),
  seat2: count("What a second seat costs", bonusMost, 0, 0),
  seat3: count("What a third seat costs", bonusMost, 0, 0),
  seat4: count("What a fourth seat costs", bonusMost, 0, 0),
  keepBonus: count("What keeping a pair adds", bonusMost, 0, 0),
  pairHours: count("What a pair takes", limits.costHoursMost, limits.pairHours, 0),
  taskHours: count("What a task takes", limits.costHoursMost, limits.taskHours, 0),
};

type Fields = z.output<z.ZodObject<typeof fields>>;

/** The settings of a sprint's pairing, to be saved. Left empty, a field counts nothing; what a pair and a task take, as everywhere. */
export const pairingForm = z.object({ ...fields, seen }).superRefine(together, always);

/** The same, to be looked at first. */
export const pairingPreview = z.object(fields).superRefine(together, always);

function together(values: Fields, refuse: z.RefinementCtx) {
  const settings = settingsIn(values);
  const numbers = [...Object.values(settings.weights), ...settings.seatCosts, settings.keepBonus];
  // What was refused by itself is still as it was typed.
  if (numbers.some((number) => typeof number !== "number")) return;
  const verdict = canSetPairing(settings);
  if (verdict.ok) return;
  const cheaper = settings.seatCosts.findIndex((cost, seat) => cost < (settings.seatCosts[seat - 1] ?? 0));
  const path = [cheaper < 0 ? parts[0] : seats[cheaper]].filter((field) => field !== undefined);
  refuse.addIssue({ code: "custom", path, message: verdict.because });
}

/** What of a parsed form the engine goes by. */
export const settingsIn = (values: Fields): PairingSettings => ({
  weights: Object.fromEntries(parts.map((part) => [part, values[part]])) as FitWeights,
  seatCosts: [values.seat1, values.seat2, values.seat3, values.seat4],
  keepBonus: values.keepBonus,
});

/** What of a parsed form mentors' hours go by. */
export const costsIn = ({ pairHours, taskHours }: Fields) => ({ pairHours, taskHours });

type Stored = { pairing: PairingSettings | null; pairHours: number; taskHours: number };

/** A sprint's settings as the form holds them. */
export function pairingFormOf({ pairing, pairHours, taskHours }: Stored): Record<string, string> {
  const { weights, seatCosts, keepBonus } = pairing ?? pairingDefaults;
  return {
    ...Object.fromEntries(parts.map((part) => [part, String(weights[part])])),
    ...Object.fromEntries(seats.map((seat, at) => [seat, String(seatCosts[at] ?? seatCosts.at(-1) ?? 0)])),
    keepBonus: String(keepBonus),
    pairHours: String(pairHours),
    taskHours: String(taskHours),
  };
}

/** What every sprint begins with, as the form holds it. */
export const pairingFormAtFirst = pairingFormOf({
  pairing: null,
  pairHours: limits.pairHours,
  taskHours: limits.taskHours,
});
