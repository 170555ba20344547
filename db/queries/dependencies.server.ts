import { and, asc, eq, inArray, isNull, notInArray, sql } from "drizzle-orm";
import { findCycle, type Wait } from "../../app/domain/tasks/dependencies";
import type { Queryable, Transaction } from "../client.server";
import { communities } from "../schema/communities";
import { awaitedQuestions, dependencies } from "../schema/dependencies";
import { questions } from "../schema/questions";
import { tasks } from "../schema/tasks";
import { themes } from "../schema/themes";
import { isLive } from "./task-facts.server";
import { addAwaitedQuestions, addBlockers } from "./task-writing.server";

const inTheme = and(eq(themes.communityId, tasks.communityId), eq(themes.id, tasks.themeId));

/** The tasks a task waits for, finished or not, by number. */
export const listBlockers = (db: Queryable, communityId: number, taskId: number) =>
  db
    .select({ id: tasks.id, number: tasks.number, title: tasks.title })
    .from(dependencies)
    .innerJoin(tasks, and(eq(tasks.communityId, dependencies.communityId), eq(tasks.id, dependencies.blockedById)))
    .innerJoin(themes, inTheme)
    .where(and(eq(dependencies.communityId, communityId), eq(dependencies.taskId, taskId), isLive))
    .orderBy(asc(tasks.number));

/** The tasks that wait for a task, by number. */
export const listWaiting = (db: Queryable, communityId: number, taskId: number) =>
  db
    .select({ number: tasks.number, title: tasks.title })
    .from(dependencies)
    .innerJoin(tasks, and(eq(tasks.communityId, dependencies.communityId), eq(tasks.id, dependencies.taskId)))
    .innerJoin(themes, inTheme)
    .where(and(eq(dependencies.communityId, communityId), eq(dependencies.blockedById, taskId), isLive))
    .orderBy(asc(tasks.number));

/** The questions a task waits for, decided or not, by number. */
export const listAwaited = (db: Queryable, communityId: number, taskId: number) =>
  db
    .select({ id: questions.id, number: questions.number, title: questions.title })
    .from(awaitedQuestions)
    .innerJoin(
      questions,
      and(eq(questions.communityId, awaitedQuestions.communityId), eq(questions.id, awaitedQuestions.questionId)),
    )
    .where(
      and(
        eq(awaitedQuestions.communityId, communityId),
        eq(awaitedQuestions.taskId, taskId),
        isNull(questions.deletedAt),
      ),
    )
    .orderBy(asc(questions.number));

/** The tasks people call by these numbers in this community; numbers that are nobody's are left out. */
export const findTasksByNumber = async (db: Queryable, communityId: number, numbers: readonly number[]) =>
  numbers.length === 0
    ? []
    : db
        .select({ id: tasks.id, number: tasks.number, title: tasks.title })
        .from(tasks)
        .innerJoin(themes, inTheme)
        .where(and(eq(tasks.communityId, communityId), inArray(tasks.number, [...numbers]), isLive))
        .orderBy(asc(tasks.number));

/**
 * Holds the community's row until commit, so that what waits for what is changed by one at a time: of two halves of a
 * circle added at once the second sees the first. (The trigger `no_circle` holds it too, and has the last word.)
 */
export async function holdDependencies(tx: Transaction, communityId: number): Promise<void> {
  await tx.select({ id: communities.id }).from(communities).where(eq(communities.id, communityId)).for("no key update");
}

/** Everything the tasks with these ids wait for, and what that waits for, to the end; deleted tasks hold nobody up. */
export async function listWaits(db: Queryable, communityId: number, taskIds: readonly number[]): Promise<Wait[]> {
  if (taskIds.length === 0) return [];
  const from = sql.join(
    taskIds.map((id) => sql`${id}::bigint`),
    sql`, `,
  );
  return db.execute<Wait>(sql`
    with recursive reached (id) as (
      select unnest(array[${from}])
      union
      select d.blocked_by_id from reached join dependencies d on d.community_id = ${communityId} and d.task_id = reached.id
    )
    select t.number as "task", b.number as "waitsFor"
    from reached
    join dependencies d on d.community_id = ${communityId} and d.task_id = reached.id
    join tasks t on t.community_id = d.community_id and t.id = d.task_id and t.deleted_at is null
    join themes tt on tt.community_id = t.community_id and tt.id = t.theme_id and tt.deleted_at is null
    join tasks b on b.community_id = d.community_id and b.id = d.blocked_by_id and b.deleted_at is null
    join themes bt on bt.community_id = b.community_id and bt.id = b.theme_id and bt.deleted_at is null
    order by t.number, b.number`);
}

/** The circle that would close if the task waited for `blockers`, or null. Ask under `holdDependencies`. */
export async function findCycleWith(
  tx: Transaction,
  communityId: number,
  task: { number: number },
  blockers: readonly { id: number; number: number }[],
): Promise<number[] | null> {
  const known = await listWaits(
    tx,
    communityId,
    blockers.map(({ id }) => id),
  );
  const wanted = blockers.map(({ number }) => ({ task: task.number, waitsFor: number }));
  return findCycle([...known.filter((wait) => wait.task !== task.number), ...wanted], task.number);
}

/** Makes a task wait for exactly these tasks. */
export async function replaceBlockers(tx: Transaction, communityId: number, taskId: number, ids: readonly number[]) {
  await tx
    .delete(dependencies)
    .where(
      and(
        eq(dependencies.communityId, communityId),
        eq(dependencies.taskId, taskId),
        ids.length > 0 ? notInArray(dependencies.blockedById, [...ids]) : undefined,
      ),
    );
  await addBlockers(tx, communityId, [taskId], ids);
}

/** Makes a task wait for exactly these questions. */
export async function replaceAwaited(tx: Transaction, communityId: number, taskId: number, ids: readonly number[]) {
  await tx
    .delete(awaitedQuestions)
    .where(
      and(
        eq(awaitedQuestions.communityId, communityId),
        eq(awaitedQuestions.taskId, taskId),
        ids.length > 0 ? notInArray(awaitedQuestions.questionId, [...ids]) : undefined,
      ),
    );
  await addAwaitedQuestions(tx, communityId, taskId, ids);
}
