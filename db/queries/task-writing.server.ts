import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { keysAfter } from "../../app/domain/roadmap/placing";
import type { TaskKind } from "../../app/domain/tasks/kinds";
import type { Transaction } from "../client.server";
import { communities } from "../schema/communities";
import { awaitedQuestions, dependencies } from "../schema/dependencies";
import { tasks } from "../schema/tasks";
import { holdTheme, makeRoom, tasksPlace } from "./boards.server";
import { finishReached } from "./preparation-endings.server";

/** What a person can write about a task. */
export type TaskText = {
  title: string;
  kind: TaskKind;
  sizeMinutes: number | null;
  goal: string;
  start: string;
  doneWhen: string;
  verify: string;
  notes: string;
  skills?: string[];
  links?: string;
  mentorId: number | null;
};

/** Takes the next `count` task numbers of a community and returns the first. Holds the community's row until commit. */
export async function takeTaskNumbers(tx: Transaction, communityId: number, count: number): Promise<number> {
  const [row] = await tx
    .update(communities)
    .set({ lastTaskNumber: sql`${communities.lastTaskNumber} + ${count}` })
    .where(eq(communities.id, communityId))
    .returning({ last: communities.lastTaskNumber });
  if (!row) throw new Error(`there is no community ${communityId}`);
  return row.last - count + 1;
}

/** A theme's pillar, or (null) its own tasks outside any. */
export type TaskPlace = { communityId: number; themeId: number; pillarId: number | null };

/** `count` keys in order, behind the last task of a place. */
export async function keysAtEnd(tx: Transaction, place: TaskPlace, count: number): Promise<string[]> {
  const { rows } = tasksPlace(place.communityId, place.themeId, place.pillarId);
  const [last] = await tx
    .select({ position: tasks.position })
    .from(tasks)
    .where(rows)
    .orderBy(desc(tasks.position))
    .limit(1);
  return keysAfter(last?.position ?? null, count);
}

/** `count` keys in order, right behind a task of a place; behind the last one when it has gone from there. */
async function keysBehind(tx: Transaction, place: TaskPlace, id: number, count: number): Promise<string[]> {
  const { table, rows } = tasksPlace(place.communityId, place.themeId, place.pillarId);
  const [it, next] = await tx
    .select({ id: tasks.id, position: tasks.position })
    .from(tasks)
    .where(sql`${rows} and ${tasks.position} >= (select t.position from tasks t
      where t.community_id = ${place.communityId} and t.id = ${id})`)
    .orderBy(asc(tasks.position))
    .limit(2);
  if (it?.id !== id) return keysAtEnd(tx, place, count);
  return makeRoom(tx, { table, rows }, { low: it.position, high: next?.position ?? null, count });
}

/**
 * Adds tasks at the end of a pillar (null: of the theme's own tasks), or right behind the task `behindId` there, in the
 * order given; returns their numbers and ids: none when the theme has been deleted. The community's row is held
 * first and the theme's next, so that two organizers adding at once get different numbers and places.
 */
export async function addTasks(
  tx: Transaction,
  place: TaskPlace,
  texts: readonly (TaskText & { finished?: boolean; dividedFromId?: number | null })[],
  behindId?: number,
): Promise<{ id: number; number: number }[]> {
  if (texts.length === 0) return [];
  const first = await takeTaskNumbers(tx, place.communityId, texts.length);
  if ((await holdTheme(tx, place.communityId, place.themeId)) === null) return [];
  const keys =
    behindId === undefined
      ? await keysAtEnd(tx, place, texts.length)
      : await keysBehind(tx, place, behindId, texts.length);
  return tx
    .insert(tasks)
    .values(
      texts.map(({ finished, ...text }, index) => ({
        ...place,
        ...text,
        number: first + index,
        position: keys[index] ?? "",
        finishedAt: finished ? sql`app_now()` : null,
      })),
    )
    .returning({ id: tasks.id, number: tasks.number });
}

/**
 * Rewrites a task, if it still is at `rev` (the revision the writer saw); false when somebody was faster. Looking it
 * over counts as checking it. A new place comes with a new `position` in it (`keysAtEnd`) and
 * the rev of its board.
 */
export async function editTask(
  tx: Transaction,
  key: { communityId: number; id: number; rev: number },
  text: Partial<
    TaskText & { themeId: number; pillarId: number | null; position: string; placedRev: number; finished: boolean }
  >,
): Promise<boolean> {
  const { finished, ...columns } = text;
  const changed = await tx
    .update(tasks)
    .set({
      ...columns,
      ...(finished === undefined ? {} : { finishedAt: finished ? sql`coalesce(finished_at, app_now())` : null }),
      rev: sql`${tasks.rev} + 1`,
      checkedAt: sql`app_now()`,
    })
    .where(
      and(
        eq(tasks.communityId, key.communityId),
        eq(tasks.id, key.id),
        eq(tasks.rev, key.rev),
        isNull(tasks.deletedAt),
      ),
    )
    .returning({ id: tasks.id });
  return changed.length === 1;
}

/** Marks a task as finished, whatever its revision. */
export async function finishTask(tx: Transaction, communityId: number, id: number): Promise<void> {
  await tx
    .update(tasks)
    .set({ finishedAt: sql`coalesce(finished_at, app_now())`, rev: sql`${tasks.rev} + 1` })
    .where(and(eq(tasks.communityId, communityId), eq(tasks.id, id)));
  await finishReached(tx, communityId);
}

/** Locks a task until commit against everything, claims included; false when it has been deleted. */
export async function holdTask(tx: Transaction, communityId: number, id: number): Promise<boolean> {
  const [row] = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.communityId, communityId), eq(tasks.id, id), isNull(tasks.deletedAt)))
    .for("update");
  return row !== undefined;
}

/** Deletes a task (its page then says who and when); its place is free again. */
export async function deleteTask(tx: Transaction, communityId: number, id: number, by: number): Promise<boolean> {
  const gone = await tx
    .update(tasks)
    .set({ deletedAt: sql`app_now()`, deletedBy: by, position: sql`'~' || id`, rev: sql`${tasks.rev} + 1` })
    .where(and(eq(tasks.communityId, communityId), eq(tasks.id, id), isNull(tasks.deletedAt)))
    .returning({ id: tasks.id });
  return gone.length === 1;
}

/** Says that `taskIds` wait for `blockerIds`; what was known already stays as it is. */
export async function addBlockers(
  tx: Transaction,
  communityId: number,
  taskIds: readonly number[],
  blockerIds: readonly number[],
) {
  const rows = taskIds.flatMap((taskId) => blockerIds.map((blockedById) => ({ communityId, taskId, blockedById })));
  if (rows.length > 0) await tx.insert(dependencies).values(rows).onConflictDoNothing();
}

/** Says that the task waits for these questions. */
export async function addAwaitedQuestions(
  tx: Transaction,
  communityId: number,
  taskId: number,
  questionIds: readonly number[],
) {
  const rows = questionIds.map((questionId) => ({ communityId, taskId, questionId }));
  if (rows.length > 0) await tx.insert(awaitedQuestions).values(rows).onConflictDoNothing();
}

/** Everything that waits for `taskId` waits for `others` too: what dividing a task must not lose. */
export async function passOnBlocking(tx: Transaction, communityId: number, taskId: number, others: readonly number[]) {
  const waiting = await tx
    .select({ taskId: dependencies.taskId })
    .from(dependencies)
    .where(and(eq(dependencies.communityId, communityId), eq(dependencies.blockedById, taskId)));
  await addBlockers(
    tx,
    communityId,
    waiting.map(({ taskId }) => taskId),
    others,
  );
}
