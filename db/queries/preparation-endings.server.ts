import { sql } from "drizzle-orm";
import type { Transaction } from "../client.server";
import { isReady } from "./task-facts.server";

/**
 * Finishes whatever preparations of a community have reached what they are about: the task is ready, the theme has a task that
 * is ready and was written since, the question has its decision, somebody with a place mentors the theme. Called by
 * the writes that bring it about, in their transaction, so that the credit is there with the deed; what came about in another
 * way is found with the next of them. One statement, and a short one while nobody prepares anything.
 */
export async function finishReached(tx: Transaction, communityId: number): Promise<void> {
  await tx.execute(sql`
    with reached as (
      select p.id from preparations p
      where p.community_id = ${communityId} and p.ended_at is null and p.expires_at > app_now() and case p.kind
        when 'task' then exists (select from tasks
          join themes on themes.community_id = tasks.community_id and themes.id = tasks.theme_id
          where tasks.community_id = p.community_id and tasks.id = p.task_id and tasks.deleted_at is null and ${isReady})
        when 'split' then exists (select from tasks
          join themes on themes.community_id = tasks.community_id and themes.id = tasks.theme_id
          where tasks.community_id = p.community_id and tasks.theme_id = p.theme_id and tasks.deleted_at is null
            and tasks.finished_at is null and tasks.created_at > p.claimed_at and ${isReady})
        when 'answer' then exists (select from decisions d
          where d.community_id = p.community_id and d.question_id = p.question_id)
        else exists (select from registrations r
          join wished_themes w on w.community_id = r.community_id and w.registration_id = r.id
          where r.community_id = p.community_id and r.sprint_id = p.sprint_id and r.role = 'mentor'
            and r.withdrawn_at is null and r.waiting_since is null and w.theme_id = p.theme_id)
        end
      order by p.id for update
    ), closed as (
      update preparations p set ended_at = app_now() from reached
      where p.community_id = ${communityId} and p.id = reached.id
      returning p.id, p.ended_at
    )
    insert into preparation_endings (community_id, preparation_id, reason, ended_by, ended_at)
    select ${communityId}, id, 'finished',
      (select m.person_id from memberships m where m.community_id = ${communityId}
        and m.person_id = nullif(current_setting('portolan.actor', true), '')::bigint), ended_at
    from closed`);
}

/** Writes the endings of a community's preparations whose clock has run out, so that they stand in nobody's way. */
export async function endExpiredPreparations(tx: Transaction, communityId: number): Promise<void> {
  await tx.execute(sql`
    with over as (
      select id from preparations
      where community_id = ${communityId} and ended_at is null and expires_at <= app_now() order by id for update
    ), closed as (
      update preparations p set ended_at = p.expires_at from over
      where p.community_id = ${communityId} and p.id = over.id returning p.id, p.ended_at
    )
    insert into preparation_endings (community_id, preparation_id, reason, ended_at)
    select ${communityId}, id, 'expired', ended_at from closed`);
}
