import { whereWords } from "./adjusting";
import type { Pairing } from "./pairing";

/** What somebody else did to a draft while an organizer was looking at it. */
export type LateWords = { title: string; lede: string; lines: string[] };

/**
 * What an organizer is told whose draft is not the one they saw. `by` and the rest as the audit trail has it; `now`: how
 * things stand.
 */
export function lateWords(
  now: Pick<Pairing, "people" | "pairs" | "rules" | "draft">,
  { by, madeAnew, newcomerIds }: { by: string | null; madeAnew: boolean; newcomerIds: readonly number[] },
): LateWords {
  const who = by ?? "Somebody";
  if (!now.draft) {
    const lede = "There is no draft to change any more. Newcomers without a mentor can still be paired one by one.";
    return { title: "This plan is published already", lede, lines: [] };
  }
  if (madeAnew) {
    const lede = "Nothing of yours was stored. Your choice stands below, beside the new plan.";
    return { title: `${who} ran the pairing again while you were looking`, lede, lines: [] };
  }
  const lines = newcomerIds.flatMap((newcomerId) => {
    const person = now.people.find(({ id }) => id === newcomerId);
    return person ? [whereWords(now, person)] : [];
  });
  const lede = "Nothing of yours was stored. Look at what is different now; your choice stands below.";
  return { title: `${who} changed this plan while you were looking`, lede, lines };
}
