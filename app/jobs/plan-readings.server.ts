import type { PairingSettings } from "../domain/pairing/settings";
import { adjusting } from "../domain/plans/adjusting";
import { seatOffers } from "../domain/plans/seat-offers";
import type { HourCosts } from "../domain/plans/seats";
import { previewSettings } from "../domain/plans/what-if";
import type { Known } from "./known-plan";
import { readReport } from "./report-reading.server";
import { readTable } from "./table-reading.server";

type One = { newcomerId: number };
type Tried = { settings: PairingSettings; costs: HourCosts };

/**
 * What organizers ask of the plan of a sprint, by name. What is asked and what is answered is plain data: of a crowd it crosses
 * between two threads.
 */
export const planReadings = {
  /** The pairing table, as much of it as is shown. */
  table: readTable,
  /** One newcomer by themselves; null for somebody it is not about. */
  one: ({ pairing, engine }: Known, { newcomerId }: One) => adjusting(pairing, newcomerId, engine),
  /** What it would take to put somebody with each mentor, in one breath each. */
  seats: ({ pairing, engine }: Known, { newcomerId }: One) =>
    seatOffers(pairing, newcomerId, engine).map(({ mentorId, can, fit, brief }) => ({
      mentorId,
      can,
      fit,
      words: brief,
    })),
  /** What other settings would move. */
  preview: ({ pairing, engine }: Known, tried: Tried) => previewSettings(pairing, tried, engine),
  /** Where the sprint stands before pairing. */
  report: readReport,
};

type PlanReadings = typeof planReadings;
export type ReadingName = keyof PlanReadings;
export type Asked<Name extends ReadingName> = Parameters<PlanReadings[Name]>[1];
export type Answer<Name extends ReadingName> = Awaited<ReturnType<PlanReadings[Name]>>;
