import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "../client.server";
import { plannedPairs, plannedWaits, plans } from "../schema/plans";
import type { PlannedPair, PlannedWait, PlanText } from "./plans.server";

type SprintKey = { communityId: number; sprintId: number };
type PlanKey = SprintKey & { id: number };

/** Stores a draft in place of the sprint's older one. `madeBy`: who pressed the button; null: the app, after somebody declined. */
export async function storeDraft(
  tx: Transaction,
  { communityId, sprintId }: SprintKey,
  madeBy: number | null,
  text: PlanText,
): Promise<{ id: number; rev: number }> {
  const [last] = await tx
    .select({ rev: sql<number>`coalesce(max(${plans.rev}), 0)::int` })
    .from(plans)
    .where(and(eq(plans.communityId, communityId), eq(plans.sprintId, sprintId)));
  await tx
    .delete(plans)
    .where(and(eq(plans.communityId, communityId), eq(plans.sprintId, sprintId), isNull(plans.publishedAt)));
  const [made] = await tx
    .insert(plans)
    .values({ communityId, sprintId, madeBy, rev: (last?.rev ?? 0) + 1 })
    .returning({ id: plans.id, rev: plans.rev });
  if (!made) throw new Error("the plan was not stored");
  await putInDraft(tx, { communityId, sprintId, id: made.id }, text);
  return made;
}

/** Puts people into a draft that has them nowhere; by the engine, unless it is said otherwise. */
export async function putInDraft(
  tx: Transaction,
  { communityId, sprintId, id }: PlanKey,
  { pairs, waits }: { pairs: readonly (PlanText["pairs"][number] & { byHand?: boolean })[]; waits: PlanText["waits"] },
): Promise<void> {
  // However many there are, one value and one statement for all of a kind: a statement takes 65,535 values.
  if (pairs.length > 0) {
    await tx.execute(sql`
      insert into planned_pairs (community_id, sprint_id, plan_id, newcomer_id, mentor_id, seat, fit, reasons, by_hand)
      select ${communityId}, ${sprintId}, ${id}, p."newcomerId", p."mentorId", p.seat, p.fit, p.reasons, coalesce(p."byHand", false)
      from json_to_recordset(${JSON.stringify(pairs)}::json)
        as p("newcomerId" bigint, "mentorId" bigint, seat smallint, fit smallint, reasons jsonb, "byHand" boolean)`);
  }
  if (waits.length > 0) {
    await tx.execute(sql`
      insert into planned_waits (community_id, sprint_id, plan_id, newcomer_id, because)
      select ${communityId}, ${sprintId}, ${id}, w."newcomerId", w.because
      from json_to_recordset(${JSON.stringify(waits)}::json) as w("newcomerId" bigint, because text)`);
  }
}

/**
 * Takes the next revision of a draft that still is at `rev` (left out: whatever it is at); false when somebody was faster, or
 * published it. The first write of every
 * change: what follows it on the audit trail, up to the next revision, belongs to it.
 */
export async function advanceDraft(
  tx: Transaction,
  key: { communityId: number; id: number; rev?: number },
): Promise<boolean> {
  const advanced = await tx
    .update(plans)
    .set({ rev: sql`${plans.rev} + 1` })
    .where(
      and(
        eq(plans.communityId, key.communityId),
        eq(plans.id, key.id),
        key.rev === undefined ? undefined : eq(plans.rev, key.rev),
        isNull(plans.publishedAt),
      ),
    )
    .returning({ id: plans.id });
  return advanced.length === 1;
}

/** Gives somebody a seat in a draft, in place of wherever it had them; by hand, unless it is said otherwise. */
export async function placeInDraft(
  tx: Transaction,
  plan: PlanKey,
  pair: Pick<PlannedPair, "newcomerId" | "mentorId" | "seat" | "fit" | "reasons"> & { byHand?: boolean },
): Promise<void> {
  await takeOutOfDraft(tx, plan, [pair.newcomerId]);
  const { communityId, sprintId, id: planId } = plan;
  await tx.insert(plannedPairs).values({ communityId, sprintId, planId, byHand: true, ...pair });
}

/** Lets somebody wait in a draft, in place of wherever it had them. */
export async function letWaitInDraft(
  tx: Transaction,
  plan: PlanKey,
  wait: Pick<PlannedWait, "newcomerId" | "because">,
): Promise<void> {
  await takeOutOfDraft(tx, plan, [wait.newcomerId]);
  const { communityId, sprintId, id: planId } = plan;
  await tx.insert(plannedWaits).values({ communityId, sprintId, planId, ...wait });
}

/** Takes people out of a draft: neither on a seat nor waiting. */
export async function takeOutOfDraft(
  tx: Transaction,
  { communityId, id }: PlanKey,
  newcomerIds: readonly number[],
): Promise<void> {
  if (newcomerIds.length === 0) return;
  const theirs = sql`community_id = ${communityId} and plan_id = ${id} and newcomer_id in (
    select value::bigint from json_array_elements_text(${JSON.stringify(newcomerIds)}::json))`;
  await tx.execute(sql`delete from planned_pairs where ${theirs}`);
  await tx.execute(sql`delete from planned_waits where ${theirs}`);
}

/** Marks a draft that still is at `rev` as published, by whom; false when somebody was faster. */
export async function markPublished(
  tx: Transaction,
  key: { communityId: number; id: number; rev: number; publishedBy: number | null },
): Promise<boolean> {
  const marked = await tx
    .update(plans)
    .set({ publishedAt: sql`app_now()`, publishedBy: key.publishedBy, rev: sql`${plans.rev} + 1` })
    .where(
      and(
        eq(plans.communityId, key.communityId),
        eq(plans.id, key.id),
        eq(plans.rev, key.rev),
        isNull(plans.publishedAt),
      ),
    )
    .returning({ id: plans.id });
  return marked.length === 1;
}
