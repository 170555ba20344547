import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { foldWords } from "../../app/domain/fold";
import { limits } from "../../app/domain/limits";
import { canWait } from "../../app/domain/roadmap/deeds";
import type { No } from "../../app/domain/verdict";
import type { Queryable, Transaction } from "../client.server";
import { dependencies } from "../schema/dependencies";
import { tasks } from "../schema/tasks";
import { findHolder } from "./claims.server";
import { findCycleWith, findTasksByNumber, holdDependencies } from "./dependencies.server";
import { finishReached } from "./preparation-endings.server";
import { isLive, selectTaskFacts, type TaskFacts } from "./task-facts.server";
import { addBlockers } from "./task-writing.server";

type Task = { communityId: number; id: number; number: number };

/** What became of a wait that was added or taken out. */
export type Waited =
  /** It waits now; `holder` has it in hand meanwhile, and keeps it. */
  | { is: "added"; holder: string | null }
  /** It waited for that one already. */
  | { is: "known" }
  /** The task is finished, or waits for as many as it may. */
  | { is: "refused"; verdict: No }
  /** It would wait for itself: the circle, by number. */
  | { is: "circle"; cycle: number[] }
  /** There is no such task, or it has been taken off the roadmap. */
  | { is: "gone" };

/**
 * Makes a task wait for the one of this number. The community's row is held, so that two parts of a circle cannot both
 * come in, and then the task's own, so that a claim at the same moment happens wholly before (its holder keeps the task) or
 * wholly after (it is refused).
 */
export async function addBlocker(tx: Transaction, task: Task, number: number): Promise<Waited> {
  const { communityId, id } = task;
  await holdDependencies(tx, communityId);
  const held = await holdForWaits(tx, task);
  const [other] = await findTasksByNumber(tx, communityId, [number]);
  if (!held || !other) return { is: "gone" };
  const before = await listBlockerIds(tx, task);
  if (before.includes(other.id)) return { is: "known" };
  const verdict = canWait({ finished: held.finishedAt !== null, waits: before.length });
  if (!verdict.ok) return { is: "refused", verdict };
  const cycle = await findCycleWith(tx, communityId, task, [other]);
  if (cycle) return { is: "circle", cycle };
  await addBlockers(tx, communityId, [id], [other.id]);
  await countRevision(tx, task);
  const holder = await findHolder(tx, communityId, id);
  return { is: "added", holder: holder?.name ?? null };
}

/** Lets a task wait no longer for the one of this number; false when it did not. */
export async function removeBlocker(tx: Transaction, task: Task, number: number): Promise<boolean> {
  await holdDependencies(tx, task.communityId);
  const gone = await tx.execute(sql`
    delete from dependencies d using tasks b
    where d.community_id = ${task.communityId} and d.task_id = ${task.id}
      and b.community_id = d.community_id and b.id = d.blocked_by_id and b.number = ${number}
    returning d.task_id`);
  if (gone.length === 0) return false;
  await countRevision(tx, task);
  await finishReached(tx, task.communityId);
  return true;
}

/** Locks the task until commit against claims too; null when it has been taken off the roadmap. */
async function holdForWaits(tx: Transaction, { communityId, id }: Task) {
  const [row] = await tx
    .select({ finishedAt: tasks.finishedAt })
    .from(tasks)
    .where(and(eq(tasks.communityId, communityId), eq(tasks.id, id), isNull(tasks.deletedAt)))
    .for("no key update");
  return row ?? null;
}

/** A new revision, so that an edit form that was open before says what has changed. */
async function countRevision(tx: Transaction, { communityId, id }: Task): Promise<void> {
  await tx
    .update(tasks)
    .set({ rev: sql`${tasks.rev} + 1` })
    .where(and(eq(tasks.communityId, communityId), eq(tasks.id, id)));
}

async function listBlockerIds(tx: Transaction, { communityId, id }: Task): Promise<number[]> {
  const rows = await tx
    .select({ id: dependencies.blockedById })
    .from(dependencies)
    .where(and(eq(dependencies.communityId, communityId), eq(dependencies.taskId, id)));
  return rows.map((row) => row.id);
}

/** Titles as `foldWords` compares words. */
const folded = sql`normalize(regexp_replace(lower(normalize(${tasks.title}, NFKD)), '[\\u0300-\\u036f]', '', 'g'), NFC)`;

/** Every word is somewhere in the title. */
const hasWords = (words: string) =>
  and(
    ...foldWords(words)
      .split(" ")
      .map((word) => sql`strpos(${folded}, ${word}) > 0`),
  );

/**
 * Tasks a task could wait for, by words of their titles, in any theme of the community: the unfinished first, then those
 * of its own theme, the shortest title first; at most `limits.choices`, and whether there are `more`.
 */
export async function findTasksCalled(
  db: Queryable,
  communityId: number,
  task: { id: number; themeId: number },
  words: string,
): Promise<{ tasks: TaskFacts[]; more: boolean }> {
  const wanted = and(eq(tasks.communityId, communityId), ne(tasks.id, task.id), isLive, hasWords(words));
  const found = await selectTaskFacts(db)
    .where(wanted)
    .orderBy(
      asc(sql`(${tasks.finishedAt} is not null)`),
      asc(sql`(${tasks.themeId} <> ${task.themeId})`),
      asc(sql`length(${tasks.title})`),
      asc(tasks.number),
    )
    .limit(limits.choices + 1);
  return { tasks: found.slice(0, limits.choices), more: found.length > limits.choices };
}
