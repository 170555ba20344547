import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { PlanStepChange } from "../../app/domain/plans/step-change";
import type { PlanDeed } from "../../app/domain/sprint/words";
import type { Queryable, Transaction } from "../client.server";
import { people } from "../schema/people";
import { planSteps } from "../schema/plan-steps";

type SprintKey = { communityId: number; sprintId: number };

/** A step of a draft that has not been taken back. `by`: who did it; null: the app. */
export type PlanStep = { id: number; rev: number; deed: PlanDeed; change: PlanStepChange; by: string | null };

/** Keeps what was done to a draft, under the revision it led to. */
export async function addPlanStep(
  tx: Transaction,
  { communityId, sprintId }: SprintKey,
  step: { rev: number; deed: PlanDeed; change: PlanStepChange; madeBy: number | null },
): Promise<void> {
  await tx.insert(planSteps).values({ communityId, sprintId, ...step });
}

/**
 * Of the steps of a sprint's draft that have not been taken back the newest, and the newest run, the newest first; none of what
 * led to a plan that is published. Further ones are not read: a run over a crowd keeps where everybody was.
 */
export async function listNewestSteps(db: Queryable, { communityId, sprintId }: SprintKey): Promise<PlanStep[]> {
  const newest = (which: SQL) => sql`(select max(s.rev) from plan_steps s where s.community_id = ${communityId}
    and s.sprint_id = ${sprintId} and s.undone_at is null ${which} and s.rev > (
      select coalesce(max(p.rev), 0) from plans p where p.community_id = ${communityId}
        and p.sprint_id = ${sprintId} and p.published_at is not null))`;
  return db
    .select({
      id: planSteps.id,
      rev: planSteps.rev,
      deed: planSteps.deed,
      change: planSteps.change,
      by: people.name,
    })
    .from(planSteps)
    .leftJoin(people, eq(people.id, planSteps.madeBy))
    .where(
      and(
        eq(planSteps.communityId, communityId),
        eq(planSteps.sprintId, sprintId),
        sql`${planSteps.rev} in (${newest(sql``)}, ${newest(sql`and s.deed = 'run'`)})`,
      ),
    )
    .orderBy(desc(planSteps.rev));
}

/** Marks a step as taken back; false when it was already. */
export async function markStepUndone(tx: Transaction, key: { communityId: number; id: number }): Promise<boolean> {
  const marked = await tx
    .update(planSteps)
    .set({ undoneAt: sql`app_now()` })
    .where(and(eq(planSteps.communityId, key.communityId), eq(planSteps.id, key.id), isNull(planSteps.undoneAt)))
    .returning({ id: planSteps.id });
  return marked.length === 1;
}
