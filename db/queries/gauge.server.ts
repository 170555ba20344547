import { eq, sql } from "drizzle-orm";
import type { Wishes } from "../../app/domain/roadmap/gauge";
import type { GaugeTheme } from "../../app/domain/roadmap/gauge-figures";
import type { AwaitedQuestion, NearTask } from "../../app/domain/roadmap/prepare-next";
import type { Queryable } from "../client.server";
import { prepared } from "../prepared.server";
import { sprints } from "../schema/sprints";
import { spending } from "./overview.server";
import { holdsNow, says } from "./task-facts.server";

/**
 * The open tasks of the themes that are worked on (`these`: of some of them), for a `with`: each is read once, whatever the
 * size of the roadmap. What is ready is what `isReady` calls so.
 */
const openTasks = (communityId: number, these = sql`true`) => sql`held as (
      select claims.task_id from claims where claims.community_id = ${communityId} and ${holdsNow}
    ), blocked as (
      select distinct d.task_id from dependencies d
      join tasks b on b.community_id = d.community_id and b.id = d.blocked_by_id and b.finished_at is null and b.deleted_at is null
      join themes bt on bt.community_id = b.community_id and bt.id = b.theme_id and bt.deleted_at is null
      where d.community_id = ${communityId}
    ), awaiting as (
      select w.task_id, w.question_id from awaited_questions w
      join questions q on q.community_id = w.community_id and q.id = w.question_id and q.deleted_at is null
      where w.community_id = ${communityId}
        and not exists (select from decisions x where x.community_id = q.community_id and x.question_id = q.id)
    ), asked as (
      select task_id, count(*)::int as questions from awaiting group by task_id
    ), tasks_open as (
      select tasks.id, tasks.number, tasks.title, tasks.theme_id, held.task_id is not null as held,
        blocked.task_id is not null as blocked, coalesce(asked.questions, 0) as questions,
        array_remove(array[
          case when not (${says("tasks.goal")} or ${says("themes.why")}) then 'why it matters' end,
          case when not ${says("tasks.start")} then 'where to start' end,
          case when not ${says("tasks.done_when")} then 'when it is done' end,
          case when not ${says("tasks.verify")} then 'how to verify it' end], null) as lacks
      from tasks
      join themes on themes.community_id = tasks.community_id and themes.id = tasks.theme_id
      left join held on held.task_id = tasks.id
      left join blocked on blocked.task_id = tasks.id
      left join asked on asked.task_id = tasks.id
      where tasks.community_id = ${communityId} and tasks.deleted_at is null and tasks.finished_at is null
        and themes.deleted_at is null and themes.state not in ('parked', 'done') and ${these}
    )`;

/** The themes that are worked on, in order, each with what is open and ready in it: all of them, in one value. */
export async function listGaugeThemes(db: Queryable, communityId: number): Promise<GaugeTheme[]> {
  const [row] = await db.execute<{ themes: GaugeTheme[] }>(sql`
    with ${openTasks(communityId)}, ${counted}
    select coalesce(json_agg(json_build_object('id', themes.id, 'slug', themes.slug, 'title', themes.title,
      'open', coalesce(counted.open, 0), 'ready', coalesce(counted.ready, 0)) order by themes.position), '[]') as themes
    ${countedThemes(communityId)}`);
  return row?.themes ?? [];
}

/** The first of the themes that are worked on, those with something ready before the others, each group in order; and how many there are. */
export async function listThemesToTakeUp(
  db: Queryable,
  communityId: number,
  limit: number,
): Promise<{ themes: Pick<GaugeTheme, "slug" | "title" | "ready">[]; count: number }> {
  const found = await db.execute<{ slug: string; title: string; ready: number; count: number }>(sql`
    with ${openTasks(communityId)}, ${counted}
    select themes.slug, themes.title, coalesce(counted.ready, 0) as ready, count(*) over ()::int as count
    ${countedThemes(communityId)}
    order by coalesce(counted.ready, 0) = 0, themes.position limit ${limit}`);
  return { themes: found.map(({ slug, title, ready }) => ({ slug, title, ready })), count: found[0]?.count ?? 0 };
}

const counted = sql`counted as (
      select theme_id, count(*)::int as open,
        (count(*) filter (where not held and not blocked and questions = 0 and cardinality(lacks) = 0))::int as ready
      from tasks_open group by theme_id
    )`;

const countedThemes = (communityId: number) => sql`from themes
    left join counted on counted.theme_id = themes.id
    where themes.community_id = ${communityId} and themes.deleted_at is null and themes.state not in ('parked', 'done')`;

/** A page of the themes that are worked on, in order, with how many there are, and how many tasks are ready in all of them and in the one with most. */
export async function listGaugePage(
  db: Queryable,
  communityId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ themes: GaugeTheme[]; count: number; ready: number; mostReady: number }> {
  const found = await db.execute<CountedTheme>(sql`
    with ${openTasks(communityId)}, ${counted}
    select themes.id::int as id, themes.slug, themes.title, coalesce(counted.open, 0) as open, coalesce(counted.ready, 0) as ready,
      count(*) over ()::int as count, sum(coalesce(counted.ready, 0)) over ()::int as all_ready,
      max(coalesce(counted.ready, 0)) over () as most_ready
    ${countedThemes(communityId)}
    order by themes.position limit ${limit} offset ${offset}`);
  const themes = found.map(({ id, slug, title, open, ready }) => ({ id, slug, title, open, ready }));
  return { themes, count: found[0]?.count ?? 0, ready: found[0]?.all_ready ?? 0, mostReady: found[0]?.most_ready ?? 0 };
}

