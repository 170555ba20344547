import { and, eq, sql } from "drizzle-orm";
import { canPause, type RegisteringFacts } from "../../app/domain/people/registration";
import { canLetPass, canQueueAgain, canTakePlace, type Standing } from "../../app/domain/people/waiting";
import type { Verdict } from "../../app/domain/verdict";
import type { Transaction } from "../client.server";
import { registrations } from "../schema/registrations";
import { givePlace, type Held, joinLine, moveLineOn, nextRev, type PlaceNews, passOffer } from "./place-offers.server";

/* What somebody who has registered does about their own part in a sprint that is held. */

/** Everybody who has registered at a sprint. */
export const ofSprint = (communityId: number, sprintId: number) =>
  and(eq(registrations.communityId, communityId), eq(registrations.sprintId, sprintId));

/**
 * Takes the place that is held for somebody at a sprint that is held, once however often it is asked for. Refused (409) as
 * `canTakePlace` says; the line moves on either way.
 */
export const takePlace = (tx: Transaction, communityId: number, sprint: Held & Named, personId: number) =>
  onOwnStanding(tx, communityId, sprint, personId, { may: canTakePlace, from: "answer" }, (own) =>
    givePlace(tx, communityId, own.id),
  );

/** Lets the place that is held for somebody pass to the next in line. Refused (409) as `canLetPass` says. */
export const letPlacePass = (tx: Transaction, communityId: number, sprint: Held & Named, personId: number) =>
  onOwnStanding(tx, communityId, sprint, personId, { may: canLetPass, from: "answer" }, (own) =>
    passOffer(tx, communityId, own.id),
  );

/**
 * Puts somebody who let a place pass at the end of the line, and says how they stand then: where nobody waits before them, what
 * is free is held for them at once. Refused (409) as `canQueueAgain` says.
 */
export async function standInLine(tx: Transaction, communityId: number, sprint: Held & Named, personId: number) {
  const done = await onOwnStanding(tx, communityId, sprint, personId, { may: canQueueAgain, from: "word" }, (own) =>
    joinLine(tx, communityId, sprint.id, own.id),
  );
  return { ...done, standing: standingOf(await findOwn(tx, communityId, sprint.id, personId)) };
}

type Named = { name: string; now: Date };

async function onOwnStanding(
  tx: Transaction,
  communityId: number,
  sprint: Held & Named,
  personId: number,
  { may, from }: { may: typeof canTakePlace; from: Standing },
  deed: (own: { id: number }) => Promise<unknown>,
): Promise<{ verdict: Verdict; news: PlaceNews }> {
  const news = await moveLineOn(tx, communityId, sprint);
  const own = await findOwn(tx, communityId, sprint.id, personId);
  const standing = standingOf(own);
  const verdict = may(sprint, sprint.now, standing);
  if (!verdict.ok || !own || standing !== from) return { verdict, news };
  await deed(own);
  const { placed, offered } = await moveLineOn(tx, communityId, sprint);
  return { verdict, news: { placed: [...news.placed, ...placed], offered: [...news.offered, ...offered] } };
}

const standingOf = (own: Awaited<ReturnType<typeof findOwn>>): Standing =>
  own?.withdrawnAt === null ? (own.waitingFor ?? "comes") : "absent";

/** Lets a mentor of a sprint that is held pause, or take newcomers again. Refused (409) as `canPause` says. */
export async function pauseMentor(
  tx: Transaction,
  communityId: number,
  sprint: { id: number } & RegisteringFacts & { now: Date },
  personId: number,
  pause: boolean,
): Promise<Verdict> {
  const own = await findOwn(tx, communityId, sprint.id, personId);
  const verdict = canPause(sprint, sprint.now, own?.withdrawnAt === null ? own.role : null);
  if (!verdict.ok || !own) return verdict;
  await tx
    .update(registrations)
    .set({ pausedAt: pause ? sql`coalesce(${registrations.pausedAt}, app_now())` : null, rev: nextRev })
    .where(and(eq(registrations.communityId, communityId), eq(registrations.id, own.id)));
  return verdict;
}

/** What somebody has registered with, withdrawn or not, as far as their standing goes; null when they have not. */
export async function findOwn(tx: Transaction, communityId: number, sprintId: number, personId: number) {
  const [own] = await tx
    .select({
      id: registrations.id,
      role: registrations.role,
      seats: registrations.seats,
      attendance: registrations.attendance,
      waitingFor: registrations.waitingFor,
      dutiesAcceptedAt: registrations.dutiesAcceptedAt,
      withdrawnAt: registrations.withdrawnAt,
    })
    .from(registrations)
    .where(and(ofSprint(communityId, sprintId), eq(registrations.personId, personId)));
  return own ?? null;
}
