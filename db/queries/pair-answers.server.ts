import { and, eq, isNull, sql } from "drizzle-orm";
import { limits } from "../../app/domain/limits";
import type { Decline } from "../../app/domain/plans/declines";
import { canPair } from "../../app/domain/plans/deeds";
import { nextBest } from "../../app/domain/plans/next-best";
import { unpaired } from "../../app/domain/plans/pairing";
import { runPairing } from "../../app/domain/plans/run";
import type { PairSide } from "../../app/domain/sprint/words";
import type { Database, Queryable, Transaction } from "../client.server";
import { pairAnswers } from "../schema/pair-answers";
import { pairs } from "../schema/pairs";
import { change, type Doer } from "./change.server";
import { type EndedPair, endPair } from "./pair-endings.server";
import { setPairRule } from "./pair-rules.server";
import { findPairing } from "./pairing.server";
import { advanceDraft, letWaitInDraft, placeInDraft, storeDraft } from "./plan-writing.server";
import { keepStep } from "./planning.server";
import { holdSprint } from "./sprints.server";

/*
 * What the two of a published pair say to it. A row of `pair_answers` is written once a side, while the pair goes on; whoever has
 * checked in has said yes by that.
 */

type PairKey = { communityId: number; id: number };

/** One of the two says yes; a second yes changes nothing. False when the pair has ended. */
export async function acceptPair(
  tx: Transaction,
  { communityId, id }: PairKey,
  { side, personId }: { side: PairSide; personId: number },
): Promise<boolean> {
  if (!(await holdPair(tx, { communityId, id }))) return false;
  await tx
    .insert(pairAnswers)
    .values({ communityId, pairId: id, side, answer: "accepted", answeredBy: personId })
    .onConflictDoNothing();
  return true;
}

async function holdPair(tx: Transaction, { communityId, id }: PairKey): Promise<boolean> {
  const [held] = await tx
    .select({ id: pairs.id })
    .from(pairs)
    .where(and(eq(pairs.communityId, communityId), eq(pairs.id, id), isNull(pairs.endedAt)))
    .for("update");
  return held !== undefined;
}

/**
 * One of the two says no: the pair has ended, is not made again unless organizers take that back, and the next best for the
 * newcomer stands in the draft at once (a draft is made where there is none). Null when the pair had ended, or when this side
 * had answered before. `tell` writes to people in the same transaction.
 */
export function declinePair(
  db: Database,
  doer: Doer,
  { communityId, sprintId, id }: PairKey & { sprintId: number },
  { side, personId, reason }: { side: PairSide; personId: number; reason: string },
  tell?: (tx: Transaction, ended: EndedPair) => Promise<void>,
): Promise<EndedPair | null> {
  return change(db, doer, "decline pair", async (tx) => {
    const sprint = await holdSprint(tx, communityId, sprintId);
    if (!sprint || !(await holdPair(tx, { communityId, id }))) return null;
    const [said] = await tx
      .insert(pairAnswers)
      .values({ communityId, pairId: id, side, answer: "declined", reason, answeredBy: personId })
      .onConflictDoNothing()
      .returning({ pairId: pairAnswers.pairId });
    const [pair] = await tx
      .select({ newcomerId: pairs.newcomerId, mentorId: pairs.mentorId })
      .from(pairs)
      .where(and(eq(pairs.communityId, communityId), eq(pairs.id, id)));
    if (!said || !pair) return null;
    const ended = await endPair(tx, { communityId, id }, { reason: "declined", note: "", endedBy: personId });
    await setPairRule(tx, { communityId, sprintId, ...pair }, "forbidden", personId);
    if (canPair(sprint, sprint.now).ok) await proposeNext(tx, { communityId, sprintId }, sprint, pair.newcomerId);
    if (ended) await tell?.(tx, ended);
    return ended;
  });
}

async function proposeNext(
  tx: Transaction,
  at: { communityId: number; sprintId: number },
  sprint: NonNullable<Awaited<ReturnType<typeof holdSprint>>>,
  newcomerId: number,
): Promise<void> {
  const pairing = await findPairing(tx, at.communityId, sprint);
  const newcomer = unpaired(pairing).find(({ id }) => id === newcomerId);
  if (!newcomer) return;
  const { draft } = pairing;
  if (!draft) await storeDraft(tx, at, null, runPairing(pairing));
  else if (await advanceDraft(tx, { communityId: at.communityId, id: draft.id })) {
    const next = nextBest(pairing, newcomer);
    const plan = { ...at, id: draft.id };
    if ("mentorId" in next) await placeInDraft(tx, plan, { ...next, byHand: false });
    else await letWaitInDraft(tx, plan, next);
  }
  await keepStep(tx, at, pairing, { deed: "propose", madeBy: null });
}

const hasSaid = (side: PairSide) => sql`(
  exists (select from pair_answers a where a.community_id = p.community_id and a.pair_id = p.id and a.side = ${side})
  or exists (select from check_ins c join registrations r on r.community_id = c.community_id and r.person_id = c.author_id
    where c.community_id = p.community_id and c.pair_id = p.id and r.id = ${sql.raw(`p.${side}_id`)}))`;

