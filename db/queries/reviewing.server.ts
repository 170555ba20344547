import { takesPlace } from "../../app/domain/people/registration";
import { canReview, type ReviewDecision } from "../../app/domain/people/waiting";
import type { Verdict } from "../../app/domain/verdict";
import type { Transaction } from "../client.server";
import { registrationReviews } from "../schema/registration-reviews";
import { freePlaces, givePlace, type Held, joinLine, moveLineOn, type PlaceNews } from "./place-offers.server";
import { withdraw } from "./registering.server";
import type { Registration } from "./registrations.server";

/** What an organizer says to a registration they have read, and the words they send with it. */
export type Review = { decision: ReviewDecision; words: string; by: number };

/**
 * Stores what an organizer says to a registration at a sprint that is held, and gives it what follows: a place (while none is
 * free, one in the line), a place in the line, or none. Refused (409) as `canReview` says. `accepted` says whether they
 * have a place now; the line moves on in any case.
 */
export async function reviewRegistration(
  tx: Transaction,
  communityId: number,
  sprint: Held & { name: string; now: Date },
  registration: Pick<Registration, "id" | "personId" | "name" | "attendance" | "waitingFor">,
  { decision, words, by }: Review,
): Promise<{ verdict: Verdict; hasPlace: boolean; news: PlaceNews }> {
  const verdict = canReview(sprint, sprint.now, registration);
  if (!verdict.ok) return { verdict, hasPlace: false, news: { placed: [], offered: [] } };
  await tx.insert(registrationReviews).values({
    communityId,
    sprintId: sprint.id,
    registrationId: registration.id,
    decision,
    words,
    decidedBy: by,
  });
  if (decision === "declined") {
    const left = await withdraw(tx, communityId, sprint, registration.personId, by);
    return { verdict, hasPlace: false, news: left?.news ?? { placed: [], offered: [] } };
  }
  const takes = takesPlace(sprint, registration.attendance);
  const hasPlace = decision === "accepted" && (!takes || (await freePlaces(tx, communityId, sprint)) > 0);
  if (hasPlace) await givePlace(tx, communityId, registration.id);
  else await joinLine(tx, communityId, sprint.id, registration.id);
  return { verdict, hasPlace, news: await moveLineOn(tx, communityId, sprint) };
}
