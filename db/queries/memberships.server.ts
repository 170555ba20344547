import { and, eq, isNull, sql } from "drizzle-orm";
import type { CommunityRole } from "../../app/domain/people/roles";
import type { Queryable, Transaction } from "../client.server";
import { communities } from "../schema/communities";
import { memberships } from "../schema/memberships";
import { leaveThemes } from "./champion-endings.server";

/** Makes the person a member, or a member again; an organizer stays one. Joining twice changes nothing. */
export async function join(tx: Transaction, communityId: number, personId: number): Promise<void> {
  await tx
    .insert(memberships)
    .values({ communityId, personId })
    .onConflictDoUpdate({
      target: [memberships.communityId, memberships.personId],
      set: { leftAt: null, role: "member", joinedAt: sql`app_now()` },
      setWhere: sql`${memberships.leftAt} is not null`,
    });
}

/** The person's part in the community now, or null. */
export async function findRole(db: Queryable, communityId: number, personId: number): Promise<CommunityRole | null> {
  const [found] = await db
    .select({ role: memberships.role })
    .from(memberships)
    .where(
      and(eq(memberships.communityId, communityId), eq(memberships.personId, personId), isNull(memberships.leftAt)),
    );
  return found?.role ?? null;
}

/**
 * The organizers, counted under a lock on the community, so that two organizers who leave at the same moment are
 * counted one after the other and the last one stays.
 */
export async function countOrganizersForLeaving(tx: Transaction, communityId: number): Promise<number> {
  await tx.select({ id: communities.id }).from(communities).where(eq(communities.id, communityId)).for("update");
  const organizers = await tx
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(
      and(eq(memberships.communityId, communityId), eq(memberships.role, "organizer"), isNull(memberships.leftAt)),
    );
  return organizers.length;
}

/** Ends a membership, and the themes the person carries are free. What they did stays on record under their name. */
export async function leave(tx: Transaction, communityId: number, personId: number): Promise<void> {
  await tx
    .update(memberships)
    .set({ leftAt: sql`app_now()`, role: "member" })
    .where(and(eq(memberships.communityId, communityId), eq(memberships.personId, personId)));
  await leaveThemes(tx, communityId, personId);
}
