import { sql } from "drizzle-orm";
import type { Transaction } from "../client.server";
import { endClaim } from "./claim-endings.server";
import { holdDependencies } from "./dependencies.server";
import { isReady } from "./task-facts.server";
import { finishTask } from "./task-writing.server";

/** Somebody who hears that a task waits for nothing any more. */
export type Hearer = { personId: number; name: string; email: string };

/** A task that waits for nothing any more; `ready` when nothing else is missing either. */
export type FreedTask = { number: number; title: string; ready: boolean; hearers: Hearer[] };

/**
 * Ends a claim because its task is finished, and returns the tasks that only waited for it; null when the claim had ended
 * already, so that nobody is told twice. The community's row is held: of two tasks that a third one waits for, finished
 * at the same moment, the second frees it.
 */
export async function finishHeldTask(
  tx: Transaction,
  communityId: number,
  task: { id: number; claimId: number },
  ending: { note: string; endedBy: number },
): Promise<FreedTask[] | null> {
  await holdDependencies(tx, communityId);
  const closed = await endClaim(tx, { communityId, id: task.claimId }, { ...ending, reason: "finished" });
  if (!closed) return null;
  await finishTask(tx, communityId, task.id);
  return listFreed(tx, communityId, task.id, ending.endedBy);
}

/**
 * The unfinished tasks that waited for this one and wait for nothing now, with who hears of it: whom to ask about them,
 * who holds them, the champion of their theme and the organizers, but not `but`, who did it.
 */
async function listFreed(tx: Transaction, communityId: number, taskId: number, but: number): Promise<FreedTask[]> {
  const rows = await tx.execute<FreedTask>(sql`
    select tasks.number, tasks.title, ${isReady} as ready, (
      select coalesce(json_agg(json_build_object('personId', p.id, 'name', p.name, 'email', p.email) order by p.id), '[]')
      from people p
      where p.id <> ${but} and (
        p.id = tasks.mentor_id
        or exists (select from champions h where h.community_id = tasks.community_id and h.theme_id = tasks.theme_id
          and h.person_id = p.id and h.ended_at is null)
        or exists (select from memberships m where m.community_id = tasks.community_id and m.person_id = p.id and m.role = 'organizer')
        or exists (select from claims c where c.community_id = tasks.community_id and c.task_id = tasks.id
          and c.person_id = p.id and c.ended_at is null and c.expires_at > app_now()))) as hearers
    from dependencies waited
    join tasks on tasks.community_id = waited.community_id and tasks.id = waited.task_id
      and tasks.deleted_at is null and tasks.finished_at is null
    join themes on themes.community_id = tasks.community_id and themes.id = tasks.theme_id and themes.deleted_at is null
    where waited.community_id = ${communityId} and waited.blocked_by_id = ${taskId}
      and not exists (select from dependencies d
        join tasks b on b.community_id = d.community_id and b.id = d.blocked_by_id and b.finished_at is null and b.deleted_at is null
        join themes bt on bt.community_id = b.community_id and bt.id = b.theme_id and bt.deleted_at is null
        where d.community_id = tasks.community_id and d.task_id = tasks.id)
      and not exists (select from awaited_questions w
        join questions q on q.community_id = w.community_id and q.id = w.question_id and q.deleted_at is null
        where w.community_id = tasks.community_id and w.task_id = tasks.id
          and not exists (select from decisions x where x.community_id = q.community_id and x.question_id = q.id))
    order by tasks.number`);
  return [...rows];
}
