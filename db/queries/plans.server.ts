import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable, Transaction } from "../client.server";
import { people } from "../schema/people";
import { plannedPairs, plannedWaits, plans } from "../schema/plans";
import { registrations } from "../schema/registrations";
import { type Around, isAround } from "./around.server";

/*
 * Plans as they are stored. Whoever writes one holds the sprint's row (`holdSprint`), so that nobody registers, withdraws or
 * plans meanwhile; the unique index `plans_one_draft` has the last word.
 */

/** A pair of a plan. Ids and names are those of registrations; `fit` is 0 to 100. */
export type PlannedPair = {
  newcomerId: number;
  newcomer: string;
  mentorId: number;
  mentor: string;
  seat: number;
  fit: number;
  reasons: string[];
  /** Placed by a person rather than by the engine. */
  byHand: boolean;
};

/** Somebody a plan leaves waiting, and the rule in the way. */
export type PlannedWait = { newcomerId: number; newcomer: string; because: string };

/** A plan, whole. `rev` grows with each change and from each plan of a sprint to its next. `publishedAt` null: a draft. */
export type Plan = {
  id: number;
  rev: number;
  madeBy: string | null;
  madeAt: Date;
  publishedAt: Date | null;
  publishedBy: string | null;
  pairs: PlannedPair[];
  waits: PlannedWait[];
};

/** What a new plan holds. */
export type PlanText = {
  pairs: Pick<PlannedPair, "newcomerId" | "mentorId" | "seat" | "fit" | "reasons">[];
  waits: Pick<PlannedWait, "newcomerId" | "because">[];
};

type SprintKey = { communityId: number; sprintId: number };
type PlanKey = SprintKey & { id: number };

/** The draft of a sprint, or null; with `around` no more of it than concerns these people. */
export const findDraft = (
  db: Queryable,
  communityId: number,
  sprintId: number,
  around?: Around,
): Promise<Plan | null> => findWhole(db, { communityId, sprintId }, isNull(plans.publishedAt), around);

/** The plan of a sprint that was published last, or null. */
export const findPublished = (db: Queryable, communityId: number, sprintId: number): Promise<Plan | null> =>
  findWhole(db, { communityId, sprintId }, isNotNull(plans.publishedAt));

/** The revision of the newest plan of a sprint, draft or published, and who changed it last; 0 where there is none. */
export async function findPlanRev(
  db: Queryable,
  communityId: number,
  sprintId: number,
): Promise<{ rev: number; by: string | null }> {
  const [found] = await db
    .select({
      rev: plans.rev,
      by: sql<string | null>`(select p.name from audit_rows a join people p on p.id = a.actor_id
        where a.community_id = ${communityId} and a.object = 'plans' and a.object_key = plans.id::text
          and a.outcome = 'ok' order by a.id desc limit 1)`,
    })
    .from(plans)
    .where(and(eq(plans.communityId, communityId), eq(plans.sprintId, sprintId)))
    .orderBy(desc(plans.rev))
    .limit(1);
  return found ?? { rev: 0, by: null };
}

const publishers = alias(people, "publishers");

async function findWhole(
  db: Queryable,
  { communityId, sprintId }: SprintKey,
  which: SQL,
  around?: Around,
): Promise<Plan | null> {
  const [plan] = await db
    .select({
      id: plans.id,
      rev: plans.rev,
      madeBy: people.name,
      madeAt: plans.madeAt,
      publishedAt: plans.publishedAt,
      publishedBy: publishers.name,
    })
    .from(plans)
    .leftJoin(people, eq(people.id, plans.madeBy))
    .leftJoin(publishers, eq(publishers.id, plans.publishedBy))
    .where(and(eq(plans.communityId, communityId), eq(plans.sprintId, sprintId), which))
    .orderBy(desc(plans.rev))
    .limit(1);
  if (!plan) return null;
  const [pairs, waits] = await Promise.all([
    listPlannedPairs(db, communityId, plan.id, around),
    listPlannedWaits(db, communityId, plan.id, around),
  ]);
  return { ...plan, pairs, waits };
}

const newcomers = alias(registrations, "newcomers");
const mentors = alias(registrations, "mentors");
const newcomerPeople = alias(people, "newcomer_people");
const mentorPeople = alias(people, "mentor_people");

const listPlannedPairs = (
  db: Queryable,
  communityId: number,
  planId: number,
  around?: Around,
): Promise<PlannedPair[]> =>
  db
    .select({
      newcomerId: plannedPairs.newcomerId,
      newcomer: newcomerPeople.name,
      mentorId: plannedPairs.mentorId,
      mentor: mentorPeople.name,
      seat: plannedPairs.seat,
      fit: plannedPairs.fit,
      reasons: plannedPairs.reasons,
      byHand: plannedPairs.byHand,
    })
    .from(plannedPairs)
    .innerJoin(
      newcomers,
      and(eq(newcomers.communityId, plannedPairs.communityId), eq(newcomers.id, plannedPairs.newcomerId)),
    )
    .innerJoin(newcomerPeople, eq(newcomerPeople.id, newcomers.personId))
    .innerJoin(mentors, and(eq(mentors.communityId, plannedPairs.communityId), eq(mentors.id, plannedPairs.mentorId)))
    .innerJoin(mentorPeople, eq(mentorPeople.id, mentors.personId))
    .where(
      and(eq(plannedPairs.communityId, communityId), eq(plannedPairs.planId, planId), isAround(plannedPairs, around)),
    )
    .orderBy(asc(plannedPairs.mentorId), asc(plannedPairs.seat));

const listPlannedWaits = (
  db: Queryable,
  communityId: number,
  planId: number,
  around?: Around,
): Promise<PlannedWait[]> =>
  db
    .select({ newcomerId: plannedWaits.newcomerId, newcomer: people.name, because: plannedWaits.because })
    .from(plannedWaits)
    .innerJoin(
      registrations,
      and(eq(registrations.communityId, plannedWaits.communityId), eq(registrations.id, plannedWaits.newcomerId)),
    )
    .innerJoin(people, eq(people.id, registrations.personId))
    .where(
      and(
        eq(plannedWaits.communityId, communityId),
        eq(plannedWaits.planId, planId),
        around && inArray(plannedWaits.newcomerId, [...around.newcomerIds]),
      ),
    )
    .orderBy(asc(people.name), asc(plannedWaits.newcomerId));

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
