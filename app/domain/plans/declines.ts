import type { PairSide } from "../sprint/words";
import type { Pairing } from "./pairing";

/** That one of the two of a published pair has said no, while the newcomer has no other mentor. `reason` is for organizers. */
export type Decline = {
  pairId: number;
  side: PairSide;
  newcomerId: number;
  newcomer: string;
  mentor: string;
  reason: string;
};

/** A decline as the table tells it, with what the draft proposes instead. */
export type DeclineLine = { newcomerId: number; said: string; reason: string };

/**
 * What became of those whose pair was declined: "Pema Lha declined Lin Tamm: Omar Haddad would fit, and nobody else would
 * lose." Pairs that are published stay as they are, so that nobody loses by a seat that is free.
 */
export const declineLines = (
  declines: readonly Decline[],
  { draft, rules }: Pick<Pairing, "draft" | "rules">,
): DeclineLine[] =>
  declines.map(({ side, newcomerId, newcomer, mentor, reason }) => {
    const who = side === "newcomer" ? `${newcomer} declined ${mentor}` : `${mentor} declined ${newcomer}`;
    const sits = draft?.pairs.find((pair) => pair.newcomerId === newcomerId);
    const waits = draft?.waits.find((wait) => wait.newcomerId === newcomerId);
    const fixed = rules.some((rule) => rule.rule === "fixed" && rule.newcomerId === newcomerId);
    const next = sits
      ? fixed || sits.byHand
        ? `${sits.mentor} is planned instead.`
        : `${sits.mentor} would fit, and nobody else would lose.`
      : waits
        ? `nobody with a free seat fits. ${waits.because}`
        : "nobody is planned instead yet. Run the pairing again.";
    return { newcomerId, said: `${who}: ${next}`, reason };
  });
