import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "../client.server";
import { people } from "../schema/people";
import { registrations } from "../schema/registrations";

/** What became of a draft since a revision: who changed it last, whether it was made anew, and whom it concerned. */
export type DraftChanges = { by: string | null; madeAnew: boolean; newcomerIds: number[] };

/** What became of a draft since `rev`, by the audit trail. */
export async function findDraftChanges(
  db: Queryable,
  { communityId, id }: { communityId: number; id: number },
  rev: number,
): Promise<DraftChanges> {
  const trail = sql`a.community_id = ${communityId} and a.outcome = 'ok'`;
  const steps = await db.execute<{ from: string; name: string | null; made: boolean }>(sql`
    select a.id as from, p.name, a.before is null as made from audit_rows a left join people p on p.id = a.actor_id
    where ${trail} and a.object = 'plans' and a.object_key = ${String(id)} and a.rev > ${rev} order by a.id`);
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return { by: null, madeAnew: false, newcomerIds: [] };
  if (first.made) return { by: last.name, madeAnew: true, newcomerIds: [] };
  const touched = await db.execute<{ newcomer: string }>(sql`
    select distinct a.object_key as newcomer from audit_rows a join registrations r
      on r.community_id = a.community_id and r.id::text = a.object_key
      join plans on plans.community_id = r.community_id and plans.sprint_id = r.sprint_id and plans.id = ${id}
    where ${trail} and a.object in ('planned_pairs', 'planned_waits', 'pair_rules') and a.id > ${first.from}`);
  const newcomerIds = touched.map(({ newcomer }) => Number(newcomer)).sort((a, b) => a - b);
  return { by: last.name, madeAnew: false, newcomerIds };
}

/** Whether a draft that is at `rev` was changed by nobody but this person since `seen`, and not made anew, by the audit trail. */
export async function isChangedBy(
  db: Queryable,
  { communityId, id }: { communityId: number; id: number },
  { seen, rev }: { seen: number; rev: number },
  personId: number,
): Promise<boolean> {
  const [own] = await db.execute<{ changes: number }>(sql`
    select count(distinct a.rev)::int as changes from audit_rows a
    where a.community_id = ${communityId} and a.outcome = 'ok' and a.object = 'plans' and a.object_key = ${String(id)}
      and a.rev > ${seen} and a.before is not null and a.actor_id = ${personId}`);
  return rev > seen && own?.changes === rev - seen;
}

/** Somebody with a place who has registered, or changed what they said, since a plan was made. `id`: their registration. */
export type RegistrationChange = { id: number; name: string; became: "registered" | "changed" };

/** Whose registration is not what it was when a plan was made, by name. By the audit trail rather than by the clock. */
export const listRegistrationChanges = (
  db: Queryable,
  { communityId, sprintId, id }: { communityId: number; sprintId: number; id: number },
): Promise<RegistrationChange[]> =>
  db
    .select({
      id: registrations.id,
      name: people.name,
      became: sql<RegistrationChange["became"]>`case
        when exists (${registrationTrail(sql`and a.before is null`, id)}) then 'registered' else 'changed' end`,
    })
    .from(registrations)
    .innerJoin(people, eq(people.id, registrations.personId))
    .where(
      and(
        eq(registrations.communityId, communityId),
        eq(registrations.sprintId, sprintId),
        isNull(registrations.withdrawnAt),
        isNull(registrations.waitingSince),
        sql`exists (${registrationTrail(sql``, id)})`,
      ),
    )
    .orderBy(asc(people.name), asc(registrations.id));

const registrationTrail = (more: SQL, planId: number) => sql`
  select from audit_rows a where a.object = 'registrations' and a.object_key = ${registrations.id}::text
    and a.community_id = ${registrations.communityId} ${more} and a.id > (
      select min(made.id) from audit_rows made where made.object = 'plans' and made.object_key = ${String(planId)})`;
