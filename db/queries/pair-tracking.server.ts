import { and, asc, desc, eq, isNotNull, isNull, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { CheckIn, HealthFacts } from "../../app/domain/pairs/health";
import type { LastClaim } from "../../app/domain/pairs/news";
import type { PairSide } from "../../app/domain/sprint/words";
import type { Queryable } from "../client.server";
import { communities } from "../schema/communities";
import { pairEndings, pairs } from "../schema/pairs";
import { people } from "../schema/people";
import { registrations } from "../schema/registrations";
import { sprints } from "../schema/sprints";
import { isFreeTask } from "./free-tasks.server";
import { holdsNow } from "./task-facts.server";

/** A task the newcomer of a pair holds now, until an instant. */
export type HeldTask = { number: number; title: string; expiresAt: Date };

const newcomers = alias(registrations, "newcomers");
const mentors = alias(registrations, "mentors");
const newcomerPeople = alias(people, "newcomer_people");
const mentorPeople = alias(people, "mentor_people");
const enders = alias(people, "enders");

const side = (
  registration: typeof newcomers | typeof mentors,
  person: typeof newcomerPeople | typeof mentorPeople,
) => ({
  id: registration.id,
  personId: person.id,
  name: person.name,
  days: registration.days,
  attendance: registration.attendance,
  timeZone: registration.timeZone,
  weeklyHours: registration.weeklyHours,
});

/** JSON writes instants as text. */
type Written<Facts> = {
  [Key in keyof Facts]: Facts[Key] extends Date ? string : Facts[Key] extends Date | null ? string | null : Facts[Key];
};

const ofPair = sql`c.community_id = ${pairs.communityId} and c.pair_id = ${pairs.id}`;

const lastCheckIn = sql<Written<CheckIn> | null>`(
  select json_build_object('mood', c.mood, 'blocks', c.blocks, 'nextAt', c.next_at, 'authorId', c.author_id, 'at', c.created_at)
  from check_ins c where ${ofPair} order by c.id desc limit 1)`;

const stuckSince = sql`(
  select min(c.created_at) from check_ins c where ${ofPair} and c.id > coalesce((
    select max(c.id) from check_ins c where ${ofPair} and c.mood <> 'stuck'), 0))`;

const helloAt = sql`(select min(c.created_at) from check_ins c where ${ofPair} and c.author_id = ${mentors.personId})`;

/** What the newcomer did with tasks since the pair began; what a clock or an organizer did is no news from them. */
const ofNewcomer = sql`claims.community_id = ${pairs.communityId} and claims.person_id = ${newcomers.personId}`;
const ownEnding = sql`claim_endings e on e.community_id = claims.community_id and e.claim_id = claims.id
  and e.reason in ('finished', 'released') and e.ended_by = claims.person_id`;

const lastClaim = sql<
  (Omit<Written<LastClaim>, "ended"> & { ended: { reason: "finished" | "released"; at: string } | null }) | null
>`(
  select json_build_object('number', t.number, 'title', t.title, 'claimedAt', claims.claimed_at,
    'ended', case when e.reason is not null then json_build_object('reason', e.reason, 'at', e.ended_at) end)
  from claims join tasks t on t.community_id = claims.community_id and t.id = claims.task_id left join ${ownEnding}
  where ${ofNewcomer} and coalesce(e.ended_at, claims.claimed_at) > ${pairs.activeAt}
  order by coalesce(e.ended_at, claims.claimed_at) desc, claims.id desc limit 1)`;

const agreedAt = sql`greatest(
  (select c.next_at from check_ins c where ${ofPair} order by c.id desc limit 1),
  (select max(b.ends_at) from blocks b where b.community_id = ${pairs.communityId} and b.pair_id = ${pairs.id} and b.cancelled_at is null))`;

const tasksHeld = sql<Written<HeldTask>[]>`(
  select coalesce(json_agg(json_build_object('number', t.number, 'title', t.title, 'expiresAt', claims.expires_at)
    order by claims.expires_at, claims.id), '[]')
  from claims join tasks t on t.community_id = claims.community_id and t.id = claims.task_id
  where ${ofNewcomer} and ${holdsNow})`;

/** What they were given to begin with, as long as it is free. */
const starter = sql<{ number: number; title: string } | null>`(
  select json_build_object('number', tasks.number, 'title', tasks.title)
  from tasks join themes on themes.community_id = tasks.community_id and themes.id = tasks.theme_id
  where tasks.community_id = ${pairs.communityId} and tasks.id = ${pairs.starterTaskId} and ${isFreeTask})`;

/** Whether a side has said yes to the pair: in so many words, or by checking in. */
const saidBy = (side: PairSide, personId: SQLWrapper) => sql`(
  exists (select from pair_answers a where a.community_id = ${pairs.communityId} and a.pair_id = ${pairs.id} and a.side = ${side})
  or exists (select from check_ins c where ${ofPair} and c.author_id = ${personId}))`;

async function select(db: Queryable, where: SQL | undefined, limit: number) {
  const rows = await db
    .select({
      id: pairs.id,
      communityId: pairs.communityId,
      community: { slug: communities.slug, name: communities.name },
      sprint: {
        id: sprints.id,
        slug: sprints.slug,
        name: sprints.name,
        online: sprints.online,
        startsOn: sprints.startsOn,
        endsOn: sprints.endsOn,
        dayStarts: sql<string>`to_char(${sprints.dayStarts}, 'HH24:MI')`,
        dayEnds: sql<string>`to_char(${sprints.dayEnds}, 'HH24:MI')`,
        timeZone: sprints.timeZone,
      },
      newcomer: side(newcomers, newcomerPeople),
      mentor: side(mentors, mentorPeople),
      reasons: pairs.reasons,
      said: {
        newcomer: sql<boolean>`${saidBy("newcomer", newcomers.personId)}`,
        mentor: sql<boolean>`${saidBy("mentor", mentors.personId)}`,
      },
      activeAt: sql`coalesce(${pairs.activeAt}, ${pairs.proposedAt})`.mapWith(pairs.proposedAt),
      endedAt: pairs.endedAt,
      endedBecause: pairEndings.reason,
      endedNote: pairEndings.note,
      endedBy: enders.name,
      helloAt: sql<Date | null>`${helloAt}`.mapWith(pairs.endedAt),
      stuckSince: sql<Date | null>`${stuckSince}`.mapWith(pairs.endedAt),
      agreedAt: sql<Date | null>`${agreedAt}`.mapWith(pairs.endedAt),
      lastCheckIn,
      lastClaim,
      tasks: tasksHeld,
      starter,
      now: sql`app_now()`.mapWith(pairs.proposedAt),
    })
    .from(pairs)
    .innerJoin(communities, eq(communities.id, pairs.communityId))
    .innerJoin(sprints, and(eq(sprints.communityId, pairs.communityId), eq(sprints.id, pairs.sprintId)))
    .innerJoin(newcomers, and(eq(newcomers.communityId, pairs.communityId), eq(newcomers.id, pairs.newcomerId)))
    .innerJoin(newcomerPeople, eq(newcomerPeople.id, newcomers.personId))
    .innerJoin(mentors, and(eq(mentors.communityId, pairs.communityId), eq(mentors.id, pairs.mentorId)))
    .innerJoin(mentorPeople, eq(mentorPeople.id, mentors.personId))
    .leftJoin(pairEndings, and(eq(pairEndings.communityId, pairs.communityId), eq(pairEndings.pairId, pairs.id)))
    .leftJoin(enders, eq(enders.id, pairEndings.endedBy))
    .where(and(isNotNull(pairs.activeAt), where))
    .orderBy(desc(isNull(pairs.endedAt)), desc(pairs.endedAt), asc(pairs.id))
    .limit(limit);
  return rows.map(({ endedBecause, endedNote, endedBy, ...row }) => {
    const checkIn = row.lastCheckIn && {
      ...row.lastCheckIn,
      nextAt: instant(row.lastCheckIn.nextAt),
      at: new Date(row.lastCheckIn.at),
    };
    const claim = row.lastClaim && {
      ...row.lastClaim,
      claimedAt: new Date(row.lastClaim.claimedAt),
      ended: row.lastClaim.ended && { ...row.lastClaim.ended, at: new Date(row.lastClaim.ended.at) },
    };
    const heard = [row.activeAt, checkIn?.at, claim?.claimedAt, claim?.ended?.at].map((at) => at?.getTime() ?? 0);
    return {
      ...row,
      lastCheckIn: checkIn,
      lastClaim: claim,
      newsAt: new Date(Math.max(...heard)),
      tasks: row.tasks.map((task) => ({ ...task, expiresAt: new Date(task.expiresAt) })),
      ending:
        endedBecause === null || row.endedAt === null
          ? null
          : { reason: endedBecause, note: endedNote ?? "", by: endedBy, at: row.endedAt },
    } satisfies HealthFacts & Record<string, unknown>;
  });
}

const instant = (text: string | null) => (text === null ? null : new Date(text));

/**
 * A pair that has been published, ended or not, with what its health is read from, the tasks its newcomer holds now,
 * the one they were given to begin with while it is free, and when each of the two has time: all of it for the two and the organizers alone. `now` is the database's time.
 */
export type TrackedPair = Awaited<ReturnType<typeof select>>[number];

/** The pair of this number in this community, or null. */
export async function findPair(db: Queryable, communityId: number, id: number): Promise<TrackedPair | null> {
  const [found] = await select(db, and(eq(pairs.communityId, communityId), eq(pairs.id, id)), 1);
  return found ?? null;
}

/** The pairs a person mentors at a sprint: those that go on first, then the ended ones, newest first. At most 100. */
export const listPairsOfMentor = (
  db: Queryable,
  communityId: number,
  sprintId: number,
  personId: number,
): Promise<TrackedPair[]> =>
  select(
    db,
    and(eq(pairs.communityId, communityId), eq(pairs.sprintId, sprintId), eq(mentors.personId, personId)),
    100,
  );

/** The pairs of a person that go on, as newcomer or mentor, in every community. At most 100. */
export const listPairsOfPerson = (db: Queryable, personId: number): Promise<TrackedPair[]> =>
  select(db, and(isNull(pairs.endedAt), or(eq(newcomers.personId, personId), eq(mentors.personId, personId))), 100);

/** The pairs of a sprint that go on. At most 5,000. */
export const listTrackedPairs = (db: Queryable, communityId: number, sprintId: number): Promise<TrackedPair[]> =>
  select(db, and(eq(pairs.communityId, communityId), eq(pairs.sprintId, sprintId), isNull(pairs.endedAt)), 5_000);
