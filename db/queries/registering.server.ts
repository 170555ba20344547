import { and, eq, sql } from "drizzle-orm";
import { canChangePart, takesPlace } from "../../app/domain/people/registration";
import type { SprintRole } from "../../app/domain/people/roles";
import type { WaitingReason } from "../../app/domain/people/waiting";
import { moveDays, sprintDays } from "../../app/domain/sprint/days";
import type { Attendance } from "../../app/domain/sprint/words";
import type { No } from "../../app/domain/verdict";
import type { Transaction } from "../client.server";
import { registrations } from "../schema/registrations";
import { join } from "./memberships.server";
import { type OwnAnswer, storeOwnAnswers } from "./own-questions.server";
import { findOwn, ofSprint } from "./own-standing.server";
import { type EndedPair, endPairsOf } from "./pair-endings.server";
import {
  freePlaces,
  type Held,
  inLine,
  moveLineOn,
  nextRev,
  type PlaceNews,
  withdrawOffer,
  withPlace,
} from "./place-offers.server";
import { finishReached } from "./preparation-endings.server";
import type { WeekStretch } from "./registrations.server";
import { editSprint, holdSprint, type SprintText } from "./sprints.server";
import { storeWishes } from "./wishes.server";

/*
 * Places at a sprint. Whoever gives or takes one holds the sprint's row (`holdSprint`), so that the last place is given once
 * and the line moves up in the transaction that frees it.
 */

/**
 * What somebody registers with; see `Registration`. `themes`: ids, first choice first. Undefined: as it was; `dutiesAccepted`:
 * a mentor has just said yes to what the sprint asks of them.
 */
export type RegistrationText = {
  role: SprintRole;
  days: string[];
  attendance: Attendance;
  timeZone: string;
  weeklyHours: WeekStretch[];
  languages: string[];
  /** Those of `languages` they only get by in; none unless it is said. */
  getsByIn?: string[];
  skills: string[];
  wants: string[];
  themes: number[];
  firstTime: boolean;
  seats: number | null;
  mentorHours: number | null;
  wish?: string;
  dutiesAccepted?: boolean;
  wishes?: number[];
  notWith?: number[];
  /** To the questions of the sprint's organizers. */
  answers?: OwnAnswer[];
};

/**
 * What became of a registration: its id, whether it is new, what they wait for (null: they come) and their place in the line,
 * and whose place has changed with it.
 */
export type RegisterOutcome =
  | {
      ok: true;
      id: number;
      isNew: boolean;
      waitingFor: WaitingReason | null;
      waitingPlace: number | null;
      news: PlaceNews;
    }
  | { ok: false; verdict: No };

/** `whose`: named in a refusal when somebody else corrects what they said. `read`: an organizer brings it, so nobody has to read it. */
export type RegisteredBy = { whose?: string | null; read?: boolean };

/**
 * Registers a person at a sprint that is held, or rewrites what they registered with, and makes them a member. Without a
 * free place they wait at the end of the line; whoever keeps their attendance keeps their place, in the sprint or in the line.
 * Where organizers read registrations first, a new one waits for that. Refused (409): another part, or fewer seats, than
 * their pairs need. Themes and people that are not there are passed over.
 */
