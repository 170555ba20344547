import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { UnmentoredTask } from "../../app/domain/plans/asking";
import type { TaskKind } from "../../app/domain/tasks/kinds";
import type { Queryable } from "../client.server";
import { prepared } from "../prepared.server";
import { tasks } from "../schema/tasks";
import { themes } from "../schema/themes";
import { holdsNow, isLive, isReady, selectTaskFacts, type TaskFacts } from "./task-facts.server";

/** Ready, held by nobody, in a theme that is not put aside: what a newcomer can take now. For queries over tasks and their themes. */
export const isFreeTask = and(
  isLive,
  isNull(tasks.finishedAt),
  isReady,
  sql`${themes.state} not in ('parked', 'done')`,
  sql`not exists (select from claims where claims.community_id = tasks.community_id and claims.task_id = tasks.id and ${holdsNow})`,
);

const isFree = and(eq(tasks.communityId, sql.placeholder("communityId")), isFreeTask);

const isOfKind = sql`(${sql.placeholder("kind")}::text is null or ${tasks.kind} = ${sql.placeholder("kind")})`;

const page = (db: Queryable) =>
  prepared(db, "page of free tasks", (db) =>
    selectTaskFacts(db)
      .where(and(isFree, isOfKind))
      .orderBy(asc(tasks.sizeMinutes), asc(tasks.number))
      .limit(sql.placeholder("limit"))
      .offset(sql.placeholder("offset"))
      .prepare("page_of_free_tasks"),
  );

/** What a newcomer can take now, the shortest first: `limit` tasks from `offset`, of one kind or (null) of every kind. */
export const listFreeTasks = (
  db: Queryable,
  communityId: number,
  { limit, offset, kind = null }: { limit: number; offset: number; kind?: TaskKind | null },
): Promise<TaskFacts[]> => page(db).execute({ communityId, kind, limit, offset });

const count = (db: Queryable) =>
  prepared(db, "count of free tasks", (db) =>
    db
      .select({ count: sql<number>`count(*)::int` })
      .from(tasks)
      .innerJoin(themes, and(eq(themes.communityId, tasks.communityId), eq(themes.id, tasks.themeId)))
      .where(and(isFree, isOfKind))
      .prepare("count_of_free_tasks"),
  );

/** How many tasks a newcomer can take now (of a kind). */
export async function countFreeTasks(
  db: Queryable,
  communityId: number,
  kind: TaskKind | null = null,
): Promise<number> {
  const [row] = await count(db).execute({ communityId, kind });
  return row?.count ?? 0;
}

const alternatives = (db: Queryable) =>
  prepared(db, "alternatives to task", (db) =>
    selectTaskFacts(db)
      .where(and(isFree, sql`${tasks.id} <> ${sql.placeholder("taskId")}`))
      .orderBy(
        desc(sql`(${tasks.themeId} = ${sql.placeholder("themeId")})`),
        desc(sql`(${tasks.kind} = ${sql.placeholder("kind")})`),
        sql`abs(coalesce(${tasks.sizeMinutes}, 240) - ${sql.placeholder("sizeMinutes")}::int)`,
        asc(tasks.number),
      )
      .limit(sql.placeholder("limit"))
      .prepare("alternatives_to_task"),
  );

/** Up to `limit` free tasks to offer instead of `task`: of its theme first, then of its kind, then the nearest in size. */
export const listAlternatives = (
  db: Queryable,
  communityId: number,
  task: Pick<TaskFacts, "id" | "themeId" | "kind" | "sizeMinutes">,
  limit: number,
): Promise<TaskFacts[]> =>
  alternatives(db).execute({
    communityId,
    taskId: task.id,
    themeId: task.themeId,
    kind: task.kind,
    sizeMinutes: task.sizeMinutes ?? 240,
    limit,
  });

/** The free tasks of these themes that name nobody to ask, by theme, the shortest first; at most `limit`. */
export const listUnmentored = (
  db: Queryable,
  communityId: number,
  themeIds: readonly number[],
  limit: number,
): Promise<UnmentoredTask[]> =>
  db
    .select({ number: tasks.number, title: tasks.title, theme: { id: themes.id, title: themes.title } })
    .from(tasks)
    .innerJoin(themes, and(eq(themes.communityId, tasks.communityId), eq(themes.id, tasks.themeId)))
    .where(
      and(
        eq(tasks.communityId, communityId),
        inArray(tasks.themeId, [...themeIds]),
        isNull(tasks.mentorId),
        isFreeTask,
      ),
    )
    .orderBy(asc(themes.title), asc(tasks.sizeMinutes), asc(tasks.number))
    .limit(limit);
