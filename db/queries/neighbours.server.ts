import { and, asc, eq, sql } from "drizzle-orm";
import type { Queryable } from "../client.server";
import { prepared } from "../prepared.server";
import { dependencies } from "../schema/dependencies";
import { tasks } from "../schema/tasks";
import { isLive, selectTaskFacts, type TaskFacts } from "./task-facts.server";

const blockers = (db: Queryable) =>
  prepared(db, "what task waits for", (db) =>
    selectTaskFacts(db)
      .innerJoin(
        dependencies,
        and(eq(dependencies.communityId, tasks.communityId), eq(dependencies.blockedById, tasks.id)),
      )
      .where(
        and(
          eq(dependencies.communityId, sql.placeholder("communityId")),
          eq(dependencies.taskId, sql.placeholder("taskId")),
          isLive,
        ),
      )
      .orderBy(asc(tasks.number))
      .prepare("what_task_waits_for"),
  );

const waiting = (db: Queryable) =>
  prepared(db, "what waits for task", (db) =>
    selectTaskFacts(db)
      .innerJoin(dependencies, and(eq(dependencies.communityId, tasks.communityId), eq(dependencies.taskId, tasks.id)))
      .where(
        and(
          eq(dependencies.communityId, sql.placeholder("communityId")),
          eq(dependencies.blockedById, sql.placeholder("taskId")),
          isLive,
        ),
      )
      .orderBy(asc(tasks.number))
      .prepare("what_waits_for_task"),
  );

/** What a task waits for, finished or not, by number, each as lists read a task. */
export const listBlockerFacts = (db: Queryable, communityId: number, taskId: number): Promise<TaskFacts[]> =>
  blockers(db).execute({ communityId, taskId });

/** What waits for a task, by number, each as lists read a task. */
export const listWaitingFacts = (db: Queryable, communityId: number, taskId: number): Promise<TaskFacts[]> =>
  waiting(db).execute({ communityId, taskId });
