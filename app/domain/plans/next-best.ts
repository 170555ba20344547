import { seatChoices } from "./choices";
import { judgeOf } from "./judge";
import { freeSeatsOf, mentorsOf, type Pairing, type Registered } from "./pairing";
import type { NewDraft } from "./run";

/** Said of somebody whose pair was declined, when no free seat of the draft fits them. */
export const nobodyElseFits = "No mentor with a free seat fits.";

/**
 * The best seat that a draft leaves free for a newcomer whose pair has just been declined; nobody else is moved. As a pair of
 * the draft, or why they wait.
 */
export function nextBest(
  pairing: Pairing,
  newcomer: Registered,
): NewDraft["pairs"][number] | NewDraft["waits"][number] {
  const mentors = mentorsOf(pairing);
  const judge = judgeOf(pairing.sprint, [newcomer], mentors, pairing.settings);
  const [best] = seatChoices(pairing, judge, newcomer.id);
  const mentor = mentors.find(({ id }) => id === best?.mentorId);
  const judged = mentor && judge(newcomer.id, mentor.id);
  const [seat] = mentor ? freeSeatsOf(mentor, pairing) : [];
  if (!mentor || !judged || seat === undefined) return { newcomerId: newcomer.id, because: nobodyElseFits };
  return { newcomerId: newcomer.id, mentorId: mentor.id, seat, fit: judged.fit, reasons: judged.reasons };
}
