import type { PairRule } from "../sprint/words";

/** Where a draft has somebody: on a seat, waiting, or (null) nowhere. */
export type Placement =
  | { mentorId: number; seat: number; fit: number; reasons: string[]; byHand: boolean }
  | { because: string }
  | null;

/**
 * What one step did to a draft: everybody who is elsewhere now, and what was said of two people. `begins`: there was no draft
 * before it, and whom it placed is not told.
 */
export type PlanStepChange = {
  begins?: true;
  places: { newcomerId: number; before: Placement; after: Placement }[];
  rules: { newcomerId: number; mentorId: number; before: PairRule | null; after: PairRule | null }[];
};
