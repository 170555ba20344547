import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Guidance } from "../../app/domain/tasks/guidance";
import type { Queryable, Transaction } from "../client.server";
import { tasks } from "../schema/tasks";
import { finishReached } from "./preparation-endings.server";
import { holdsNow, isReady, isStale, lacking, says, selectTaskFacts, type TaskFacts } from "./task-facts.server";

/** A task that an organizer can do something for, with the newcomers who wish for its theme at a sprint that is not over. */
export type Preparable = TaskFacts & { wishes: number };

/** What to list: tasks that lack a must, the fewest first; or ready ones that ask to be checked, the longest unseen first. */
export type PreparableKind = "nearly ready" | "stale";

/**
 * A page of the tasks that an organizer can do something for, and how many there are (0 on a page that is none). Those whose
 * theme most newcomers wish for come first among equals. Not in it: what is held, finished, or in a theme put aside.
 */
export async function listPreparable(
  db: Queryable,
  communityId: number,
  kind: PreparableKind,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: Preparable[]; count: number }> {
  const [wanted, order] =
    kind === "stale"
      ? [sql`${isReady} and ${isStale}`, sql`wishes desc, tasks.checked_at, tasks.number`]
      : [sql`lacks.count > 0`, sql`lacks.count, wishes desc, tasks.number`];
  const found = await db.execute<{ id: string; wishes: number; count: number }>(sql`
    with wished as (
      select w.theme_id, count(distinct r.person_id)::int as wishes
      from wished_themes w
      join registrations r on r.community_id = w.community_id and r.id = w.registration_id
      join sprints s on s.community_id = r.community_id and s.id = r.sprint_id
      where w.community_id = ${communityId} and r.role = 'newcomer' and r.withdrawn_at is null
        and s.ends_on >= (app_now() at time zone s.time_zone)::date
      group by w.theme_id
    ), held as (
      select task_id from claims where community_id = ${communityId} and ${holdsNow}
    ), blocked as (
      select distinct d.task_id from dependencies d
      join tasks b on b.community_id = d.community_id and b.id = d.blocked_by_id and b.finished_at is null and b.deleted_at is null
      join themes bt on bt.community_id = b.community_id and bt.id = b.theme_id and bt.deleted_at is null
      where d.community_id = ${communityId}
    ), awaiting as (
      select distinct w.task_id from awaited_questions w
      join questions q on q.community_id = w.community_id and q.id = w.question_id and q.deleted_at is null
      left join decisions x on x.community_id = q.community_id and x.question_id = q.id and x.revised_at is null
      where w.community_id = ${communityId} and x.id is null
    )
    select tasks.id, coalesce(wished.wishes, 0) as wishes, count(*) over ()::int as count
    from tasks
    join themes on themes.community_id = tasks.community_id and themes.id = tasks.theme_id
    left join wished on wished.theme_id = tasks.theme_id
    left join blocked on blocked.task_id = tasks.id
    left join awaiting on awaiting.task_id = tasks.id
    cross join lateral (select ${lacking} as count) lacks
    where tasks.community_id = ${communityId} and tasks.deleted_at is null and tasks.finished_at is null
      and themes.deleted_at is null and themes.state not in ('parked', 'done')
      and tasks.id not in (select task_id from held) and ${wanted}
    order by ${order} limit ${limit} offset ${offset}`);
  if (found.length === 0) return { rows: [], count: 0 };
  const ids = found.map(({ id }) => Number(id));
  const facts = await selectTaskFacts(db).where(and(eq(tasks.communityId, communityId), inArray(tasks.id, ids)));
  const byId = new Map(facts.map((task) => [task.id, task]));
  const rows = found.flatMap(({ id, wishes }) => {
    const task = byId.get(Number(id));
    return task ? [{ ...task, wishes }] : [];
  });
  return { rows, count: found[0]?.count ?? 0 };
}

/** Says that somebody has looked whether a task is still true, and it is. */
export async function checkTask(tx: Transaction, communityId: number, id: number): Promise<void> {
  await tx
    .update(tasks)
    .set({ checkedAt: sql`app_now()` })
    .where(and(eq(tasks.communityId, communityId), eq(tasks.id, id), isNull(tasks.deletedAt)));
}

/** Writes a text of guidance where there is none; false when somebody has written one meanwhile, which stays. */
export async function fillGuidance(
  tx: Transaction,
  { communityId, id }: { communityId: number; id: number },
  field: Guidance,
  text: string,
): Promise<boolean> {
  const filled = await tx
    .update(tasks)
    .set({ [field]: text, rev: sql`${tasks.rev} + 1` })
    .where(
      and(
        eq(tasks.communityId, communityId),
        eq(tasks.id, id),
        isNull(tasks.deletedAt),
        sql`not (${says(`tasks.${tasks[field].name}`)})`,
      ),
    )
    .returning({ id: tasks.id });
  if (filled.length === 1) await finishReached(tx, communityId);
  return filled.length === 1;
}
