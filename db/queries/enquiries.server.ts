import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { canAnswer, canAsk, type Enquiry } from "../../app/domain/people/enquiries";
import type { Verdict } from "../../app/domain/verdict";
import type { Queryable, Transaction } from "../client.server";
import { people } from "../schema/people";
import { registrationEnquiries as enquiries } from "../schema/registration-enquiries";
import type { Registration } from "./registrations.server";
import type { Sprint } from "./sprints.server";

/* What organizers ask of those whose registrations they read, before they answer. Whoever writes holds the sprint (`holdSprint`). */

const ofRegistration = (communityId: number, registrationId: number) =>
  and(eq(enquiries.communityId, communityId), eq(enquiries.registrationId, registrationId));

/** What somebody was asked about their registration, and what they said to it: oldest first. For them and the organizers alone. */
export async function listEnquiries(
  db: Queryable,
  communityId: number,
  registrationId: number,
): Promise<(Enquiry & { askedBy: number | null })[]> {
  const found = await db
    .select({
      id: enquiries.id,
      words: enquiries.words,
      askedBy: enquiries.askedBy,
      by: people.name,
      at: enquiries.askedAt,
      ofRev: enquiries.ofRev,
      answer: enquiries.answer,
      answeredAt: enquiries.answeredAt,
    })
    .from(enquiries)
    .leftJoin(people, eq(people.id, enquiries.askedBy))
    .where(ofRegistration(communityId, registrationId))
    .orderBy(asc(enquiries.id));
  return found.map(({ answer, answeredAt, ...asked }) => ({
    ...asked,
    answer: answer === null || answeredAt === null ? null : { words: answer, at: answeredAt },
  }));
}

/** Of these registrations those that were asked something, each with whether the newest of it is answered. */
export async function listAsked(
  db: Queryable,
  communityId: number,
  registrationIds: readonly number[],
): Promise<Map<number, { answered: boolean }>> {
  const rows = await db
    .selectDistinctOn([enquiries.registrationId], {
      id: enquiries.registrationId,
      answered: sql<boolean>`${enquiries.answeredAt} is not null`,
    })
    .from(enquiries)
    .where(and(eq(enquiries.communityId, communityId), inArray(enquiries.registrationId, [...registrationIds])))
    .orderBy(asc(enquiries.registrationId), sql`${enquiries.id} desc`);
  return new Map(rows.map(({ id, answered }) => [id, { answered }]));
}

type Held = Pick<Sprint, "id" | "name" | "startsOn" | "endsOn" | "timeZone" | "openedAt"> & { now: Date };

/** Asks somebody at a sprint that is held. Refused (409) as `canAsk` says. */
export async function askRegistrant(
  tx: Transaction,
  communityId: number,
  sprint: Held,
  registration: Pick<Registration, "id" | "name" | "waitingFor" | "rev">,
  { words, by }: { words: string; by: number },
): Promise<Verdict> {
  const before = await listEnquiries(tx, communityId, registration.id);
  const verdict = canAsk(sprint, sprint.now, registration, before);
  if (!verdict.ok) return verdict;
  await tx.insert(enquiries).values({
    communityId,
    sprintId: sprint.id,
    registrationId: registration.id,
    words,
    askedBy: by,
    ofRev: registration.rev,
  });
  return verdict;
}

/**
 * Stores what somebody answers to something they were asked about their own registration, at a sprint that is held. Null: they were
 * not asked this. Refused (409) as `canAnswer` says. `tells`: the organizer who asked, when this is the answer.
 */
export async function answerEnquiry(
  tx: Transaction,
  communityId: number,
  sprint: Held,
  own: Pick<Registration, "id" | "waitingFor">,
  { id, words }: { id: number; words: string },
): Promise<{ verdict: Verdict; tells: number | null } | null> {
  const asked = await listEnquiries(tx, communityId, own.id);
  const enquiry = asked.find((one) => one.id === id);
  if (!enquiry) return null;
  const verdict = canAnswer(sprint, sprint.now, own.waitingFor, { asked, enquiry, words });
  if (!verdict.ok || enquiry.answer !== null) return { verdict, tells: null };
  await tx
    .update(enquiries)
    .set({ answer: words, answeredAt: sql`app_now()` })
    .where(and(ofRegistration(communityId, own.id), eq(enquiries.id, id), isNull(enquiries.answeredAt)));
  return { verdict, tells: enquiry.askedBy };
}
