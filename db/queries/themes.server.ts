import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { SelectedFields } from "drizzle-orm/pg-core";
import type { Database, Queryable } from "../client.server";
import { prepared } from "../prepared.server";
import { champions } from "../schema/champions";
import { people } from "../schema/people";
import { themes } from "../schema/themes";
import { holdsNow, isReady } from "./task-facts.server";

/** The question of a theme with its decision, if one stands. */
export type ThemeQuestion = {
  id: number;
  number: number;
  title: string;
  notes: string;
  owner: string | null;
  decision: { number: number; answer: string; reason: string; decidedAt: string; decidedBy: string | null } | null;
};

export type ThemePillar = { id: number; title: string; intro: string; rev: number };

const carriesTheme = and(
  eq(champions.communityId, themes.communityId),
  eq(champions.themeId, themes.id),
  isNull(champions.endedAt),
);

/** What is read of a theme: all that its own page says of it, but its tasks. */
const columns = {
  id: themes.id,
  slug: themes.slug,
  title: themes.title,
  why: themes.why,
  state: themes.state,
  rev: themes.rev,
  orderRev: themes.orderRev,
  championId: champions.personId,
  champion: people.name,
  deletedAt: themes.deletedAt,
  deletedBy: sql<string | null>`(select name from people where people.id = ${themes.deletedBy})`,
  place: sql<number>`(select count(*)::int from themes t where t.community_id = ${themes.communityId}
    and t.deleted_at is null and t.position <= ${themes.position})`,
  of: sql<number>`(select count(*)::int from themes t where t.community_id = ${themes.communityId} and t.deleted_at is null)`,
  questions: sql<ThemeQuestion[]>`(
    select coalesce(json_agg(json_build_object('id', q.id, 'number', q.number, 'title', q.title, 'notes', q.notes,
      'owner', o.name, 'decision', case when d.id is not null then json_build_object('number', d.number, 'answer', d.answer,
      'reason', d.reason, 'decidedAt', d.decided_at, 'decidedBy', w.name) end) order by q.position), '[]')
    from questions q
    left join people o on o.id = q.owner_id
    left join decisions d on d.community_id = q.community_id and d.question_id = q.id and d.revised_at is null
    left join people w on w.id = d.decided_by
    where q.community_id = ${themes.communityId} and q.theme_id = ${themes.id} and q.deleted_at is null)`,
  /** Whether a task of it waits for anything, or is waited for. */
  hasWaits: sql<boolean>`(
    exists (select from tasks t join dependencies d on d.community_id = t.community_id and d.task_id = t.id
      where t.community_id = ${themes.communityId} and t.theme_id = ${themes.id} and t.deleted_at is null)
    or exists (select from tasks t join dependencies d on d.community_id = t.community_id and d.blocked_by_id = t.id
      where t.community_id = ${themes.communityId} and t.theme_id = ${themes.id} and t.deleted_at is null)
    or exists (select from tasks t join awaited_questions w on w.community_id = t.community_id and w.task_id = t.id
      where t.community_id = ${themes.communityId} and t.theme_id = ${themes.id} and t.deleted_at is null))`,
  pillars: sql<ThemePillar[]>`(
    select coalesce(json_agg(json_build_object('id', p.id, 'title', p.title, 'intro', p.intro, 'rev', p.rev)
      order by p.position), '[]')
    from pillars p where p.community_id = ${themes.communityId} and p.theme_id = ${themes.id}
      and p.deleted_at is null)`,
};

/** The theme at the `slug` of a `communityId`, with its columns and `more` about it. */
export const selectTheme = <More extends SelectedFields>(db: Database, more: More) =>
  db
    .select({ ...columns, ...more })
    .from(themes)
    .leftJoin(champions, carriesTheme)
    .leftJoin(people, eq(people.id, champions.personId))
    .where(and(eq(themes.communityId, sql.placeholder("communityId")), eq(themes.slug, sql.placeholder("slug"))));

const bySlug = (db: Queryable) => prepared(db, "theme by slug", (db) => selectTheme(db, {}).prepare("theme_by_slug"));

