import { type Placeholder, type SQL, sql } from "drizzle-orm";
import type { SprintRole } from "../../app/domain/people/roles";
import type { Queryable } from "../client.server";
import { holdsNow, isReady } from "./task-facts.server";

/**
 * Somebody registered at a sprint, with what they are given and what they wait for. `id` is their registration's; `waits`:
 * for a place. `pairs` counts those that go on; `namedTasks` the unfinished tasks they are named on outside a pair. `because`
 * is why the newest plan leaves them without a mentor, if it does.
 */
export type Standing = {
  id: number;
  name: string;
  role: SprintRole;
  waits: boolean;
  seats: number | null;
  mentorHours: number | null;
  pairs: number;
  namedTasks: number;
  because: string | null;
};

/**
 * What people at a sprint give and get, for a `with`: `open` pairs, how many each registration is `counted` in, and how many
 * unfinished tasks a person is `named` on outside a pair.
 */
export const spending = (communityId: number | Placeholder, sprintId: number | Placeholder | SQL) => sql`open as (
      select newcomer_id, mentor_id from pairs
      where community_id = ${communityId} and sprint_id = ${sprintId} and ended_at is null
    ), counted as (
      select id, count(*)::int as pairs from (
        select newcomer_id as id from open union all select mentor_id from open) sides group by id
    ), named as (
      select tasks.mentor_id as person_id, count(*)::int as tasks
      from tasks join themes on themes.community_id = tasks.community_id and themes.id = tasks.theme_id
      where tasks.community_id = ${communityId} and tasks.mentor_id is not null and tasks.finished_at is null
        and tasks.deleted_at is null and themes.deleted_at is null
        and not exists (
          select from claims
          join registrations n on n.community_id = claims.community_id and n.sprint_id = ${sprintId} and n.person_id = claims.person_id
          join open on open.newcomer_id = n.id
          join registrations m on m.community_id = n.community_id and m.id = open.mentor_id
          where claims.community_id = tasks.community_id and claims.task_id = tasks.id and ${holdsNow}
            and m.person_id = tasks.mentor_id)
      group by tasks.mentor_id)`;

/** Everybody registered at a sprint, by name. For its organizers. */
export async function listStandings(db: Queryable, communityId: number, sprintId: number): Promise<Standing[]> {
  const rows = await db.execute<Standing>(sql`
    with plan as (
      select id from plans where community_id = ${communityId} and sprint_id = ${sprintId}
      order by published_at is null desc, rev desc limit 1
    ), ${spending(communityId, sprintId)}
    select r.id::int as id, p.name, r.role, r.waiting_since is not null as waits, r.seats, r.mentor_hours as "mentorHours",
      coalesce(counted.pairs, 0) as pairs, coalesce(named.tasks, 0) as "namedTasks", w.because
    from registrations r
    join people p on p.id = r.person_id
    left join counted on counted.id = r.id
    left join named on named.person_id = r.person_id
    left join planned_waits w on w.community_id = r.community_id and w.newcomer_id = r.id and w.plan_id = (select id from plan)
    where r.community_id = ${communityId} and r.sprint_id = ${sprintId} and r.withdrawn_at is null
    order by p.name, r.id`);
  return [...rows];
}

/** A theme of the roadmap with its tasks that are ready and free, and the newcomers of a sprint who wish for it. */
export type WishedFor = { slug: string; title: string; ready: number; wishes: number; first: number };

/**
 * The themes people could work on at a sprint, those first that most newcomers wish for. `wishes` counts registered
 * newcomers, those who wait for a place too; `first` those whose first choice it is. At most `most` themes.
 */
export async function listWishedThemes(
  db: Queryable,
  communityId: number,
  sprintId: number,
  most: number,
): Promise<WishedFor[]> {
  const rows = await db.execute<WishedFor>(sql`
    select themes.slug, themes.title, coalesce(free.ready, 0) as ready, coalesce(wished.wishes, 0) as wishes,
      coalesce(wished.first, 0) as first
    from themes
    left join (
      select tasks.theme_id, count(*)::int as ready
      from tasks join themes on themes.community_id = tasks.community_id and themes.id = tasks.theme_id
      where tasks.community_id = ${communityId} and tasks.deleted_at is null and tasks.finished_at is null and ${isReady}
        and not exists (select from claims
          where claims.community_id = tasks.community_id and claims.task_id = tasks.id and ${holdsNow})
      group by tasks.theme_id
    ) free on free.theme_id = themes.id
    left join (
      select w.theme_id, count(*)::int as wishes, (count(*) filter (where w.rank = 1))::int as first
      from wished_themes w
      join registrations r on r.community_id = w.community_id and r.id = w.registration_id
      where w.community_id = ${communityId} and r.sprint_id = ${sprintId} and r.role = 'newcomer' and r.withdrawn_at is null
      group by w.theme_id
    ) wished on wished.theme_id = themes.id
    where themes.community_id = ${communityId} and themes.deleted_at is null and themes.state not in ('parked', 'done')
    order by wishes desc, themes.position limit ${most}`);
  return [...rows];
}

/** A task that somebody of a sprint holds. */
export type HeldNow = { number: number; title: string; name: string; expiresAt: Date };

/** The claims that people registered at a sprint hold now, the one that runs out first. At most 500. */
export async function listClaimsAtSprint(db: Queryable, communityId: number, sprintId: number): Promise<HeldNow[]> {
  const rows = await db.execute<Omit<HeldNow, "expiresAt"> & { expiresAt: string }>(sql`
    select tasks.number, tasks.title, people.name, claims.expires_at as "expiresAt"
    from claims
    join registrations r on r.community_id = claims.community_id and r.person_id = claims.person_id
    join tasks on tasks.community_id = claims.community_id and tasks.id = claims.task_id
    join people on people.id = claims.person_id
    where claims.community_id = ${communityId} and r.sprint_id = ${sprintId} and r.withdrawn_at is null and ${holdsNow}
    order by claims.expires_at, claims.id limit 500`);
  return rows.map((row) => ({ ...row, expiresAt: new Date(row.expiresAt) }));
}
