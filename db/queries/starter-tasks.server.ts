import type { PairIds } from "../../app/domain/pairing/keep-fixed";
import { starterTasks } from "../../app/domain/pairing/starter-tasks";
import type { Registered } from "../../app/domain/plans/pairing";
import type { Queryable } from "../client.server";
import { listFreeTasks } from "./free-tasks.server";

/** A task that two people could begin with. */
export type Starter = { number: number; title: string };

/** How many tasks are looked through, the shortest first: more than a sprint could begin with. */
const tasksMost = 5_000;

/**
 * A free task for each of these pairs to begin with, by the newcomer's registration: in a theme both chose, none twice, the best
 * there are (see `starterTasks`). Pairs for whom there is none are left out. `people`: those of the pairs, at least.
 */
export async function findStarters(
  db: Queryable,
  communityId: number,
  pairs: readonly PairIds[],
  people: readonly Registered[],
): Promise<ReadonlyMap<number, Starter>> {
  const themesOf = new Map(people.map(({ id, themes }) => [id, themes.map((theme) => theme.id)]));
  const starting = pairs
    .map(({ newcomerId, mentorId }) => ({
      id: newcomerId,
      newcomerThemes: themesOf.get(newcomerId) ?? [],
      mentorThemes: themesOf.get(mentorId) ?? [],
    }))
    .filter(({ newcomerThemes, mentorThemes }) => newcomerThemes.some((theme) => mentorThemes.includes(theme)));
  if (starting.length === 0) return new Map();
  const tasks = await listFreeTasks(db, communityId, { limit: tasksMost, offset: 0 });
  const taskOf = new Map(tasks.map((task) => [task.id, task]));
  return new Map(
    starterTasks(starting, tasks).flatMap(({ id, taskId }) => {
      const task = taskOf.get(taskId);
      return task ? [[id, { number: task.number, title: task.title }] as const] : [];
    }),
  );
}
