import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "../client.server";
import { championEndings, champions } from "../schema/champions";

/** Whoever leaves a community carries none of its themes any more, and no offer of one is open for them. */
export async function leaveThemes(tx: Transaction, communityId: number, personId: number): Promise<void> {
  const theirs = and(
    eq(champions.communityId, communityId),
    eq(champions.personId, personId),
    isNull(champions.endedAt),
  );
  await closeChampions(tx, theirs, { reason: "left", note: "", endedBy: personId });
  await tx.execute(sql`
    with closed as (
      update champion_offers set answered_at = app_now()
      where community_id = ${communityId} and person_id = ${personId} and answered_at is null
      returning id, offered_by, answered_at
    )
    insert into champion_answers (community_id, offer_id, answer, answered_by, answered_at)
    select ${communityId}, id, case when offered_by = ${personId} then 'withdrawn' else 'declined' end, ${personId}, answered_at
    from closed`);
}

type Ending = Pick<typeof championEndings.$inferInsert, "reason" | "note" | "endedBy">;

/** Ends the championships that `which` names, each with its record. */
export async function closeChampions(tx: Transaction, which: SQL | undefined, ending: Ending): Promise<void> {
  const closed = await tx
    .update(champions)
    .set({ endedAt: sql`app_now()` })
    .where(which)
    .returning({
      communityId: champions.communityId,
      championId: champions.id,
      endedAt: sql<string>`${champions.endedAt}::text`,
    });
  if (closed.length === 0) return;
  await tx
    .insert(championEndings)
    .values(closed.map(({ endedAt, ...key }) => ({ ...key, ...ending, endedAt: sql`${endedAt}::timestamptz` })));
}
