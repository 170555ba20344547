import { and, eq, sql } from "drizzle-orm";
import { canMerge } from "../../app/domain/roadmap/deeds";
import { mergeTexts } from "../../app/domain/tasks/merging";
import type { No } from "../../app/domain/verdict";
import type { Transaction } from "../client.server";
import { tasks } from "../schema/tasks";
import { moveClaim } from "./claim-endings.server";
import { findHolder } from "./claims.server";
import { listAwaited } from "./dependencies.server";
import { lockTheme } from "./desk.server";
import { withStep } from "./desk-steps.server";
import { finishReached } from "./preparation-endings.server";
import type { TaskFacts } from "./task-facts.server";
import { addAwaitedQuestions, deleteTask, editTask, holdTask } from "./task-writing.server";

export type TasksMerged =
  | { is: "merged"; holder: { personId: number; name: string; moved: boolean } | null }
  | { is: "refused"; verdict: No }
  /** Too much for one task, or tasks would wait for one another in a circle. */
  | { is: "unclear"; because: string }
  /** One of them was saved or deleted meanwhile. */
  | { is: "stale" };

/**
 * Puts one task into another of the community: every line of both, whatever either waits for and whatever waits for either,
 * the parts it was divided into, and the only holder. The other is deleted, and its address leads to the one that stays. One
 * step to undo, at the desk of the theme of the one that stays.
 */
export async function mergeTasks(
  tx: Transaction,
  communityId: number,
  kept: TaskFacts,
  other: TaskFacts,
  by: number,
): Promise<TasksMerged> {
  const themeIds = [...new Set([kept.themeId, other.themeId])].sort((a, b) => a - b);
  for (const themeId of themeIds) await lockTheme(tx, { communityId, themeId });
  for (const { id } of [kept, other]) if (!(await holdTask(tx, communityId, id))) return { is: "stale" };
  const [one, two] = [await findHolder(tx, communityId, kept.id), await findHolder(tx, communityId, other.id)];
  const facts = (task: TaskFacts, holder: typeof one) => ({
    number: task.number,
    finished: task.finishedAt !== null,
    holder: holder?.name ?? null,
  });
  const verdict = canMerge(facts(kept, one), facts(other, two));
  if (!verdict.ok) return { is: "refused", verdict };
  const text = mergeTexts(kept, other);
  if (!text)
    return { is: "unclear", because: "Together they say more than one task can hold. Shorten one of them first." };
  const between = await findBetween(tx, communityId, kept.id, other.id);
  if (between !== null) {
    const because = `“${between}” stands between the two: one waits for it, and it waits for the other. Change that first.`;
    return { is: "unclear", because };
  }
  const step = { communityId, themeId: kept.themeId, personId: by, deed: "merge" as const, about: kept.title };
  return withStep(tx, step, themeIds, async () => {
    if (!(await editTask(tx, { communityId, id: kept.id, rev: kept.rev }, text))) return { is: "stale" };
    await passOn(tx, communityId, other.id, kept.id);
    if (two) await moveClaim(tx, { communityId, id: two.claimId }, kept.id);
    await tx
      .update(tasks)
      .set({ mergedIntoId: kept.id })
      .where(and(eq(tasks.communityId, communityId), eq(tasks.id, other.id)));
    await deleteTask(tx, communityId, other.id, by);
    await finishReached(tx, communityId);
    const holder = one ?? two;
    return { is: "merged", holder: holder && { personId: holder.personId, name: holder.name, moved: holder === two } };
  });
}

/** Whatever one task waits for, and whatever waits for it or is a part of it, is the other's. */
async function passOn(tx: Transaction, communityId: number, from: number, to: number): Promise<void> {
  const awaited = await listAwaited(tx, communityId, from);
  const edges = await tx.execute<{ task: number; blocker: number }>(sql`
    delete from dependencies where community_id = ${communityId} and (task_id = ${from} or blocked_by_id = ${from})
    returning task_id::int as task, blocked_by_id::int as blocker`);
  for (const edge of edges) {
    const [task, blocker] = [edge.task === from ? to : edge.task, edge.blocker === from ? to : edge.blocker];
    if (task === blocker) continue;
    await tx.execute(sql`insert into dependencies (community_id, task_id, blocked_by_id)
      values (${communityId}, ${task}, ${blocker}) on conflict do nothing`);
  }
  await addAwaitedQuestions(
    tx,
    communityId,
    to,
    awaited.map(({ id }) => id),
  );
  await tx
    .update(tasks)
    .set({ dividedFromId: to })
    .where(and(eq(tasks.communityId, communityId), eq(tasks.dividedFromId, from), sql`${tasks.id} <> ${to}`));
}

/** The title of a task that one of the two waits for and that waits for the other, however far round; null without one. */
async function findBetween(tx: Transaction, communityId: number, one: number, two: number): Promise<string | null> {
  for (const [from, to] of [
    [one, two],
    [two, one],
  ]) {
    const [found] = await tx.execute<{ title: string }>(sql`
      with recursive reached (id, via) as (
        select blocked_by_id, blocked_by_id from dependencies
        where community_id = ${communityId} and task_id = ${from} and blocked_by_id <> ${to}
        union
        select d.blocked_by_id, reached.via from reached
        join dependencies d on d.community_id = ${communityId} and d.task_id = reached.id
      )
      select t.title from reached join tasks t on t.community_id = ${communityId} and t.id = reached.via
      where reached.id = ${to} and t.deleted_at is null limit 1`);
    if (found) return found.title;
  }
  return null;
}
