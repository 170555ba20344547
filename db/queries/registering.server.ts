import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { canChangePart, takesPlace } from "../../app/domain/people/registration";
import type { SprintRole } from "../../app/domain/people/roles";
import { moveDays, sprintDays } from "../../app/domain/sprint/days";
import type { Attendance } from "../../app/domain/sprint/words";
import type { No } from "../../app/domain/verdict";
import type { Transaction } from "../client.server";
import { people } from "../schema/people";
import { keptApart, registrations, wishedThemes } from "../schema/registrations";
import { themes } from "../schema/themes";
import { join } from "./memberships.server";
import { type EndedPair, endPairsOf } from "./pair-endings.server";
import type { WeekStretch } from "./registrations.server";
import { editSprint, holdSprint, type Sprint, type SprintText } from "./sprints.server";

/*
 * Places at a sprint. Whoever gives or takes one holds the sprint's row (`holdSprint`), so that the last place is given once
 * and the line moves up in the transaction that frees it.
 */

/** What somebody registers with; see `Registration`. `themes`: ids, first choice first. `notWith` undefined: as it was. */
export type RegistrationText = {
  role: SprintRole;
  days: string[];
  attendance: Attendance;
  timeZone: string;
  weeklyHours: WeekStretch[];
  languages: string[];
  skills: string[];
  wants: string[];
  themes: number[];
  firstTime: boolean;
  seats: number | null;
  mentorHours: number | null;
  notWith?: number[];
};

/** A sprint under its lock. */
type Held = Pick<Sprint, "id" | "online" | "capacity">;

/** Somebody who has moved up from the waiting list: for a mail that says so. */
export type MovedUp = { personId: number; name: string; email: string };

/** What became of a registration: its id, whether it is new, their place in the line (null: they come), and who moved up. */
export type RegisterOutcome =
  | { ok: true; id: number; isNew: boolean; waitingPlace: number | null; movedUp: MovedUp[] }
  | { ok: false; verdict: No };

const ofSprint = (communityId: number, sprintId: number) =>
  and(eq(registrations.communityId, communityId), eq(registrations.sprintId, sprintId));

/**
 * Registers a person at a sprint that is held, or rewrites what they registered with, and makes them a member. Without a
 * free place they wait at the end of the line; whoever keeps their attendance keeps their place, in the sprint or in the line.
 * Refused (409): another part, or fewer seats, than their pairs need. Themes and people that are not there are passed over. `whose` names them in a refusal when somebody else corrects what they said.
 */
export async function register(
  tx: Transaction,
  communityId: number,
  sprint: Held,
  personId: number,
  text: RegistrationText,
  whose: string | null = null,
): Promise<RegisterOutcome> {
  await join(tx, communityId, personId);
  const was = await findOwn(tx, communityId, sprint.id, personId);
  if (was) {
    const verdict = canChangePart(was, text, await countPairs(tx, communityId, was.id), whose);
    if (!verdict.ok) return { ok: false, verdict };
  }
  const { themes: wished, notWith, wants, ...said } = text;
  const stays = was?.withdrawnAt === null && takesPlace(sprint, was.attendance) === takesPlace(sprint, text.attendance);
  const waits = !stays && takesPlace(sprint, text.attendance) && (await freePlaces(tx, communityId, sprint)) <= 0;
  const row = {
    ...said,
    wantsToLearn: wants,
    withdrawnAt: null,
    ...(stays ? {} : waits ? inLine(communityId, sprint.id) : withPlace),
  };
  const [stored] = was
    ? await tx
        .update(registrations)
        .set({ ...row, rev: nextRev })
        .where(and(eq(registrations.communityId, communityId), eq(registrations.id, was.id)))
        .returning({ id: registrations.id })
    : await tx
        .insert(registrations)
        .values({ ...row, communityId, sprintId: sprint.id, personId })
        .returning({ id: registrations.id });
  if (!stored) throw new Error("the registration was not stored");
  await wish(tx, communityId, stored.id, wished);
  if (notWith) await keepApart(tx, { communityId, sprintId: sprint.id, id: stored.id }, notWith);
  const movedUp = await moveUp(tx, communityId, sprint);
  const waitingPlace = await placeInLine(tx, communityId, sprint.id, stored.id);
  return { ok: true, id: stored.id, isNew: !was || was.withdrawnAt !== null, waitingPlace, movedUp };
}