export async function register(
  tx: Transaction,
  communityId: number,
  sprint: Held,
  personId: number,
  text: RegistrationText,
  { whose = null, read = false }: RegisteredBy = {},
): Promise<RegisterOutcome> {
  await join(tx, communityId, personId);
  const was = await findOwn(tx, communityId, sprint.id, personId);
  if (was) {
    const verdict = canChangePart(was, text, await countPairs(tx, communityId, was.id), whose);
    if (!verdict.ok) return { ok: false, verdict };
  }
  const { themes, wishes, notWith, wants, dutiesAccepted, answers = [], getsByIn = [], ...said } = text;
  // Whoever waits longer comes first: what an offer that lapsed has freed is not for somebody new.
  const before = await moveLineOn(tx, communityId, sprint);
  const isNew = !was || was.withdrawnAt !== null;
  const unread = was?.waitingFor === "review";
  const stays = !isNew && (unread || takesPlace(sprint, was.attendance) === takesPlace(sprint, text.attendance));
  const waits = takesPlace(sprint, text.attendance) && (await freePlaces(tx, communityId, sprint)) <= 0;
  const stands =
    isNew && sprint.reviews && !read
      ? inLine(communityId, sprint.id, "review")
      : waits
        ? inLine(communityId, sprint.id)
        : withPlace;
  if (!stays && was) await withdrawOffer(tx, communityId, was.id);
  const row = {
    ...said,
    getsByIn,
    ...(text.role === "mentor" ? {} : { pausedAt: null, dutiesAcceptedAt: null }),
    ...(dutiesAccepted && !was?.dutiesAcceptedAt ? { dutiesAcceptedAt: sql`app_now()` } : {}),
    wantsToLearn: wants,
    withdrawnAt: null,
    ...(stays ? {} : stands),
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
  await storeOwnAnswers(tx, { communityId, sprintId: sprint.id, registrationId: stored.id }, answers);
  await storeWishes(tx, { communityId, sprintId: sprint.id, id: stored.id }, { themes, wishes, notWith });
  const after = await moveLineOn(tx, communityId, sprint);
  await finishReached(tx, communityId);
  const news = { placed: [...before.placed, ...after.placed], offered: [...before.offered, ...after.offered] };
  const { waitingFor, waitingPlace } = await standingOf(tx, communityId, sprint.id, stored.id);
  return { ok: true, id: stored.id, isNew, waitingFor, waitingPlace, news };
}

/**
 * Withdraws a person from a sprint that is held: their pairs end with the lock-ins to come, and their place is offered to the
 * next in line. Null when they were not registered.
 */
export async function withdraw(
  tx: Transaction,
  communityId: number,
  sprint: Held,
  personId: number,
  doneBy = personId,
): Promise<{ news: PlaceNews; ended: EndedPair[] } | null> {
  const own = await findOwn(tx, communityId, sprint.id, personId);
  if (!own || own.withdrawnAt !== null) return null;
  const ended = await endPairsOf(tx, communityId, own, doneBy);
  await withdrawOffer(tx, communityId, own.id);
  await tx
    .update(registrations)
    .set({ withdrawnAt: sql`app_now()`, ...withPlace, rev: nextRev })
    .where(and(eq(registrations.communityId, communityId), eq(registrations.id, own.id)));
  return { news: await moveLineOn(tx, communityId, sprint), ended };
}

/**
 * Rewrites a sprint if it still is at `rev`, and what hangs from it: whoever has registered comes on the days that are left
 * of theirs, and new room is offered to the line. Nobody who has a place loses it. Returns whose place has changed; null
 * when somebody was faster.
 */
export async function rewriteSprint(
  tx: Transaction,
  key: { communityId: number; id: number; rev: number },
  text: SprintText,
): Promise<PlaceNews | null> {
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
  return moveLineOn(tx, communityId, { ...was, ...text });
}

async function standingOf(tx: Transaction, communityId: number, sprintId: number, id: number) {
  const [row] = await tx.execute<{ waitingFor: WaitingReason | null; waitingPlace: number | null }>(sql`
    select r.waiting_for as "waitingFor", case when r.waiting_for = 'place' then (
      select count(*)::int from registrations before where before.community_id = r.community_id
        and before.sprint_id = r.sprint_id and before.withdrawn_at is null and before.waiting_for = 'place'
        and (before.waiting_since, before.id) <= (r.waiting_since, r.id)) end as "waitingPlace"
    from registrations r where r.community_id = ${communityId} and r.sprint_id = ${sprintId} and r.id = ${id}`);
  return row ?? { waitingFor: null, waitingPlace: null };
}

async function countPairs(tx: Transaction, communityId: number, registrationId: number): Promise<number> {
  const [row] = await tx.execute<{ pairs: number }>(sql`
    select count(*)::int as pairs from pairs where community_id = ${communityId} and ended_at is null
      and ${registrationId} in (newcomer_id, mentor_id)`);
  return row?.pairs ?? 0;
}
