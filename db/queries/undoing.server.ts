import { and, eq, sql } from "drizzle-orm";
import type { StepChange, StepRow } from "../../app/domain/roadmap/step-change";
import type { DeskDeed } from "../../app/domain/roadmap/step-words";
import type { Transaction } from "../client.server";
import { deskSteps } from "../schema/desk-steps";
import { holdTheme } from "./boards.server";
import { findBuiltOn } from "./built-on.server";
import { holdDependencies } from "./dependencies.server";
import { findNextSteps, type StepPlace } from "./desk-steps.server";
import { idList, type StepTable, stepColumns, stepTables } from "./step-pictures.server";

export type Stepped =
  | { is: "stepped"; deed: DeskDeed; about: string }
  /** Somebody has gone on from it: nothing was written. */
  | { is: "built on"; by: string | null; title: string }
  | { is: "nothing" };

/**
 * Undoes a person's last step at a theme's desk, or does again the last one they undid. Every row it touched has to be as
 * the step left it (but for its place in a list); otherwise somebody has gone on from it, and nothing is written.
 */
export async function takeStep(tx: Transaction, place: StepPlace, way: "undo" | "redo"): Promise<Stepped> {
  const { communityId } = place;
  await holdDependencies(tx, communityId);
  const next = (await findNextSteps(tx, place))[way];
  if (!next) return { is: "nothing" };
  const key = and(eq(deskSteps.communityId, communityId), eq(deskSteps.id, next.id));
  const [step] = await tx.select().from(deskSteps).where(key);
  if (!step) return { is: "nothing" };
  const [from, to] = way === "undo" ? [step.after, step.before] : [step.before, step.after];
  await holdTheme(tx, communityId, place.themeId);
  await lockRows(tx, communityId, from);
  const built = await findBuiltOn(tx, communityId, from, to);
  if (built) return { is: "built on", ...built };
  await restore(tx, place, from, to);
  await tx
    .update(deskSteps)
    .set({ undoneAt: way === "undo" ? sql`app_now()` : null })
    .where(key);
  return { is: "stepped", deed: step.deed, about: step.about };
}

async function lockRows(tx: Transaction, communityId: number, from: StepChange): Promise<void> {
  for (const table of stepTables) {
    await tx.execute(sql`select id from ${sql.identifier(table)}
      where community_id = ${communityId} and id in ${idList(Object.keys(from[table]))} order by id for update`);
  }
}

async function restore(tx: Transaction, place: StepPlace, from: StepChange, to: StepChange): Promise<void> {
  const { communityId } = place;
  await changeEdges(tx, communityId, "dependencies", "blocked_by_id", from.waits, to.waits);
  await changeEdges(tx, communityId, "awaited_questions", "question_id", from.awaits, to.awaits);
  // Out of the way first: places that are taken, and pillars whose theme changes under their tasks.
  for (const table of stepTables) {
    await tx.execute(sql`update ${sql.identifier(table)} set position = '~~' || id
      where community_id = ${communityId} and id in ${idList(Object.keys(to[table]))}`);
  }
  await tx.execute(sql`update tasks set pillar_id = null
    where community_id = ${communityId} and id in ${idList(Object.keys(to.tasks))}`);
  for (const table of stepTables) {
    for (const [id, row] of Object.entries(to[table])) await writeRow(tx, place, table, id, row);
  }
  for (const [id, row] of Object.entries(to.themes ?? {})) {
    await tx.execute(sql`update themes t set why = w.why, why_changed_at = w.why_changed_at, rev = t.rev + 1
      from jsonb_populate_record(null::themes, ${JSON.stringify(row)}::jsonb) w
      where t.community_id = ${communityId} and t.id = ${Number(id)}`);
  }
  for (const [id, row] of Object.entries(to.claims)) {
    await tx.execute(sql`update claims set task_id = ${Number(row?.task_id)}
      where community_id = ${communityId} and id = ${Number(id)}`);
  }
}

/** A row as it is to be. One that is not to be there is deleted; one whose place is taken meanwhile goes to the end. */
async function writeRow(tx: Transaction, place: StepPlace, table: StepTable, id: string, row: StepRow): Promise<void> {
  const { communityId, personId } = place;
  const here = sql`community_id = ${communityId} and id = ${Number(id)}`;
  if (row === null) {
    await tx.execute(sql`update ${sql.identifier(table)} set deleted_at = app_now(), deleted_by = ${personId},
      position = '~' || id, rev = rev + 1 where ${here}`);
    return;
  }
  const columns = stepColumns[table].filter((name) => name !== "position");
  const names = sql.join(
    columns.map((name) => sql.identifier(name)),
    sql`, `,
  );
  const wanted = sql`jsonb_populate_record(null::${sql.identifier(table)}, ${JSON.stringify(row)}::jsonb)`;
  const sameList = table === "tasks" ? sql`and o.pillar_id is not distinct from w.pillar_id` : sql``;
  await tx.execute(sql`
    update ${sql.identifier(table)} t set (${names}) = (select ${names} from ${wanted}), rev = t.rev + 1,
      position = (select case when exists (select from ${sql.identifier(table)} o where o.community_id = ${communityId}
        and o.theme_id = w.theme_id ${sameList} and o.position = w.position and o.id <> ${Number(id)})
        then (select max(o.position) from ${sql.identifier(table)} o where o.community_id = ${communityId}
          and o.theme_id = w.theme_id ${sameList} and o.position < '~') || 'V' else w.position end from ${wanted} w)
    where t.community_id = ${communityId} and t.id = ${Number(id)}`);
}

async function changeEdges(
  tx: Transaction,
  communityId: number,
  table: "dependencies" | "awaited_questions",
  other: "blocked_by_id" | "question_id",
  away: readonly string[],
  back: readonly string[],
): Promise<void> {
  const pairs = (edges: readonly string[]) => JSON.stringify(edges.map((edge) => edge.split(">").map(Number)));
  const rows = (edges: readonly string[]) =>
    sql`(select (pair->>0)::bigint, (pair->>1)::bigint from json_array_elements(${pairs(edges)}::json) pair)`;
  if (away.length > 0) {
    await tx.execute(sql`delete from ${sql.identifier(table)} where community_id = ${communityId}
      and (task_id, ${sql.identifier(other)}) in ${rows(away)}`);
  }
  if (back.length > 0) {
    await tx.execute(sql`insert into ${sql.identifier(table)} (community_id, task_id, ${sql.identifier(other)})
      select ${communityId}, task, other from ${rows(back)} as e (task, other) on conflict do nothing`);
  }
}
