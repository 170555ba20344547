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
 * With whom a newcomer has been in a pair at another sprint of the community that did not end for want of a fit. It goes from the
 * person's own earlier sprints outwards, whatever the planner knows of the tables: the other way round everybody would be
 * compared with everybody. `offset 0` is what holds that order.
 */
const workedWith = sql<number[]>`case when ${registrations.role} = 'newcomer' then (
  select coalesce(json_agg(distinct here.id), '[]') from (
    select case when pairs.newcomer_id = earlier.id then pairs.mentor_id else pairs.newcomer_id end as partner_id
    from registrations earlier
    join pairs on pairs.community_id = earlier.community_id and earlier.id in (pairs.newcomer_id, pairs.mentor_id)
    left join pair_endings e on e.community_id = pairs.community_id and e.pair_id = pairs.id
    where earlier.community_id = ${registrations.communityId} and earlier.person_id = ${registrations.personId}
      and earlier.sprint_id <> ${registrations.sprintId}
      and pairs.active_at is not null and e.reason is distinct from 'not_a_fit'
    offset 0
  ) together cross join lateral (
    select here.id from registrations partner
    join registrations here on here.community_id = partner.community_id and here.person_id = partner.person_id
    where partner.community_id = ${registrations.communityId} and partner.id = together.partner_id
      and here.sprint_id = ${registrations.sprintId} and here.withdrawn_at is null
    offset 0
  ) here) else '[]' end`;

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

const select = (db: Queryable, where: SQL | undefined): Promise<Partner[]> =>
  db
    .select({ ...whole, wishes, workedWith, namedTasks, paused: sql<boolean>`${registrations.pausedAt} is not null` })
    .from(registrations)
    .innerJoin(people, eq(people.id, registrations.personId))
    .where(and(where, isNull(registrations.waitingSince)))
    .orderBy(asc(registrations.id));

/** Everybody who has a place at a sprint, by registration. */
export const listPartners = (db: Queryable, communityId: number, sprintId: number): Promise<Partner[]> =>
  select(db, ofSprint(communityId, sprintId));

/** Those of these registrations that have a place at a sprint. */
export const findPartners = (
  db: Queryable,
  communityId: number,
  sprintId: number,
  ids: readonly number[],
): Promise<Partner[]> => select(db, and(ofSprint(communityId, sprintId), inArray(registrations.id, [...ids])));
