import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "../client.server";
import { people } from "../schema/people";
import { registrations } from "../schema/registrations";
import { ofSprint, type Registration, whole } from "./registrations.server";
import { holdsNow } from "./task-facts.server";

/**
 * Somebody who has a place at a sprint, with what pairing looks at besides their registration. `wishes` and `workedWith` are
 * registrations of this sprint; `namedTasks` counts the unfinished tasks a mentor is named on outside a pair.
 */
export type Partner = Registration & { wishes: number[]; workedWith: number[]; namedTasks: number; paused: boolean };

const wishes = sql<number[]>`(
  select coalesce(json_agg(w.other_id order by w.other_id), '[]') from wished_people w
  where w.community_id = ${registrations.communityId} and w.registration_id = ${registrations.id})`;

/**
 * With whom newcomers of a sprint have been in a pair at another sprint of the community that did not end for want of a fit, one row
 * a newcomer. It is found for all of them at once, from the pairs of the other sprints on: newcomer by newcomer, ten thousand of
 * them were each compared with every pair there is.
 */
const workedTogether = (communityId: number, sprintId: number) => sql`(
  with together as (
    select n.person_id as one_id, m.person_id as other_id
    from pairs p
    join registrations n on n.community_id = p.community_id and n.id = p.newcomer_id
    join registrations m on m.community_id = p.community_id and m.id = p.mentor_id
    left join pair_endings e on e.community_id = p.community_id and e.pair_id = p.id
    where p.community_id = ${communityId} and p.sprint_id <> ${sprintId} and p.active_at is not null
      and e.reason is distinct from 'not_a_fit'
  ), here as (
    select id, person_id, role from registrations
    where community_id = ${communityId} and sprint_id = ${sprintId} and withdrawn_at is null
  )
  select one.id, json_agg(distinct other.id) as ids
  from (select one_id, other_id from together union select other_id, one_id from together) both_ways
  join here one on one.person_id = both_ways.one_id and one.role = 'newcomer'
  join here other on other.person_id = both_ways.other_id
  group by one.id)`;

const workedWith = sql<number[]>`coalesce(worked_together.ids, '[]')`;

const namedTasks = sql<number>`case when ${registrations.role} = 'mentor' then (
  select count(*)::int from tasks join themes on themes.community_id = tasks.community_id and themes.id = tasks.theme_id
  where tasks.community_id = ${registrations.communityId} and tasks.mentor_id = ${registrations.personId}
    and tasks.finished_at is null and tasks.deleted_at is null and themes.deleted_at is null
    and not exists (
      select from claims
      join registrations n on n.community_id = claims.community_id and n.sprint_id = ${registrations.sprintId}
        and n.person_id = claims.person_id
      join pairs on pairs.community_id = n.community_id and pairs.newcomer_id = n.id and pairs.ended_at is null
        and pairs.mentor_id = ${registrations.id}
      where claims.community_id = tasks.community_id and claims.task_id = tasks.id and ${holdsNow})) else 0 end`;

const select = (
  db: Queryable,
  { communityId, sprintId }: { communityId: number; sprintId: number },
  where?: SQL,
): Promise<Partner[]> =>
  db
    .select({ ...whole, wishes, workedWith, namedTasks, paused: sql<boolean>`${registrations.pausedAt} is not null` })
    .from(registrations)
    .innerJoin(people, eq(people.id, registrations.personId))
    .leftJoin(
      sql`${workedTogether(communityId, sprintId)} worked_together`,
      sql`worked_together.id = ${registrations.id}`,
    )
    .where(and(ofSprint(communityId, sprintId), where, isNull(registrations.waitingSince)))
    .orderBy(asc(registrations.id));

/** Everybody who has a place at a sprint, by registration. */
export const listPartners = (db: Queryable, communityId: number, sprintId: number): Promise<Partner[]> =>
  select(db, { communityId, sprintId });

/** Those of these registrations that have a place at a sprint. */
export const findPartners = (
  db: Queryable,
  communityId: number,
  sprintId: number,
  ids: readonly number[],
): Promise<Partner[]> => select(db, { communityId, sprintId }, inArray(registrations.id, [...ids]));
