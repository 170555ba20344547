import { and, eq, inArray, sql } from "drizzle-orm";
import type { CheckInMood, PairEnding } from "../../app/domain/sprint/words";
import type { Transaction } from "../client.server";
import { checkIns } from "../schema/check-ins";
import { pairEndings, pairs } from "../schema/pairs";
import { plans } from "../schema/plans";
import { registrations } from "../schema/registrations";
import { sprints } from "../schema/sprints";

/*
 * What happened at a sprint before the database's now: what the example tells of the days before. What people do themselves
 * happens now, through the queries of its own name. Every `hoursAgo` counts back from now.
 */

const ago = (hoursAgo: number) => sql`app_now() - ${hoursAgo} * interval '1 hour'`;

/** Opens registration, planned a day earlier still, at a time that has passed. */
export async function openPastRegistration(
  tx: Transaction,
  { communityId, sprintId, hoursAgo }: { communityId: number; sprintId: number; hoursAgo: number },
): Promise<void> {
  await tx
    .update(sprints)
    .set({ openedAt: ago(hoursAgo), createdAt: ago(hoursAgo + 24), rev: sql`${sprints.rev} + 1` })
    .where(and(eq(sprints.communityId, communityId), eq(sprints.id, sprintId)));
}

/** Lets a registration have been made earlier. */
export async function dateRegistrationBack(
  tx: Transaction,
  { communityId, id, hoursAgo }: { communityId: number; id: number; hoursAgo: number },
): Promise<void> {
  await tx
    .update(registrations)
    .set({ createdAt: ago(hoursAgo) })
    .where(and(eq(registrations.communityId, communityId), eq(registrations.id, id)));
}

/** Lets the plan that was published last, and these pairs of it, have been made an hour before `hoursAgo` and published then. */
export async function datePublicationBack(
  tx: Transaction,
  at: { communityId: number; sprintId: number; pairIds: readonly number[]; hoursAgo: number },
): Promise<void> {
  const { communityId, sprintId, pairIds, hoursAgo } = at;
  const ofSprint = and(eq(plans.communityId, communityId), eq(plans.sprintId, sprintId));
  await tx
    .update(plans)
    .set({ madeAt: ago(hoursAgo + 1), publishedAt: ago(hoursAgo) })
    .where(and(ofSprint, sql`${plans.rev} = (select max(rev) from plans p where p.sprint_id = ${sprintId})`));
  await tx
    .update(pairs)
    .set({ proposedAt: ago(hoursAgo + 1), activeAt: ago(hoursAgo) })
    .where(and(eq(pairs.communityId, communityId), inArray(pairs.id, [...pairIds])));
}

/** A check-in that was written earlier; `nextInHours` rounds down to a full hour from now. To be added oldest first. */
export type PastCheckIn = {
  communityId: number;
  pairId: number;
  authorId: number;
  mood: CheckInMood;
  blocks: string;
  hoursAgo: number;
  nextInHours: number | null;
};

/** Writes down a check-in that was made earlier. */
export async function addPastCheckIn(tx: Transaction, { hoursAgo, nextInHours, ...said }: PastCheckIn): Promise<void> {
  const nextAt =
    nextInHours === null ? null : sql`date_trunc('hour', app_now() + ${nextInHours} * interval '1 hour', 'UTC')`;
  await tx.insert(checkIns).values({ ...said, nextAt, createdAt: ago(hoursAgo) });
}

/** Ends a pair at a time that has passed. */
export async function endPastPair(
  tx: Transaction,
  pair: { communityId: number; id: number },
  ending: { reason: PairEnding; note: string; endedBy: number; hoursAgo: number },
): Promise<void> {
  const { hoursAgo, ...said } = ending;
  await tx
    .update(pairs)
    .set({ endedAt: ago(hoursAgo) })
    .where(and(eq(pairs.communityId, pair.communityId), eq(pairs.id, pair.id)));
  await tx
    .insert(pairEndings)
    .values({ communityId: pair.communityId, pairId: pair.id, endedAt: ago(hoursAgo), ...said });
}