/** The theme at a slug with its questions and pillars in order, deleted or not, or null. */
export async function findTheme(db: Queryable, communityId: number, slug: string) {
  const [found] = await bySlug(db).execute({ communityId, slug });
  return found ?? null;
}

export type Theme = NonNullable<Awaited<ReturnType<typeof findTheme>>>;

const ofRoadmap = (db: Queryable) =>
  prepared(db, "themes of roadmap", (db) =>
    db
      .select({
        id: themes.id,
        slug: themes.slug,
        title: themes.title,
        why: themes.why,
        state: themes.state,
        champion: people.name,
        tasks: sql<number>`coalesce(counts.tasks, 0)`,
        finished: sql<number>`coalesce(counts.finished, 0)`,
        held: sql<number>`coalesce(counts.held, 0)`,
        ready: sql<number>`coalesce(counts.ready, 0)`,
        openQuestions: sql<number>`(select count(*)::int from questions q where q.community_id = ${themes.communityId}
          and q.theme_id = ${themes.id} and q.deleted_at is null and not exists (select from decisions d
          where d.community_id = q.community_id and d.question_id = q.id))`,
      })
      .from(themes)
      .leftJoin(champions, carriesTheme)
      .leftJoin(people, eq(people.id, champions.personId))
      .leftJoin(
        sql`lateral (
          select count(*)::int as tasks, count(tasks.finished_at)::int as finished,
            count(*) filter (where tasks.finished_at is null and ${isHeld})::int as held,
            count(*) filter (where tasks.finished_at is null and not ${isHeld} and ${isReady})::int as ready
          from tasks where tasks.community_id = ${themes.communityId} and tasks.theme_id = ${themes.id} and tasks.deleted_at is null
        ) counts`,
        sql`true`,
      )
      .where(and(eq(themes.communityId, sql.placeholder("communityId")), isNull(themes.deletedAt)))
      .orderBy(asc(themes.position))
      .limit(sql.placeholder("limit"))
      .offset(sql.placeholder("offset"))
      .prepare("themes_of_roadmap"),
  );

const isHeld = sql`exists (select from claims where claims.community_id = tasks.community_id and claims.task_id = tasks.id and ${holdsNow})`;

/**
 * The themes of a roadmap in order, each with its champion and what it holds: tasks, ready and free, held, finished, open
 * questions. `limit` of them (all, unless said) from `offset`.
 */
export const listThemes = (db: Queryable, communityId: number, page: { limit?: number; offset?: number } = {}) =>
  ofRoadmap(db).execute({ communityId, limit: page.limit ?? null, offset: page.offset ?? 0 });

export type RoadmapTheme = Awaited<ReturnType<typeof listThemes>>[number];

/** How many themes are on the roadmap. */
export async function countThemes(db: Queryable, communityId: number): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(themes)
    .where(and(eq(themes.communityId, communityId), isNull(themes.deletedAt)));
  return row?.count ?? 0;
}

/** The place of a theme on the roadmap, from 1; 0 when it is not there. */
export async function placeOfTheme(db: Queryable, communityId: number, slug: string): Promise<number> {
  const [row] = await db.execute<{ place: number }>(sql`
    select count(*)::int as place from themes t join themes it on it.community_id = t.community_id and it.slug = ${slug}
    where t.community_id = ${communityId} and t.deleted_at is null and it.deleted_at is null and t.position <= it.position`);
  return row?.place ?? 0;
}

/** Title and address of each theme, in order, for a choice. */
export const listThemeNames = (db: Queryable, communityId: number) =>
  db
    .select({ id: themes.id, slug: themes.slug, title: themes.title })
    .from(themes)
    .where(and(eq(themes.communityId, communityId), isNull(themes.deletedAt)))
    .orderBy(asc(themes.position));

/** How many tasks of a theme somebody holds now: a theme is not deleted under people's hands. */
export async function countHeldTasks(db: Queryable, communityId: number, themeId: number): Promise<number> {
  const [row] = await db.execute<{ held: number }>(sql`
    select count(*)::int as held from claims join tasks on tasks.community_id = claims.community_id and tasks.id = claims.task_id
    where tasks.community_id = ${communityId} and tasks.theme_id = ${themeId} and tasks.deleted_at is null and ${holdsNow}`);
  return row?.held ?? 0;
}
