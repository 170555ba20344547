import { judgeOf } from "./judge";
import type { Pairing } from "./pairing";
import { reasonLines } from "./reason-lines";
import type { MentorRow } from "./table";

/**
 * Rows of the table with all that an organizer reads of published pairs: what speaks for each and against it, by what the two say
 * of themselves now. A published pair keeps only what both of them may read; this is written down nowhere, and for nobody else's
 * eyes (the table is organizers' alone). Pairs of a draft stay as they are, and so does a pair of somebody who has left.
 */
export function withPublishedReasons(
  { sprint, settings, people }: Pick<Pairing, "sprint" | "settings" | "people">,
  rows: readonly MentorRow[],
): MentorRow[] {
  const shown = new Set(
    rows.flatMap(({ id, taken }) =>
      taken.flatMap(({ newcomerId, pairId }) => (pairId === null ? [] : [id, newcomerId])),
    ),
  );
  if (shown.size === 0) return [...rows];
  const here = people.filter(({ id }) => shown.has(id));
  const judge = judgeOf(
    sprint,
    here.filter(({ role }) => role === "newcomer"),
    here.filter(({ role }) => role === "mentor"),
    settings,
  );
  return rows.map((row) => ({
    ...row,
    taken: row.taken.map((seat) => {
      const judged = seat.pairId === null ? null : judge(seat.newcomerId, row.id);
      if (!judged) return seat;
      const against = judged.inTheWay === "language" ? ["despite no language in common"] : [];
      const lines = reasonLines([...against, ...judged.reasons]);
      const isSaid = lines.some((line) => line.startsWith("because"));
      return { ...seat, reasons: isSaid ? lines : [...seat.reasons, ...lines] };
    }),
  }));
}
