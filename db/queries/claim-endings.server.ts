import { and, eq, inArray, sql } from "drizzle-orm";
import type { ClaimEnding } from "../../app/domain/claims/endings";
import type { Transaction } from "../client.server";
import { claimEndings, claims } from "../schema/claims";
import { holdsNow } from "./task-facts.server";

/** Writes the endings of claims whose clock has run out: on this task, and of this person. */
export async function endExpired(tx: Transaction, about: { communityId: number; taskId: number; personId: number }) {
  await tx.execute(sql`
    with over as (
      select community_id, id from claims
      where community_id = ${about.communityId} and ended_at is null and expires_at <= app_now()
        and (task_id = ${about.taskId} or person_id = ${about.personId})
      order by id for update
    ), closed as (
      update claims c set ended_at = c.expires_at from over
      where c.community_id = over.community_id and c.id = over.id and c.ended_at is null
      returning c.community_id, c.id, c.ended_at
    )
    insert into claim_endings (community_id, claim_id, reason, ended_at)
    select community_id, id, 'expired', ended_at from closed`);
}

/**
 * Ends a claim, if it still holds its task; false when it had ended (or run out) already. The ending keeps why, by whom
 * and the hand-over note.
 */
export async function endClaim(
  tx: Transaction,
  claim: { communityId: number; id: number },
  ending: { reason: ClaimEnding; note: string; endedBy: number },
): Promise<boolean> {
  const [closed] = await tx
    .update(claims)
    .set({ endedAt: sql`app_now()` })
    .where(and(eq(claims.communityId, claim.communityId), eq(claims.id, claim.id), holdsNow))
    .returning({ endedAt: sql<string>`${claims.endedAt}::text` });
  if (!closed) return false;
  await tx.insert(claimEndings).values({
    communityId: claim.communityId,
    claimId: claim.id,
    endedAt: sql`${closed.endedAt}::timestamptz`,
    ...ending,
  });
  return true;
}

/** A claim goes on with another task: the same person, the same clock. */
export async function moveClaim(tx: Transaction, claim: { communityId: number; id: number }, taskId: number) {
  await tx
    .update(claims)
    .set({ taskId })
    .where(and(eq(claims.communityId, claim.communityId), eq(claims.id, claim.id)));
}

/** Ends whatever claims hold these tasks now, because the tasks turned out to be finished; `endedBy` null: nobody in particular. */
export async function endClaimsOfFinished(
  tx: Transaction,
  communityId: number,
  taskIds: readonly number[],
  endedBy: number | null,
): Promise<void> {
  if (taskIds.length === 0) return;
  const closed = await tx
    .update(claims)
    .set({ endedAt: sql`app_now()` })
    .where(and(eq(claims.communityId, communityId), inArray(claims.taskId, [...taskIds]), holdsNow))
    .returning({ claimId: claims.id, endedAt: sql<string>`${claims.endedAt}::text` });
  if (closed.length === 0) return;
  await tx.insert(claimEndings).values(
    closed.map(({ claimId, endedAt }) => ({
      communityId,
      claimId,
      endedAt: sql`${endedAt}::timestamptz`,
      reason: "finished" as const,
      endedBy,
    })),
  );
}