/**
 * Withdraws a person from a sprint that is held: their pairs end with the lock-ins to come, and the first in the line has
 * their place. Null when they were not registered.
 */
export async function withdraw(
  tx: Transaction,
  communityId: number,
  sprint: Held,
  personId: number,
  doneBy = personId,
): Promise<{ movedUp: MovedUp[]; ended: EndedPair[] } | null> {
  const own = await findOwn(tx, communityId, sprint.id, personId);
  if (!own || own.withdrawnAt !== null) return null;
  const ended = await endPairsOf(tx, communityId, own, doneBy);
  await tx
    .update(registrations)
    .set({ withdrawnAt: sql`app_now()`, ...withPlace, rev: nextRev })
    .where(and(eq(registrations.communityId, communityId), eq(registrations.id, own.id)));
  return { movedUp: await moveUp(tx, communityId, sprint), ended };
}

/**
 * Rewrites a sprint if it still is at `rev`, and what hangs from it: whoever has registered comes on the days that are left
 * of theirs, and the line moves up into any new room. Nobody who has a place loses it. Returns who moved up; null when
 * somebody was faster.
 */
export async function rewriteSprint(
  tx: Transaction,
  key: { communityId: number; id: number; rev: number },
  text: SprintText,
): Promise<MovedUp[] | null> {
  const { communityId, id } = key;
  const was = await holdSprint(tx, communityId, id);
  if (!was || !(await editSprint(tx, key, text))) return null;
  if (was.startsOn !== text.startsOn || was.endsOn !== text.endsOn) {
    const [from, to] = [sprintDays(was), sprintDays(text)];
    const rows = await tx
      .select({ id: registrations.id, days: registrations.days })
      .from(registrations)
      .where(ofSprint(communityId, id));
    for (const row of rows) {
      await tx
        .update(registrations)
        .set({ days: moveDays(row.days, from, to), rev: nextRev })
        .where(and(eq(registrations.communityId, communityId), eq(registrations.id, row.id)));
    }
  }
  return moveUp(tx, communityId, { id, online: text.online, capacity: text.capacity });
}

/** A revision stays within its column, however often somebody changes their mind. */
const nextRev = sql`${registrations.rev} % 32000 + 1`;

/** What a registration says of whoever has a place, or waits at the end of the line for one. */
const withPlace = { waitingSince: null, waitingFor: null } as const;
const inLine = (communityId: number, sprintId: number) =>
  ({ waitingSince: endOfLine(communityId, sprintId), waitingFor: "place" }) as const;

/** Behind everybody who waits: transactions that began at one instant still come one after the other. */
const endOfLine = (communityId: number, sprintId: number) => sql<Date>`(
  select greatest(app_now(), max(l.waiting_since) + interval '1 microsecond') from registrations l
  where l.community_id = ${communityId} and l.sprint_id = ${sprintId} and l.withdrawn_at is null)`;

async function findOwn(tx: Transaction, communityId: number, sprintId: number, personId: number) {
  const [own] = await tx
    .select({
      id: registrations.id,
      role: registrations.role,
      seats: registrations.seats,
      attendance: registrations.attendance,
      withdrawnAt: registrations.withdrawnAt,
    })
    .from(registrations)
    .where(and(ofSprint(communityId, sprintId), eq(registrations.personId, personId)));
  return own ?? null;
}

const comes = (sprint: Held) => (sprint.online ? undefined : eq(registrations.attendance, "on_site"));

async function freePlaces(tx: Transaction, communityId: number, sprint: Held): Promise<number> {
  if (sprint.capacity === null) return Number.POSITIVE_INFINITY;
  const [row] = await tx
    .select({ taken: sql<number>`count(*)::int` })
    .from(registrations)
    .where(
      and(
        ofSprint(communityId, sprint.id),
        isNull(registrations.withdrawnAt),
        isNull(registrations.waitingSince),
        comes(sprint),
      ),
    );
  return sprint.capacity - (row?.taken ?? 0);
}

