import type { Transaction } from "../client.server";
import { holdThemes } from "./boards.server";
import {
  findCycleWith,
  findTasksByNumber,
  holdDependencies,
  listBlockers,
  replaceAwaited,
  replaceBlockers,
} from "./dependencies.server";
import { finishReached } from "./preparation-endings.server";
import { addAwaitedQuestions, addBlockers, addTasks, editTask, keysAtEnd, type TaskText } from "./task-writing.server";
import { isPillarOf } from "./tasks.server";

type Place = { themeId: number; pillarId: number | null };

export type TaskRevision = {
  text: TaskText;
  place: Place;
  /** The numbers of the tasks it is to wait for, and the ids of the questions. */
  waitsFor: readonly number[];
  questionIds: readonly number[];
};

/** What became of a revision; unless it is "saved", nothing was written. */
export type Revised =
  | { is: "saved" }
  /** Somebody saved, or deleted the task, since `rev`. */
  | { is: "stale" }
  /** There is no task with these numbers. */
  | { is: "unknown"; numbers: number[] }
  /** It would wait for itself: the circle, by number. */
  | { is: "circle"; cycle: number[] }
  /** The place it was to go to has been deleted. */
  | { is: "nowhere" };

/**
 * Rewrites a task, its place, and what it waits for, if it still is at `rev`. Whoever changes a place or what waits for
 * what holds the community's row meanwhile, so that two halves of a circle cannot both come in.
 */
export async function reviseTask(
  tx: Transaction,
  task: { communityId: number; id: number; number: number; rev: number } & Place,
  to: TaskRevision,
): Promise<Revised> {
  const { communityId, id, number, rev } = task;
  const moves = to.place.themeId !== task.themeId || to.place.pillarId !== task.pillarId;
  const before = await listBlockers(tx, communityId, id);
  const rewires = !sameNumbers(
    before.map((blocker) => blocker.number),
    to.waitsFor,
  );
  if (moves || rewires) await holdDependencies(tx, communityId);

  const blockers = rewires ? await findTasksByNumber(tx, communityId, to.waitsFor) : before;
  const unknown = to.waitsFor.filter((wanted) => !blockers.some((blocker) => blocker.number === wanted));
  if (unknown.length > 0) return { is: "unknown", numbers: unknown };
  const cycle = rewires ? await findCycleWith(tx, communityId, { number }, blockers) : null;
  if (cycle) return { is: "circle", cycle };
  const boards = moves ? await holdThemes(tx, communityId, [task.themeId, to.place.themeId]) : [];
  const board = boards.find((held) => held.id === to.place.themeId);
  if (moves && !(board && (await hasPillar(tx, communityId, to.place)))) return { is: "nowhere" };

  const [position] = moves ? await keysAtEnd(tx, { communityId, ...to.place }, 1) : [];
  const place = position === undefined ? {} : { ...to.place, position, placedRev: board?.rev ?? 0 };
  if (!(await editTask(tx, { communityId, id, rev }, { ...to.text, ...place }))) return { is: "stale" };
  if (rewires) {
    const ids = blockers.map((blocker) => blocker.id);
    await replaceBlockers(tx, communityId, id, ids);
  }
  await replaceAwaited(tx, communityId, id, to.questionIds);
  await finishReached(tx, communityId);
  return { is: "saved" };
}

export type Added =
  | { is: "added"; number: number }
  /** There is no task with these numbers. */
  | { is: "unknown"; numbers: number[] }
  /** The theme it was to go to has been deleted. */
  | { is: "nowhere" };

/** Adds a task at the end of a place, with what it waits for. Nothing can wait for it yet, so it closes no circle. */
export async function addTaskWaiting(
  tx: Transaction,
  place: { communityId: number } & Place,
  text: TaskText,
  waits: Pick<TaskRevision, "waitsFor" | "questionIds">,
): Promise<Added> {
  const { communityId } = place;
  const blockers = await findTasksByNumber(tx, communityId, waits.waitsFor);
  const unknown = waits.waitsFor.filter((wanted) => !blockers.some(({ number }) => number === wanted));
  if (unknown.length > 0) return { is: "unknown", numbers: unknown };
  const [made] = await addTasks(tx, place, [text]);
  if (!made) return { is: "nowhere" };
  const ids = blockers.map(({ id }) => id);
  await addBlockers(tx, communityId, [made.id], ids);
  await addAwaitedQuestions(tx, communityId, made.id, waits.questionIds);
  await finishReached(tx, communityId);
  return { is: "added", number: made.number };
}

const sameNumbers = (some: readonly number[], others: readonly number[]) =>
  some.length === others.length && some.every((number) => others.includes(number));

const hasPillar = async (tx: Transaction, communityId: number, { themeId, pillarId }: Place): Promise<boolean> =>
  pillarId === null || isPillarOf(tx, communityId, themeId, pillarId);
