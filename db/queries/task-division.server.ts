import { and, eq, isNull } from "drizzle-orm";
import { canDivide } from "../../app/domain/roadmap/deeds";
import type { OutlineTask } from "../../app/domain/roadmap/outline-types";
import { readPartWaits } from "../../app/domain/tasks/part-waits";
import type { No } from "../../app/domain/verdict";
import type { Transaction } from "../client.server";
import { tasks } from "../schema/tasks";
import { holdTheme } from "./boards.server";
import { moveClaim } from "./claim-endings.server";
import { findHolder } from "./claims.server";
import { holdDependencies, listAwaited, listBlockers, listWaits } from "./dependencies.server";
import { lockTheme } from "./desk.server";
import { withStep } from "./desk-steps.server";
import { finishReached } from "./preparation-endings.server";
import type { TaskFacts } from "./task-facts.server";
import { addAwaitedQuestions, addBlockers, addTasks, editTask, holdTask, type TaskText } from "./task-writing.server";

/** Whoever held the whole, and the number of the part they go on with. */
export type Holder = { personId: number; name: string; number: number };

/** What became of a division; unless it is "divided", nothing was written. */
export type Divided =
  | { is: "divided"; numbers: number[]; holder: Holder | null }
  /** It is finished. */
  | { is: "refused"; verdict: No }
  /** Somebody saved or deleted the task since `rev`. */
  | { is: "stale" }
  /** What the parts need could not be found, or goes round in a circle. */
  | { is: "unclear"; because: string };

/**
 * Divides a task into parts, right behind it and in its pillar. The task stays, with its number, its history and whatever
 * waits for it, and waits for its parts; each part waits for what it waited for, and takes over its goal and its mentor.
 * Whoever holds it goes on with the part `keeps` (from 1), on the same clock. One step to undo.
 */
export async function divideTask(
  tx: Transaction,
  communityId: number,
  task: TaskFacts,
  parts: readonly OutlineTask[],
  { by, keeps }: { by: number; keeps: number },
): Promise<Divided> {
  await lockTheme(tx, { communityId, themeId: task.themeId });
  const step = { communityId, themeId: task.themeId, personId: by, deed: "divide" as const, about: task.title };
  return withStep(tx, step, [task.themeId], () => divide(tx, communityId, task, parts, keeps));
}

async function divide(
  tx: Transaction,
  communityId: number,
  task: TaskFacts,
  parts: readonly OutlineTask[],
  keeps: number,
): Promise<Divided> {
  await holdDependencies(tx, communityId);
  await holdTheme(tx, communityId, task.themeId);
  if (!(await holdTask(tx, communityId, task.id))) return { is: "stale" };
  const holder = await findHolder(tx, communityId, task.id);
  const verdict = canDivide({ finished: task.finishedAt !== null });
  if (!verdict.ok) return { is: "refused", verdict };
  if (holder && (!parts[keeps - 1] || parts[keeps - 1]?.done)) {
    const because = `There is no open part ${keeps} for ${holder.name} to go on with. Choose another part for them.`;
    return { is: "unclear", because };
  }

  const inTheme = await tx
    .select({ id: tasks.id, number: tasks.number, title: tasks.title })
    .from(tasks)
    .where(and(eq(tasks.communityId, communityId), eq(tasks.themeId, task.themeId), isNull(tasks.deletedAt)));
  const ids = inTheme.map(({ id }) => id);
  const read = readPartWaits(task, parts, inTheme, await listWaits(tx, communityId, ids));
  if (!read.ok) return { is: "unclear", because: read.because };

  const { themeId, pillarId, rev } = task;
  if (!(await editTask(tx, { communityId, id: task.id, rev }, {}))) return { is: "stale" };
  const texts = parts.map((part) => ({ ...textOf(part, task), finished: part.done, dividedFromId: task.id }));
  const made = await addTasks(tx, { communityId, themeId, pillarId }, texts, task.id);
  if (made.length === 0) return { is: "stale" };

  const partIds = made.map(({ id }) => id);
  const blockers = await listBlockers(tx, communityId, task.id);
  const awaited = await listAwaited(tx, communityId, task.id);
  await addBlockers(
    tx,
    communityId,
    partIds,
    blockers.map(({ id }) => id),
  );
  for (const [index, id] of partIds.entries()) {
    const waits = read.waits[index];
    const others = (waits?.parts ?? []).flatMap((other) => partIds[other] ?? []);
    await addBlockers(tx, communityId, [id], [...others, ...(waits?.taskIds ?? [])]);
    await addAwaitedQuestions(
      tx,
      communityId,
      id,
      awaited.map((question) => question.id),
    );
  }
  await addBlockers(tx, communityId, [task.id], partIds);
  await finishReached(tx, communityId);
  const kept = made[keeps - 1];
  if (holder && kept) await moveClaim(tx, { communityId, id: holder.claimId }, kept.id);
  return {
    is: "divided",
    numbers: made.map(({ number }) => number),
    holder: holder && kept ? { personId: holder.personId, name: holder.name, number: kept.number } : null,
  };
}

const textOf = (part: OutlineTask, whole: TaskFacts): TaskText => ({
  title: part.title,
  kind: part.kind,
  sizeMinutes: part.sizeMinutes,
  goal: part.goal || whole.goal,
  start: part.start,
  doneWhen: part.doneWhen,
  verify: part.verify,
  notes: part.notes,
  skills: part.skills.length > 0 ? part.skills : whole.skills,
  links: part.links,
  mentorId: whole.mentorId,
});
