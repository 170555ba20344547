import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "../client.server";
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