/** Gives the free places to the first in the line, who are told afterwards. Whoever need not wait (they come online now) never does. */
async function moveUp(tx: Transaction, communityId: number, sprint: Held): Promise<MovedUp[]> {
  const waiting = await tx
    .select({
      id: registrations.id,
      attendance: registrations.attendance,
      personId: people.id,
      name: people.name,
      email: people.email,
    })
    .from(registrations)
    .innerJoin(people, eq(people.id, registrations.personId))
    .where(
      and(ofSprint(communityId, sprint.id), isNull(registrations.withdrawnAt), isNotNull(registrations.waitingSince)),
    )
    .orderBy(asc(registrations.waitingSince), asc(registrations.id));
  if (waiting.length === 0) return [];
  let free = await freePlaces(tx, communityId, sprint);
  const movedUp: MovedUp[] = [];
  for (const { id, attendance, ...who } of waiting) {
    if (takesPlace(sprint, attendance)) {
      if (free <= 0) continue;
      free -= 1;
    }
    await tx
      .update(registrations)
      .set({ ...withPlace, rev: nextRev })
      .where(and(eq(registrations.communityId, communityId), eq(registrations.id, id)));
    movedUp.push(who);
  }
  return movedUp;
}

async function placeInLine(tx: Transaction, communityId: number, sprintId: number, id: number): Promise<number | null> {
  const [row] = await tx.execute<{ place: number }>(sql`
    select (select count(*)::int from registrations before where before.community_id = r.community_id
      and before.sprint_id = r.sprint_id and before.withdrawn_at is null
      and (before.waiting_since, before.id) <= (r.waiting_since, r.id)) as place
    from registrations r where r.community_id = ${communityId} and r.sprint_id = ${sprintId} and r.id = ${id}
      and r.waiting_since is not null`);
  return row?.place ?? null;
}

async function wish(tx: Transaction, communityId: number, registrationId: number, ids: readonly number[]) {
  await tx
    .delete(wishedThemes)
    .where(and(eq(wishedThemes.communityId, communityId), eq(wishedThemes.registrationId, registrationId)));
  if (ids.length === 0) return;
  const live = await tx
    .select({ id: themes.id })
    .from(themes)
    .where(and(eq(themes.communityId, communityId), isNull(themes.deletedAt)));
  const known = new Set(live.map(({ id }) => id));
  const rows = [...new Set(ids)]
    .filter((id) => known.has(id))
    .map((themeId, index) => ({ communityId, registrationId, themeId, rank: index + 1 }));
  if (rows.length > 0) await tx.insert(wishedThemes).values(rows);
}

async function keepApart(
  tx: Transaction,
  own: { communityId: number; sprintId: number; id: number },
  others: readonly number[],
) {
  const { communityId, sprintId, id: registrationId } = own;
  // Whoever has withdrawn is on no list to choose from; should they come back, they are still kept apart.
  await tx.execute(sql`
    delete from kept_apart k using registrations o where k.community_id = ${communityId}
      and k.registration_id = ${registrationId} and o.community_id = k.community_id and o.id = k.other_id
      and o.withdrawn_at is null`);
  const known =
    others.length === 0
      ? []
      : await tx.select({ id: registrations.id }).from(registrations).where(ofSprint(communityId, sprintId));
  const rows = known
    .filter(({ id }) => id !== registrationId && others.includes(id))
    .map(({ id: otherId }) => ({ communityId, sprintId, registrationId, otherId }));
  if (rows.length > 0) await tx.insert(keptApart).values(rows).onConflictDoNothing();
}

async function countPairs(tx: Transaction, communityId: number, registrationId: number): Promise<number> {
  const [row] = await tx.execute<{ pairs: number }>(sql`
    select count(*)::int as pairs from pairs where community_id = ${communityId} and ended_at is null
      and ${registrationId} in (newcomer_id, mentor_id)`);
  return row?.pairs ?? 0;
}