/** How far the two of a pair that goes on have answered, and which of them have been reminded. */
export type Answers = {
  pairId: number;
  newcomer: boolean;
  mentor: boolean;
  reminded: PairSide[];
};

/** How far each published pair of a sprint that goes on has been answered, by pair. */
export async function listAnswers(db: Queryable, communityId: number, sprintId: number): Promise<Answers[]> {
  return [
    ...(await db.execute<Answers>(sql`
      select p.id::int as "pairId", ${hasSaid("newcomer")} as newcomer, ${hasSaid("mentor")} as mentor,
        array(select m.side from pair_reminders m where m.community_id = p.community_id and m.pair_id = p.id) as reminded
      from pairs p where p.community_id = ${communityId} and p.sprint_id = ${sprintId}
        and p.active_at is not null and p.ended_at is null order by p.id`)),
  ];
}

/** The newest decline of each newcomer of a sprint who has no mentor now, by the newcomer's name. */
export async function listDeclines(db: Queryable, communityId: number, sprintId: number): Promise<Decline[]> {
  return [
    ...(await db.execute<Decline>(sql`
      select * from (
        select distinct on (p.newcomer_id) p.id::int as "pairId", a.side, p.newcomer_id::int as "newcomerId",
          np.name as newcomer, mp.name as mentor, a.reason
        from pair_answers a join pairs p on p.community_id = a.community_id and p.id = a.pair_id
          join registrations n on n.community_id = p.community_id and n.id = p.newcomer_id and n.withdrawn_at is null
          join people np on np.id = n.person_id
          join registrations m on m.community_id = p.community_id and m.id = p.mentor_id
          join people mp on mp.id = m.person_id
        where a.community_id = ${communityId} and p.sprint_id = ${sprintId} and a.answer = 'declined'
          and not exists (select from pairs o where o.community_id = p.community_id and o.newcomer_id = p.newcomer_id
            and o.ended_at is null)
        order by p.newcomer_id, a.answered_at desc
      ) newest order by newcomer, "newcomerId"`)),
  ];
}

/** Somebody who is reminded to answer: whom to write to, about which pair, and where. */
export type Silent = {
  communityId: number;
  pairId: number;
  side: PairSide;
  communitySlug: string;
  sprintName: string;
  person: { personId: number; name: string; email: string };
  other: string;
};

/**
 * Marks everybody who has not answered a published pair as reminded, and says whom to write to: each once, ever. Of one sprint, or
 * of every sprint that is not over; `hours`: only of pairs that have been published for so long.
 */
export async function remindSilent(
  tx: Transaction,
  { of, hours, by }: { of: { communityId: number; sprintId: number } | null; hours: number; by: number | null },
): Promise<Silent[]> {
  const where = of
    ? sql`p.community_id = ${of.communityId} and p.sprint_id = ${of.sprintId}`
    : sql`s.ends_on >= (app_now() at time zone s.time_zone)::date`;
  return [
    ...(await tx.execute<Silent>(sql`
      with silent as (
        select p.community_id, p.id, p.sprint_id, p.newcomer_id, p.mentor_id, side
        from pairs p join sprints s on s.community_id = p.community_id and s.id = p.sprint_id
          cross join unnest(array['newcomer', 'mentor']) side
        where ${where} and p.ended_at is null and p.active_at <= app_now() - make_interval(hours => ${hours})
          and not (case side when 'newcomer' then ${hasSaid("newcomer")} else ${hasSaid("mentor")} end)
      ), marked as (
        insert into pair_reminders (community_id, pair_id, side, reminded_by)
        select community_id, id, side, ${by} from silent on conflict do nothing
        returning community_id, pair_id, side
      )
      select m.community_id::int as "communityId", m.pair_id::int as "pairId", m.side, c.slug as "communitySlug", s.name as "sprintName", oo.name as other,
        json_build_object('personId', me.id, 'name', me.name, 'email', me.email) as person
      from marked m join silent p on p.community_id = m.community_id and p.id = m.pair_id and p.side = m.side
        join communities c on c.id = m.community_id
        join sprints s on s.community_id = p.community_id and s.id = p.sprint_id
        join registrations mine on mine.community_id = p.community_id
          and mine.id = case m.side when 'newcomer' then p.newcomer_id else p.mentor_id end
        join people me on me.id = mine.person_id
        join registrations theirs on theirs.community_id = p.community_id
          and theirs.id = case m.side when 'newcomer' then p.mentor_id else p.newcomer_id end
        join people oo on oo.id = theirs.person_id
      order by m.pair_id, m.side`)),
  ];
}

/**
 * As `remindSilent`, of everybody who has left a pair unanswered for too long. Nobody while another copy of the app does the same.
 * `tell` writes to people in the same transaction.
 */
export const sweepSilent = (
  db: Database,
  tell?: (tx: Transaction, silent: Silent[]) => Promise<void>,
): Promise<Silent[]> =>
  change(db, { personId: null, requestId: null }, "remind pair", async (tx) => {
    const [mine] = await tx.execute<{ ours: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext('remind pairs')) as ours`,
    );
    const silent = mine?.ours ? await remindSilent(tx, { of: null, hours: limits.answerHours, by: null }) : [];
    await tell?.(tx, silent);
    return silent;
  });
