import { type SQL, sql } from "drizzle-orm";
import type { SprintRole } from "../../app/domain/people/roles";
import type { PairEnding } from "../../app/domain/sprint/words";
import type { Transaction } from "../client.server";

/** Somebody of a pair, for the letter that tells them. */
type InPair = { personId: number; name: string; email: string };

/** A pair that has just ended. `lockIns` were called off with it; `known`: the two had been told that they are a pair. */
export type EndedPair = { id: number; newcomer: InPair; mentor: InPair; known: boolean; lockIns: number };

/**
 * Ends a pair, if it goes on; null when it had ended already. Its seat is free again, and lock-ins of it that have not
 * begun are called off. The ending keeps why, by whom, and the note; its instant is the pair's own.
 */
export async function endPair(
  tx: Transaction,
  pair: { communityId: number; id: number },
  ending: { reason: PairEnding; note: string; endedBy: number },
): Promise<EndedPair | null> {
  const [ended] = await endPairs(tx, pair.communityId, sql`id = ${pair.id}`, ending);
  return ended ?? null;
}

/** Ends every pair of somebody who leaves a sprint, proposed ones too, as `endPair` does. `id` is their registration's. */
export const endPairsOf = (
  tx: Transaction,
  communityId: number,
  leaver: { id: number; role: SprintRole },
  endedBy: number,
): Promise<EndedPair[]> =>
  endPairs(tx, communityId, sql`${leaver.id} in (newcomer_id, mentor_id)`, {
    reason: leaver.role === "newcomer" ? "newcomer_left" : "mentor_left",
    note: "",
    endedBy,
  });

async function endPairs(
  tx: Transaction,
  communityId: number,
  which: SQL,
  { reason, note, endedBy }: { reason: PairEnding; note: string; endedBy: number },
): Promise<EndedPair[]> {
  const ended = await tx.execute<EndedPair>(sql`
    with going_on as (
      select community_id, id from pairs where community_id = ${communityId} and ended_at is null and ${which}
      order by id for update
    ), closed as (
      update pairs p set ended_at = app_now() from going_on o where p.community_id = o.community_id and p.id = o.id
      returning p.community_id, p.id, p.newcomer_id, p.mentor_id, p.active_at, p.ended_at
    ), kept as (
      insert into pair_endings (community_id, pair_id, reason, note, ended_by, ended_at)
      select community_id, id, ${reason}, ${note}, ${endedBy}, ended_at from closed
    ), called_off as (
      update blocks b set cancelled_at = app_now() from closed c where b.community_id = c.community_id
        and b.pair_id = c.id and b.cancelled_at is null and b.starts_at > app_now()
      returning b.pair_id
    )
    select c.id::int as id, c.active_at is not null as known, ${inPair("c.newcomer_id")} as newcomer,
      ${inPair("c.mentor_id")} as mentor, (select count(*)::int from called_off o where o.pair_id = c.id) as "lockIns"
    from closed c order by c.id`);
  return [...ended];
}

const inPair = (registration: string) => sql`(
  select json_build_object('personId', person.id, 'name', person.name, 'email', person.email)
  from registrations r join people person on person.id = r.person_id
  where r.community_id = c.community_id and r.id = ${sql.raw(registration)})`;
