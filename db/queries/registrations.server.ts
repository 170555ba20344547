import { and, asc, count, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { SprintRole } from "../../app/domain/people/roles";
import type { WaitingReason } from "../../app/domain/people/waiting";
import type { Attendance } from "../../app/domain/sprint/words";
import type { Queryable } from "../client.server";
import { people } from "../schema/people";
import { registrations } from "../schema/registrations";

/** A stretch of every week: minutes from Monday 00:00, half open. */
export type WeekStretch = [from: number, until: number];

/** A theme somebody wishes for. */
export type WishedTheme = { id: number; slug: string; title: string };

/**
 * A person's part in a sprint, whole, for that person, the organizers and the engine: most of it is private. `id` is the
 * registration's own; pairs and plans name people by it.
 */
export type Registration = {
  id: number;
  personId: number;
  name: string;
  role: SprintRole;
  /** ISO dates, in order. */
  days: string[];
  attendance: Attendance;
  /** IANA zone of `weeklyHours`, which are in order and do not touch. */
  timeZone: string;
  weeklyHours: WeekStretch[];
  /** ISO 639 codes; `getsByIn`: those of them they only get by in. */
  languages: string[];
  getsByIn: string[];
  skills: string[];
  wants: string[];
  /** First choice first; themes that have been taken off the roadmap are left out. */
  themes: WishedTheme[];
  firstTime: boolean;
  /** A mentor's; null for a newcomer. */
  seats: number | null;
  mentorHours: number | null;
  /** Registrations of those they would rather not be paired with. */
  notWith: number[];
  /** Whom they would like to work with, by registration, and what else they wish for. */
  wishes: number[];
  wish: string;
  /** When a mentor accepted what the sprint asks of mentors; whether they take nobody new for now. */
  dutiesAcceptedAt: Date | null;
  paused: boolean;
  /**
   * Since when they wait, for what, which place in the line it is (1: the next) and until when a place is held for them; all
   * null for whoever has one.
   */
  waitingSince: Date | null;
  waitingFor: WaitingReason | null;
  waitingPlace: number | null;
  offeredUntil: Date | null;
  rev: number;
};

const waitingPlace = sql<number | null>`case when ${registrations.waitingFor} = 'place' then (
  select count(*)::int from registrations before where before.community_id = ${registrations.communityId}
    and before.sprint_id = ${registrations.sprintId} and before.withdrawn_at is null and before.waiting_for = 'place'
    and (before.waiting_since, before.id) <= (${registrations.waitingSince}, ${registrations.id})) end`;

const themesWished = sql<WishedTheme[]>`(
  select coalesce(json_agg(json_build_object('id', t.id, 'slug', t.slug, 'title', t.title) order by w.rank), '[]')
  from wished_themes w join themes t on t.community_id = w.community_id and t.id = w.theme_id
  where w.community_id = ${registrations.communityId} and w.registration_id = ${registrations.id} and t.deleted_at is null)`;

const keptApartFrom = sql<number[]>`(
  select coalesce(json_agg(k.other_id order by k.other_id), '[]') from kept_apart k
  where k.community_id = ${registrations.communityId} and k.registration_id = ${registrations.id})`;

const wishes = sql<number[]>`(
  select coalesce(json_agg(w.other_id order by w.other_id), '[]') from wished_people w
  where w.community_id = ${registrations.communityId} and w.registration_id = ${registrations.id})`;

const offeredUntil = sql<Date | null>`(
  select o.expires_at from place_offers o where o.community_id = ${registrations.communityId}
    and o.registration_id = ${registrations.id} and o.ended_at is null)`.mapWith(registrations.waitingSince);

/** A registration, whole; needs its person beside it. */
export const whole = {
  id: registrations.id,
  personId: registrations.personId,
  name: people.name,
  role: registrations.role,
  days: registrations.days,
  attendance: registrations.attendance,
  timeZone: registrations.timeZone,
  weeklyHours: registrations.weeklyHours,
  languages: registrations.languages,
  getsByIn: registrations.getsByIn,
  skills: registrations.skills,
  wants: registrations.wantsToLearn,
  themes: themesWished,
  firstTime: registrations.firstTime,
  seats: registrations.seats,
  mentorHours: registrations.mentorHours,
  notWith: keptApartFrom,
  wishes,
  wish: registrations.wish,
  dutiesAcceptedAt: registrations.dutiesAcceptedAt,
  paused: sql<boolean>`${registrations.pausedAt} is not null`,
  waitingSince: registrations.waitingSince,
  waitingFor: registrations.waitingFor,
  waitingPlace,
  offeredUntil,
  rev: registrations.rev,
};

const selectWhole = (db: Queryable, where: SQL | undefined) =>
  db.select(whole).from(registrations).innerJoin(people, eq(people.id, registrations.personId)).where(where);

/** Those registered for a sprint who have not withdrawn. */
export const ofSprint = (communityId: number, sprintId: number) =>
  and(
    eq(registrations.communityId, communityId),
    eq(registrations.sprintId, sprintId),
    isNull(registrations.withdrawnAt),
  );

/** Everybody registered for a sprint and not withdrawn, by registration; those who wait for a place too. */
export const listRegistrations = (db: Queryable, communityId: number, sprintId: number): Promise<Registration[]> =>
  selectWhole(db, ofSprint(communityId, sprintId)).orderBy(asc(registrations.id));

/** Some of those registered: newcomers and mentors who have a place, whoever waits for one, and of them whoever waits to be read. */
export const registrationParts = ["newcomer", "mentor", "waiting", "review"] as const;
export type RegistrationPart = (typeof registrationParts)[number];

const ofPart = (part: RegistrationPart | null) => {
  if (part === null) return undefined;
  if (part === "review") return eq(registrations.waitingFor, "review");
  if (part === "waiting") return inArray(registrations.waitingFor, ["place", "answer"]);
  return and(isNull(registrations.waitingSince), eq(registrations.role, part));
};

/** A page of them, of one part or (null) all, by name, for the organizers. */
export const pageOfRegistrations = (
  db: Queryable,
  communityId: number,
  sprintId: number,
  page: { limit: number; offset: number; part?: RegistrationPart | null },
): Promise<Registration[]> =>
  selectWhole(db, and(ofSprint(communityId, sprintId), ofPart(page.part ?? null)))
    .orderBy(asc(people.name), asc(registrations.id))
    .limit(page.limit)
    .offset(page.offset);

/** What a person is registered as at a sprint, or null when they are not, or have withdrawn. */
export async function findRegistration(
  db: Queryable,
  communityId: number,
  sprintId: number,
  personId: number,
): Promise<Registration | null> {
  const [found] = await selectWhole(db, and(ofSprint(communityId, sprintId), eq(registrations.personId, personId)));
  return found ?? null;
}

/** The registration of this number at a sprint, or null when there is none, or it was withdrawn. */
export async function findRegistrationById(
  db: Queryable,
  communityId: number,
  sprintId: number,
  id: number,
): Promise<Registration | null> {
  const [found] = await selectWhole(db, and(ofSprint(communityId, sprintId), eq(registrations.id, id)));
  return found ?? null;
}

/** What a person said at their last registration in any community, withdrawn or not, or null: what is asked once is kept. */
export async function findLastRegistration(
  db: Queryable,
  personId: number,
): Promise<(Registration & { communityId: number }) | null> {
  const [found] = await db
    .select({ ...whole, communityId: registrations.communityId })
    .from(registrations)
    .innerJoin(people, eq(people.id, registrations.personId))
    .where(eq(registrations.personId, personId))
    .orderBy(desc(registrations.createdAt), desc(registrations.id))
    .limit(1);
  return found ?? null;
}

/** Name and registration of everybody who is registered, by name: for a choice among people who are registered themselves. */
export const listRegistrants = (db: Queryable, communityId: number, sprintId: number) =>
  db
    .select({ id: registrations.id, personId: registrations.personId, name: people.name, role: registrations.role })
    .from(registrations)
    .innerJoin(people, eq(people.id, registrations.personId))
    .where(ofSprint(communityId, sprintId))
    .orderBy(asc(people.name), asc(registrations.id));

/** Who comes, in numbers that anybody may read. `onSite` and `online` count those who have a place. */
export async function countRegistrations(db: Queryable, communityId: number, sprintId: number) {
  const has = sql`${registrations.waitingSince} is null`;
  const [counted] = await db
    .select({
      newcomers: sql<number>`count(*) filter (where ${has} and ${registrations.role} = 'newcomer')::int`,
      mentors: sql<number>`count(*) filter (where ${has} and ${registrations.role} = 'mentor')::int`,
      seats: sql<number>`coalesce(sum(${registrations.seats}) filter (where ${has}), 0)::int`,
      onSite: sql<number>`count(*) filter (where ${has} and ${registrations.attendance} = 'on_site')::int`,
      online: sql<number>`count(*) filter (where ${has} and ${registrations.attendance} = 'online')::int`,
      firstTimers: sql<number>`count(*) filter (where ${has} and ${registrations.firstTime})::int`,
      waiting: sql<number>`count(*) filter (where ${registrations.waitingFor} in ('place', 'answer'))::int`,
      offered: sql<number>`count(*) filter (where ${registrations.waitingFor} = 'answer')::int`,
      unread: sql<number>`count(*) filter (where ${registrations.waitingFor} = 'review')::int`,
      all: count(),
    })
    .from(registrations)
    .where(ofSprint(communityId, sprintId));
  if (!counted) throw new Error("counting gave nothing");
  return counted;
}

export type RegistrationCounts = Awaited<ReturnType<typeof countRegistrations>>;
