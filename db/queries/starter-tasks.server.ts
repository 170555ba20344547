import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { limits } from "../../app/domain/limits";
import type { PairIds } from "../../app/domain/pairing/keep-fixed";
import { starterTasks } from "../../app/domain/pairing/starter-tasks";
import type { Registered } from "../../app/domain/plans/pairing";
import type { Queryable, Transaction } from "../client.server";
import { tasks } from "../schema/tasks";
import { themes } from "../schema/themes";
import { isFreeTask } from "./free-tasks.server";

/** A task that two people could begin with. */
export type Starter = { id: number; number: number; title: string };

/**
 * A free task for each of these pairs to begin with, by the newcomer's registration: in a theme both chose, none twice and none
 * that another pair was given, the best there are (see `starterTasks`). Pairs for whom there is none are left out. `people`:
 * those of the pairs, at least. One statement, and none when no two chose a theme together.
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
  const both = new Set(
    starting.flatMap(({ newcomerThemes, mentorThemes }) => newcomerThemes.filter((id) => mentorThemes.includes(id))),
  );
  if (both.size === 0) return new Map();
  const free = await listStartable(db, communityId, [...both], starting.length);
  const taskOf = new Map(free.map((task) => [task.id, task]));
  return new Map(
    starterTasks(starting, free).flatMap(({ id, taskId }) => {
      const task = taskOf.get(taskId);
      return task ? [[id, { id: task.id, number: task.number, title: task.title }] as const] : [];
    }),
  );
}

/**
 * The free tasks of these themes that no pair was given, of each theme the `most` that are soonest done: of tasks in one theme
 * the smaller fits everybody better, so that so many pairs never need one beyond them.
 */
function listStartable(db: Queryable, communityId: number, themeIds: number[], most: number) {
  const size = sql`coalesce(${tasks.sizeMinutes}, ${sql.raw(String(limits.firstTaskMinutes / 2))})`;
  const ranked = db
    .select({
      id: tasks.id,
      number: tasks.number,
      title: tasks.title,
      themeId: tasks.themeId,
      sizeMinutes: tasks.sizeMinutes,
      place: sql<number>`row_number() over (partition by ${tasks.themeId} order by ${size}, ${tasks.id})`.as("place"),
    })
    .from(tasks)
    .innerJoin(themes, and(eq(themes.communityId, tasks.communityId), eq(themes.id, tasks.themeId)))
    .where(
      and(
        eq(tasks.communityId, communityId),
        inArray(tasks.themeId, themeIds),
        isFreeTask,
        sql`not exists (select from pairs p where p.community_id = ${tasks.communityId} and p.starter_task_id = ${tasks.id}
          and p.ended_at is null)`,
      ),
    )
    .as("ranked");
  return db
    .select({
      id: ranked.id,
      number: ranked.number,
      title: ranked.title,
      themeId: ranked.themeId,
      sizeMinutes: ranked.sizeMinutes,
    })
    .from(ranked)
    .where(lte(ranked.place, most));
}

/**
 * Gives each of these new pairs what they could begin with (see `findStarters`), and says what. Of pairs made at the same
 * moment, those of a community come one after the other here, so that no task is given twice.
 */
export async function giveStarters(
  tx: Transaction,
  communityId: number,
  made: readonly (PairIds & { id: number })[],
  people: readonly Registered[],
): Promise<ReadonlyMap<number, Starter>> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('starter tasks'), ${communityId}::int)`);
  const starters = await findStarters(tx, communityId, made, people);
  const given = made.flatMap(({ id, newcomerId }) => {
    const starter = starters.get(newcomerId);
    return starter ? [{ id, task: starter.id }] : [];
  });
  if (given.length > 0) {
    await tx.execute(sql`update pairs p set starter_task_id = g.task
      from json_to_recordset(${JSON.stringify(given)}::json) as g(id bigint, task bigint)
      where p.community_id = ${communityId} and p.id = g.id`);
  }
  return starters;
}
