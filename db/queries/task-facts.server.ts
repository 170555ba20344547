import { and, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { limits } from "../../app/domain/limits";
import type { Database } from "../client.server";
import { claims } from "../schema/claims";
import { people } from "../schema/people";
import { tasks } from "../schema/tasks";
import { themes } from "../schema/themes";

type Blocker = { number: number; title: string };

/** What holds a task up: unfinished tasks it waits for. What has been taken off the roadmap holds nobody up. */
const holdingUp = sql`from dependencies d
  join tasks b on b.community_id = d.community_id and b.id = d.blocked_by_id and b.finished_at is null and b.deleted_at is null
  join themes bt on bt.community_id = b.community_id and bt.id = b.theme_id and bt.deleted_at is null
  where d.community_id = tasks.community_id and d.task_id = tasks.id`;

/** Unfinished tasks a task waits for. */
export const openBlockers = sql<Blocker[]>`(
  select coalesce(json_agg(json_build_object('number', b.number, 'title', b.title) order by b.number), '[]') ${holdingUp})`;

/** Questions without a decision that a task waits for. */
export const openQuestions = sql<Blocker[]>`(
  select coalesce(json_agg(json_build_object('number', q.number, 'title', q.title) order by q.number), '[]')
  from awaited_questions w join questions q on q.community_id = w.community_id and q.id = w.question_id
  where w.community_id = tasks.community_id and w.task_id = tasks.id and q.deleted_at is null
    and not exists (select from decisions x where x.community_id = q.community_id and x.question_id = q.id))`;

const mentors = alias(people, "mentors");
const holders = alias(people, "holders");

/** All that JavaScript's `trim` takes away, so that a text says nothing here exactly when it does in the domain. */
const blank = sql.raw(
  `'${Array.from({ length: 0x3001 }, (_, code) => String.fromCharCode(code))
    .filter((character) => character.trim() === "")
    .join("")}\ufeff'`,
);

/** Whether a column of text says something. */
export const says = (column: string) => sql`btrim(${sql.raw(column)}, ${blank}) <> ''`;

/** The first letter of what a column of text says, or nothing: as much as tells whether it says something. */
export const startOf = (column: string) => sql<string>`left(btrim(${sql.raw(column)}, ${blank}), 1)`;

/**
 * The musts, in SQL, for counting: the same rule as `readiness` in the domain, and a test holds the two together.
 * White space alone says nothing.
 */
export const isReady = sql<boolean>`(
  (${says("tasks.goal")} or ${says("themes.why")}) and ${says("tasks.start")}
  and ${says("tasks.done_when")} and ${says("tasks.verify")}
  and not exists (select ${holdingUp})
  and not exists (select from awaited_questions w join questions q on q.community_id = w.community_id and q.id = w.question_id
    where w.community_id = tasks.community_id and w.task_id = tasks.id and q.deleted_at is null
      and not exists (select from decisions x where x.community_id = q.community_id and x.question_id = q.id)))`;

/**
 * How many musts a task lacks, in SQL, for a query that has found out which tasks are `blocked` and which are `awaiting` an
 * answer for all of them at once: nothing in the way counts as one must, no open question as another.
 */
export const lacking = sql<number>`(
  (not (${says("tasks.goal")} or ${says("themes.why")}))::int + (not (${says("tasks.start")}))::int
  + (not (${says("tasks.done_when")}))::int + (not (${says("tasks.verify")}))::int
  + (blocked.task_id is not null)::int + (awaiting.task_id is not null)::int)`;

/** When what a task waits for last changed: a task was added to it or is finished, or a question was answered (again). */
export const waitsChangedAt = sql`greatest(
  (select max(greatest(d.created_at, b.finished_at))
    from dependencies d join tasks b on b.community_id = d.community_id and b.id = d.blocked_by_id
    where d.community_id = tasks.community_id and d.task_id = tasks.id),
  (select max(greatest(w.created_at, x.decided_at))
    from awaited_questions w left join decisions x on x.community_id = w.community_id and x.question_id = w.question_id
    where w.community_id = tasks.community_id and w.task_id = tasks.id))`;

/** Whether a task asks to be checked, in SQL: the same rule as `staleBecause` in the domain, and a test holds the two together. */
export const isStale = sql<boolean>`(
  tasks.checked_at <= app_now() - ${sql.raw(String(limits.checkedDays * 24))} * interval '1 hour'
  or coalesce(themes.why_changed_at > tasks.checked_at, false) or coalesce(${waitsChangedAt} > tasks.checked_at, false))`;

/** A claim that holds its task now, by the database's clock. */
export const holdsNow = sql<boolean>`(claims.ended_at is null and claims.expires_at > app_now())`;

/** Tasks with everything readiness and a list need; callers add their own `where` and order. */
export const selectTaskFacts = (db: Database) =>
  db
    .select({
      id: tasks.id,
      number: tasks.number,
      themeId: tasks.themeId,
      pillarId: tasks.pillarId,
      title: tasks.title,
      kind: tasks.kind,
      sizeMinutes: tasks.sizeMinutes,
      goal: tasks.goal,
      start: tasks.start,
      doneWhen: tasks.doneWhen,
      verify: tasks.verify,
      notes: tasks.notes,
      skills: tasks.skills,
      links: tasks.links,
      position: tasks.position,
      rev: tasks.rev,
      checkedAt: tasks.checkedAt,
      whyChangedAt: themes.whyChangedAt,
      waitsChangedAt: waitsChangedAt.mapWith(tasks.checkedAt).as("waits_changed_at"),
      finishedAt: tasks.finishedAt,
      themeSlug: themes.slug,
      themeTitle: themes.title,
      themeWhy: themes.why,
      themeState: themes.state,
      mentorId: tasks.mentorId,
      mentorName: mentors.name,
      holderId: claims.personId,
      holderName: holders.name,
      claimId: claims.id,
      claimedAt: claims.claimedAt,
      claimNote: claims.note,
      expiresAt: claims.expiresAt,
      openBlockers,
      openQuestions,
    })
    .from(tasks)
    .innerJoin(themes, and(eq(themes.communityId, tasks.communityId), eq(themes.id, tasks.themeId)))
    .leftJoin(mentors, eq(mentors.id, tasks.mentorId))
    .leftJoin(claims, and(eq(claims.communityId, tasks.communityId), eq(claims.taskId, tasks.id), holdsNow))
    .leftJoin(holders, eq(holders.id, claims.personId));

/** One task as lists and its own page read it. */
export type TaskFacts = Awaited<ReturnType<typeof selectTaskFacts>>[number];

/** Not deleted, and neither is its theme. */
export const isLive = and(isNull(tasks.deletedAt), isNull(themes.deletedAt));
