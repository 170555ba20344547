import { sql } from "drizzle-orm";
import type { PlannedTask } from "../../app/domain/roadmap/reconcile-types";
import type { Transaction } from "../client.server";

/** The rows behind the keys of a plan. */
export type PlannedRows = { tasks: ReadonlyMap<string, number>; questions: ReadonlyMap<string, number> };

/**
 * Makes the new and changed tasks of a plan wait for what it says. A plan keeps every need that is stored, so nothing is
 * ever taken away. One statement a kind of need, however many there are.
 */
export async function addNeeds(
  tx: Transaction,
  communityId: number,
  planned: readonly PlannedTask[],
  rows: PlannedRows,
): Promise<void> {
  const touched = planned.filter(({ change }) => change !== "same");
  const waits = touched.flatMap((task) =>
    task.needs.map((need) => ({ task: rows.tasks.get(task.key), ...otherOf(need, rows) })),
  );
  if (waits.length === 0) return;
  const wanted = sql`json_to_recordset(${JSON.stringify(waits)}::json) as wanted (task bigint, blocker bigint, question bigint)`;
  await tx.execute(sql`
    insert into dependencies (community_id, task_id, blocked_by_id)
    select ${communityId}, task, blocker from ${wanted} where blocker is not null on conflict do nothing`);
  await tx.execute(sql`
    insert into awaited_questions (community_id, task_id, question_id)
    select ${communityId}, task, question from ${wanted} where question is not null on conflict do nothing`);
}

/**
 * Ends the waiting of a plan's changed tasks for what the plan does not name: for a plan that says all there is. Run it
 * before the plan is applied; what is new cannot be waited for yet.
 */
export async function dropNeeds(
  tx: Transaction,
  communityId: number,
  planned: readonly PlannedTask[],
  rows: PlannedRows,
) {
  const tasks = planned.flatMap(({ change, id }) => (change === "changed" && id !== null ? [Number(id)] : []));
  if (tasks.length === 0) return;
  const kept = planned.flatMap((task) =>
    task.id === null ? [] : task.needs.map((need) => ({ task: Number(task.id), ...otherOf(need, rows) })),
  );
  const own = sql`(select value::bigint from json_array_elements_text(${JSON.stringify(tasks)}::json))`;
  const wanted = sql`json_to_recordset(${JSON.stringify(kept)}::json) as kept (task bigint, blocker bigint, question bigint)`;
  await tx.execute(sql`
    delete from dependencies d where d.community_id = ${communityId} and d.task_id in ${own}
      and not exists (select from ${wanted} where kept.task = d.task_id and kept.blocker = d.blocked_by_id)`);
  await tx.execute(sql`
    delete from awaited_questions w where w.community_id = ${communityId} and w.task_id in ${own}
      and not exists (select from ${wanted} where kept.task = w.task_id and kept.question = w.question_id)`);
}

function otherOf(need: PlannedTask["needs"][number], rows: PlannedRows): { blocker?: number; question?: number } {
  switch (need.of) {
    case "task":
      return { blocker: rows.tasks.get(need.key) };
    case "question":
      return { question: rows.questions.get(need.key) };
    case "stored task":
      return { blocker: Number(need.id) };
    case "stored question":
      return { question: Number(need.id) };
  }
}
