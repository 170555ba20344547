import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Queryable } from "../client.server";
import { prepared } from "../prepared.server";
import { people } from "../schema/people";
import { pillars } from "../schema/pillars";
import { tasks } from "../schema/tasks";
import { themes } from "../schema/themes";
import { isLive, selectTaskFacts, type TaskFacts } from "./task-facts.server";

export type { TaskFacts } from "./task-facts.server";

const ofTheme = (db: Queryable) =>
  prepared(db, "tasks of theme", (db) =>
    selectTaskFacts(db)
      .where(
        and(
          eq(tasks.communityId, sql.placeholder("communityId")),
          eq(tasks.themeId, sql.placeholder("themeId")),
          isNull(tasks.deletedAt),
        ),
      )
      .orderBy(asc(tasks.position), asc(tasks.id))
      .prepare("tasks_of_theme"),
  );

/** The tasks of a theme in their order (by pillar or none, the caller groups them). */
export const listTasksOfTheme = (db: Queryable, communityId: number, themeId: number): Promise<TaskFacts[]> =>
  ofTheme(db).execute({ communityId, themeId });

/** Number, title and pillar of each task of a theme in their order, for a choice. */
export const listTaskNames = (db: Queryable, communityId: number, themeId: number) =>
  db
    .select({ number: tasks.number, title: tasks.title, pillarId: tasks.pillarId })
    .from(tasks)
    .where(and(eq(tasks.communityId, communityId), eq(tasks.themeId, themeId), isNull(tasks.deletedAt)))
    .orderBy(asc(tasks.position), asc(tasks.id));

const byNumber = (db: Queryable) =>
  prepared(db, "task by number", (db) =>
    selectTaskFacts(db)
      .where(
        and(eq(tasks.communityId, sql.placeholder("communityId")), eq(tasks.number, sql.placeholder("number")), isLive),
      )
      .prepare("task_by_number"),
  );

/** The task people call by this number in this community, or null. */
export async function findTask(db: Queryable, communityId: number, number: number): Promise<TaskFacts | null> {
  const [found] = await byNumber(db).execute({ communityId, number });
  return found ?? null;
}

/** Who deleted a task and when, for the page that says so; null when there is no such deleted task. */
export async function findDeletedTask(db: Queryable, communityId: number, number: number) {
  const [found] = await db
    .select({
      title: tasks.title,
      deletedAt: sql`coalesce(${tasks.deletedAt}, ${themes.deletedAt})`.mapWith(tasks.deletedAt).as("gone_at"),
      deletedBy: people.name,
      into: sql<{
        number: number;
        title: string;
      } | null>`(select json_build_object('number', k.number, 'title', k.title)
        from tasks k where k.community_id = ${tasks.communityId} and k.id = ${tasks.mergedIntoId})`,
    })
    .from(tasks)
    .innerJoin(themes, and(eq(themes.communityId, tasks.communityId), eq(themes.id, tasks.themeId)))
    .leftJoin(people, eq(people.id, sql`coalesce(${tasks.deletedBy}, ${themes.deletedBy})`))
    .where(
      and(
        eq(tasks.communityId, communityId),
        eq(tasks.number, number),
        sql`(${tasks.deletedAt} is not null or ${themes.deletedAt} is not null)`,
      ),
    );
  return found ?? null;
}

/** Whether a pillar belongs to a theme. */
export async function isPillarOf(
  db: Queryable,
  communityId: number,
  themeId: number,
  pillarId: number,
): Promise<boolean> {
  const [found] = await db
    .select({ id: pillars.id })
    .from(pillars)
    .where(
      and(
        eq(pillars.communityId, communityId),
        eq(pillars.themeId, themeId),
        inArray(pillars.id, [pillarId]),
        isNull(pillars.deletedAt),
      ),
    );
  return found !== undefined;
}