type CountedTheme = GaugeTheme & { count: number; all_ready: number; most_ready: number };

/** What could be prepared in a theme: its nearest tasks and awaited questions, the best first. */
export type PreparableTheme = { id: number; near: NearTask[]; questions: AwaitedQuestion[] };

/** How many tasks and questions of a theme are looked at: as many as a list of what comes next can hold. */
const most = 5;

/** What could be prepared in these themes of a community, for those in which anything could. */
export async function listPreparable(
  db: Queryable,
  communityId: number,
  themeIds: readonly number[],
): Promise<PreparableTheme[]> {
  if (themeIds.length === 0) return [];
  const rows = await db.execute<PreparableTheme>(sql`
    with ${openTasks(communityId, sql`themes.id in ${[...themeIds]}`)}, near as (
      select theme_id, json_agg(json_build_object('number', number, 'title', title, 'lacks', lacks)
        order by place) as tasks
      from (
        select *, row_number() over (partition by theme_id order by cardinality(lacks), number) as place
        from tasks_open where not held and not blocked and questions = 0 and cardinality(lacks) > 0
      ) ranked where place <= ${most} group by theme_id
    ), awaited as (
      select q.theme_id, q.number, q.title, count(*)::int as waits,
        (count(*) filter (where not o.held and not o.blocked and o.questions = 1 and cardinality(o.lacks) = 0))::int as unlocks
      from awaiting join tasks_open o on o.id = awaiting.task_id
      join questions q on q.community_id = ${communityId} and q.id = awaiting.question_id
      group by q.theme_id, q.id, q.number, q.title
    ), asking as (
      select theme_id, json_agg(json_build_object('number', number, 'title', title, 'waits', waits, 'unlocks', unlocks)
        order by place) as questions
      from (select *, row_number() over (partition by theme_id order by unlocks desc, waits desc, number) as place from awaited) ranked
      where place <= ${most} group by theme_id
    )
    select coalesce(near.theme_id, asking.theme_id)::int as id, coalesce(near.tasks, '[]') as near,
      coalesce(asking.questions, '[]') as questions
    from near full join asking on asking.theme_id = near.theme_id`);
  return [...rows];
}

const atHand = (db: Queryable) =>
  prepared(db, "sprint of gauge", (db) => {
    const [community, sprint] = [sql.placeholder("communityId"), sql`sprints.id`];
    return db
      .select({
        id: sprints.id,
        slug: sprints.slug,
        name: sprints.name,
        startsOn: sprints.startsOn,
        endsOn: sprints.endsOn,
        timeZone: sprints.timeZone,
        openedAt: sprints.openedAt,
        pairHours: sprints.pairHours,
        taskHours: sprints.taskHours,
        newcomers: sql<Wishes["newcomers"]>`wishes.newcomers`,
        mentors: sql<Wishes["mentors"]>`wishes.mentors`,
      })
      .from(sprints)
      .innerJoin(
        sql`lateral (
    with ${spending(community, sprint)}, wished as (
      select w.registration_id, array_agg(w.theme_id::int order by w.rank) as themes
      from wished_themes w join themes t on t.community_id = w.community_id and t.id = w.theme_id
      where w.community_id = ${community} and t.deleted_at is null and t.state not in ('parked', 'done')
      group by w.registration_id
    ), coming as (
      select r.id, r.person_id, r.role, r.days, r.mentor_hours, r.paused_at, coalesce(wished.themes, '{}') as themes,
        coalesce(counted.pairs, 0) as pairs, coalesce(named.tasks, 0) as named_tasks
      from registrations r
      left join wished on wished.registration_id = r.id
      left join counted on counted.id = r.id
      left join named on named.person_id = r.person_id
      where r.community_id = ${community} and r.sprint_id = ${sprint} and r.withdrawn_at is null and r.waiting_since is null
    ), newcomers as (
      select themes, count(*)::int as people, (count(*) filter (where pairs > 0))::int as paired
      from coming where role = 'newcomer' and not exists (select from claims
        where claims.community_id = ${community} and claims.person_id = coming.person_id and ${holdsNow})
      group by themes
    )
    select
      (select coalesce(json_agg(json_build_object('themes', themes, 'people', people, 'paired', paired) order by themes), '[]')
        from newcomers) as newcomers,
      (select coalesce(json_agg(json_build_object('themes', themes, 'days', days, 'mentorHours', mentor_hours, 'pairs', pairs,
        'namedTasks', named_tasks) order by themes, mentor_hours), '[]')
        from coming where role = 'mentor' and paused_at is null) as mentors) wishes`,
        sql`true`,
      )
      .where(
        eq(
          sprints.id,
          sql`(select s.id from sprints s
            cross join lateral (select (app_now() at time zone s.time_zone)::date > s.ends_on as over) today
            where s.community_id = ${community}
            order by over, case when not over then s.starts_on end, s.starts_on desc, s.id limit 1)`,
        ),
      )
      .prepare("sprint_of_gauge");
  });

/**
 * The sprint a community's gauge is read for, as `gaugeSprint` chooses it, with what a mentor's hours go to and what is wished
 * for at it, without a name: newcomers who have a place and hold no task, counted by the themes they wish for in order, and
 * mentors who have a place and do not pause. Wishes are sums here; who may read which of them is decided by `readGauge`. Null
 * when none was ever planned.
 */
export async function findGaugeSprint(db: Queryable, communityId: number) {
  const [found] = await atHand(db).execute({ communityId });
  if (!found) return null;
  const { newcomers, mentors, ...sprint } = found;
  return { sprint, wishes: { newcomers, mentors } satisfies Wishes };
}
