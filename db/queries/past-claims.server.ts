import { and, eq, sql } from "drizzle-orm";
import type { ClaimEnding } from "../../app/domain/claims/endings";
import type { Transaction } from "../client.server";
import { claimEndings, claims } from "../schema/claims";
import { tasks } from "../schema/tasks";

export type PastClaim = {
  communityId: number;
  taskId: number;
  personId: number;
  note: string;
  /** Before the database's now. */
  claimedHoursAgo: number;
  /** How long the community's clock gave it. */
  hours: number;
  ending?: { reason: ClaimEnding; note: string; hoursAgo: number };
};

/**
 * Writes down a claim that was made earlier, ended or not, in the person's first slot: what the example tells of the days
 * before. People's own claims begin now, through `claimTask`.
 */
export async function addPastClaim(tx: Transaction, claim: PastClaim): Promise<void> {
  const { communityId, taskId, personId, note, claimedHoursAgo, hours, ending } = claim;
  const ago = (hoursAgo: number) => sql`app_now() - ${hoursAgo} * interval '1 hour'`;
  const endedAt = ending ? ago(ending.hoursAgo) : null;
  const [made] = await tx
    .insert(claims)
    .values({
      communityId,
      taskId,
      personId,
      slot: 1,
      note,
      claimedAt: ago(claimedHoursAgo),
      expiresAt: ago(claimedHoursAgo - hours),
      endedAt,
    })
    .returning({ id: claims.id });
  if (!made || !ending || !endedAt) return;
  const { reason } = ending;
  await tx
    .insert(claimEndings)
    .values({ communityId, claimId: made.id, reason, note: ending.note, endedBy: personId, endedAt });
  if (reason !== "finished") return;
  await tx
    .update(tasks)
    .set({ finishedAt: endedAt, rev: sql`${tasks.rev} + 1` })
    .where(and(eq(tasks.communityId, communityId), eq(tasks.id, taskId)));
}
