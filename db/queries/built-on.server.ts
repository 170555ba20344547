import { sql } from "drizzle-orm";
import type { StepChange } from "../../app/domain/roadmap/step-change";
import type { Transaction } from "../client.server";
import { findLastWriter } from "./last-writer.server";
import { idList, sameRow, stepColumns, stepTables } from "./step-pictures.server";
import { holdsNow } from "./task-facts.server";

type Built = { by: string | null; title: string };

/**
 * What somebody has gone on with since a step left it as `from`, so that it cannot become `to`: its title, and who that was. Null: all of it
 * is as the step left it, but for its place in a list.
 */
export async function findBuiltOn(
  tx: Transaction,
  communityId: number,
  from: StepChange,
  to: StepChange,
): Promise<Built | null> {
  for (const [id, left] of Object.entries(from.themes ?? {})) {
    const [theme] = await tx.execute<{ title: string; why: string }>(sql`
      select title, why from themes where community_id = ${communityId} and id = ${Number(id)}`);
    if (theme && theme.why !== left?.why) {
      return { by: await findLastWriter(tx, "themes", Number(id)), title: theme.title };
    }
  }
  const leaving: string[] = [];
  for (const table of stepTables) {
    const ids = Object.keys(from[table]);
    if (ids.length === 0) continue;
    const rows = await tx.execute<{ id: string; row: Record<string, unknown> }>(sql`
      select id::text as id, to_jsonb(t) as row from ${sql.identifier(table)} t
      where t.community_id = ${communityId} and t.id in ${idList(ids)}`);
    for (const { id, row } of rows) {
      const columns: readonly string[] = stepColumns[table];
      const now = Object.fromEntries(columns.map((name) => [name, row[name]]));
      const left = from[table][id] ?? null;
      // What the step made and an undoing took away again is as the step found it: gone.
      const isSame = left === null ? now.deleted_at !== null : sameRow(now, left, ["position"]);
      if (!isSame) return { by: await findLastWriter(tx, table, Number(id)), title: String(row.title) };
      const goes = (to[table][id]?.deleted_at ?? null) !== null || to[table][id] === null;
      if (table === "tasks" && goes && left !== null && left.deleted_at === null) leaving.push(id);
    }
  }
  const inside = await findInside(tx, communityId, from, to);
  return (
    inside ??
    (await findClaimed(tx, communityId, leaving, from)) ??
    (await findWaiting(tx, communityId, leaving, from, to))
  );
}

/** A task that came since into a pillar that would go, or go elsewhere. */
async function findInside(
  tx: Transaction,
  communityId: number,
  from: StepChange,
  to: StepChange,
): Promise<Built | null> {
  const restless = Object.keys(from.pillars).filter((id) => {
    const [was, will] = [from.pillars[id], to.pillars[id]];
    return !will || will.deleted_at !== null || will.theme_id !== was?.theme_id;
  });
  const [found] = await tx.execute<{ id: number; title: string }>(sql`
    select id::int as id, title from tasks where community_id = ${communityId} and deleted_at is null
      and pillar_id in ${idList(restless)} and id not in ${idList(Object.keys(from.tasks))} limit 1`);
  return found ? { by: await findLastWriter(tx, "tasks", found.id), title: found.title } : null;
}

/** Somebody claimed what would go, or a claim that was moved has ended or gone elsewhere. */
async function findClaimed(
  tx: Transaction,
  communityId: number,
  leaving: readonly string[],
  from: StepChange,
): Promise<Built | null> {
  const moved = Object.keys(from.claims);
  const [found] = await tx.execute<Built>(sql`
    select p.name as by, t.title from claims join people p on p.id = claims.person_id
    join tasks t on t.community_id = claims.community_id and t.id = claims.task_id
    where claims.community_id = ${communityId} and claims.task_id in ${idList(leaving)} and ${holdsNow}
      and claims.id not in ${idList(moved)} limit 1`);
  if (found) return found;
  for (const [id, row] of Object.entries(from.claims)) {
    const [claim] = await tx.execute<{ by: string; title: string; same: boolean }>(sql`
      select p.name as by, t.title, (${holdsNow} and claims.task_id = ${Number(row?.task_id)}) as same
      from claims join people p on p.id = claims.person_id
      join tasks t on t.community_id = claims.community_id and t.id = claims.task_id
      where claims.community_id = ${communityId} and claims.id = ${Number(id)}`);
    if (claim && !claim.same) return { by: claim.by, title: claim.title };
  }
  return null;
}

/** Something else waits for what would go, or waiting that comes back would close a circle. */
async function findWaiting(
  tx: Transaction,
  communityId: number,
  leaving: readonly string[],
  from: StepChange,
  to: StepChange,
): Promise<Built | null> {
  const waiting = await tx.execute<{ id: number; edge: string; title: string }>(sql`
    select d.task_id::int as id, d.task_id || '>' || d.blocked_by_id as edge, t.title from dependencies d
    join tasks t on t.community_id = d.community_id and t.id = d.task_id and t.deleted_at is null
    where d.community_id = ${communityId} and d.blocked_by_id in ${idList(leaving)}
      and d.task_id not in ${idList(leaving)}`);
  const added = waiting.find(({ edge }) => !from.waits.includes(edge));
  if (added) return { by: await findLastWriter(tx, "dependencies", added.id), title: added.title };
  for (const edge of to.waits) {
    const [task, blocker] = edge.split(">").map(Number);
    const [circle] = await tx.execute<{ title: string }>(sql`
      with recursive reached (id) as (
        select ${blocker}::bigint union
        select d.blocked_by_id from reached join dependencies d on d.community_id = ${communityId} and d.task_id = reached.id
          and not (d.task_id || '>' || d.blocked_by_id) in (select json_array_elements_text(${JSON.stringify(from.waits)}::json))
      )
      select t.title from reached join tasks t on t.community_id = ${communityId} and t.id = reached.id and t.id = ${task}`);
    if (circle) return { by: await findLastWriter(tx, "dependencies", task ?? 0), title: circle.title };
  }
  return null;
}
