import { and, asc, eq, inArray, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import { takesPlace } from "../../app/domain/people/registration";
import { offerHours } from "../../app/domain/people/waiting";
import { phaseOf } from "../../app/domain/sprint/phase";
import type { Queryable, Transaction } from "../client.server";
import { communities } from "../schema/communities";
import { people } from "../schema/people";
import { placeOffers } from "../schema/place-offers";
import { registrations } from "../schema/registrations";
import { sprints } from "../schema/sprints";
import { finishReached } from "./preparation-endings.server";
import type { Sprint } from "./sprints.server";

/*
 * The waiting list of a sprint that is held (`holdSprint`): a free place is offered to the next in line, and held for them
 * until the offer is taken or its hours are over by the database's clock.
 */

/** A sprint under its lock, as much of it as places hang on. */
export type Held = Pick<
  Sprint,
  "id" | "online" | "capacity" | "reviews" | "offerHours" | "startsOn" | "endsOn" | "timeZone" | "openedAt"
>;

/** Somebody who is written to because their place has changed. */
export type OfPlace = { personId: number; name: string; email: string };
/** Who has a place now without having to ask for it, and to whom one is offered until when. */
export type PlaceNews = { placed: OfPlace[]; offered: (OfPlace & { until: Date })[] };

/** What a registration says of whoever has a place, or waits at the end of the line for one, or to be read. */
export const withPlace = { waitingSince: null, waitingFor: null } as const;
export const inLine = (communityId: number, sprintId: number, waitingFor: "place" | "review" = "place") =>
  ({ waitingSince: endOfLine(communityId, sprintId), waitingFor }) as const;

/** A revision stays within its column, however often somebody changes their mind. */
export const nextRev = sql`${registrations.rev} % 32000 + 1`;

/** Behind everybody who waits: transactions that began at one instant still come one after the other. */
const endOfLine = (communityId: number, sprintId: number) => sql<Date>`(
  select greatest(app_now(), max(l.waiting_since) + interval '1 microsecond') from registrations l
  where l.community_id = ${communityId} and l.sprint_id = ${sprintId} and l.withdrawn_at is null)`;

const standing = (communityId: number, sprintId: number) =>
  and(
    eq(registrations.communityId, communityId),
    eq(registrations.sprintId, sprintId),
    isNull(registrations.withdrawnAt),
  );

/** Places of a held sprint that nobody has and none is offered: infinite where there is room for everybody. */
export async function freePlaces(tx: Transaction, communityId: number, sprint: Held): Promise<number> {
  if (sprint.capacity === null) return Number.POSITIVE_INFINITY;
  const comes = sprint.online ? sql`true` : sql`${registrations.attendance} = 'on_site'`;
  const [row] = await tx
    .select({
      taken: sql<number>`count(*) filter (where ${registrations.waitingFor} is null and ${comes})::int`,
      offered: sql<number>`count(*) filter (where ${registrations.waitingFor} = 'answer')::int`,
    })
    .from(registrations)
    .where(standing(communityId, sprint.id));
  return sprint.capacity - (row?.taken ?? 0) - (row?.offered ?? 0);
}

/**
 * Moves the waiting list of a held sprint on: offers whose hours are over lapse, whoever need not wait any more has their
 * place (they come online, or there is room for all), and what is free is offered to the next in line. Where registrations
 * are read first, nobody is offered a place before all of them have been. A sprint that is over offers nothing.
 */
export async function moveLineOn(tx: Transaction, communityId: number, sprint: Held): Promise<PlaceNews> {
  await lapseOffers(tx, communityId, sprint.id);
  const waiting = await tx
    .select({
      id: registrations.id,
      attendance: registrations.attendance,
      waitingFor: registrations.waitingFor,
      person: { personId: people.id, name: people.name, email: people.email },
    })
    .from(registrations)
    .innerJoin(people, eq(people.id, registrations.personId))
    .where(and(standing(communityId, sprint.id), isNotNull(registrations.waitingFor)))
    .orderBy(asc(registrations.waitingSince), asc(registrations.id));
  const news: PlaceNews = { placed: [], offered: [] };
  const [clock] = await tx
    .select({ now: sql`app_now()`.mapWith(sprints.createdAt) })
    .from(sprints)
    .limit(1);
  const phase = clock && phaseOf(sprint, clock.now);
  if (waiting.length === 0 || !clock || phase === "over") return news;

  const unread = (one: (typeof waiting)[number]) => one.waitingFor === "review" && sprint.reviews;
  let free = await freePlaces(tx, communityId, sprint);
  for (const one of waiting.filter((one) => !unread(one))) {
    if (free === Number.POSITIVE_INFINITY || !takesPlace(sprint, one.attendance)) {
      if (one.waitingFor === "answer") free += 1;
      await givePlace(tx, communityId, one.id);
      news.placed.push(one.person);
    }
  }
  if (waiting.some(unread)) return news;
  const placed = new Set(news.placed.map(({ personId }) => personId));
  for (const { id, waitingFor, person } of waiting) {
    if (free <= 0) break;
    if (placed.has(person.personId) || (waitingFor !== "place" && waitingFor !== "review")) continue;
    free -= 1;
    const hours = offerHours(sprint, phase === "on");
    const [offer] = await tx
      .insert(placeOffers)
      .values({
        communityId,
        sprintId: sprint.id,
        registrationId: id,
        expiresAt: sql`app_now() + make_interval(hours => ${hours})`,
      })
      .returning({ until: placeOffers.expiresAt });
    if (!offer) throw new Error("an offer was not stored");
    await setWaiting(tx, communityId, eq(registrations.id, id), { waitingFor: "answer" });
    news.offered.push({ ...person, until: offer.until });
  }
  return news;
}

/** Gives somebody a place, and ends the offer they had of one. With a mentor, a preparation may have reached what it is about. */
export async function givePlace(tx: Transaction, communityId: number, registrationId: number): Promise<void> {
  await endOffers(
    tx,
    and(eq(placeOffers.communityId, communityId), eq(placeOffers.registrationId, registrationId)),
    "taken",
  );
  await setWaiting(tx, communityId, eq(registrations.id, registrationId), withPlace);
  await finishReached(tx, communityId);
}

/** Takes back the offer of somebody who leaves. */
export const withdrawOffer = (tx: Transaction, communityId: number, registrationId: number) =>
  endOffers(
    tx,
    and(eq(placeOffers.communityId, communityId), eq(placeOffers.registrationId, registrationId)),
    "withdrawn",
  );

/** Ends the offer of somebody who lets it pass: they are asked no more until they stand in line again. */
export async function passOffer(tx: Transaction, communityId: number, registrationId: number): Promise<void> {
  const theirs = and(eq(placeOffers.communityId, communityId), eq(placeOffers.registrationId, registrationId));
  await endOffers(tx, theirs, "lapsed");
  await setWaiting(tx, communityId, eq(registrations.id, registrationId), { waitingFor: "word" });
}

/** Puts somebody at the end of the line. */
export const joinLine = (tx: Transaction, communityId: number, sprintId: number, registrationId: number) =>
  setWaiting(tx, communityId, eq(registrations.id, registrationId), inLine(communityId, sprintId));

/** Sprints with offers whose hours are over, in every community. At most 100. */
export const listLapsing = (db: Queryable) =>
  db
    .selectDistinct({ communityId: communities.id, slug: communities.slug, sprintId: placeOffers.sprintId })
    .from(placeOffers)
    .innerJoin(communities, eq(communities.id, placeOffers.communityId))
    .where(and(isNull(placeOffers.endedAt), lte(placeOffers.expiresAt, sql`app_now()`)))
    .limit(100);

async function lapseOffers(tx: Transaction, communityId: number, sprintId: number): Promise<void> {
  const over = and(
    eq(placeOffers.communityId, communityId),
    eq(placeOffers.sprintId, sprintId),
    lte(placeOffers.expiresAt, sql`app_now()`),
  );
  const lapsed = await endOffers(tx, over, "lapsed");
  if (lapsed.length === 0) return;
  await setWaiting(tx, communityId, inArray(registrations.id, lapsed), { waitingFor: "word" });
}

async function endOffers(tx: Transaction, which: SQL | undefined, ending: "taken" | "lapsed" | "withdrawn") {
  const ended = await tx
    .update(placeOffers)
    .set({ endedAt: sql`app_now()`, ending })
    .where(and(which, isNull(placeOffers.endedAt)))
    .returning({ registrationId: placeOffers.registrationId });
  return ended.map(({ registrationId }) => registrationId);
}

const setWaiting = (
  tx: Transaction,
  communityId: number,
  who: SQL,
  waiting: Partial<Pick<typeof registrations.$inferInsert, "waitingFor">> & { waitingSince?: null | SQL<Date> },
) =>
  tx
    .update(registrations)
    .set({ ...waiting, rev: nextRev })
    .where(and(eq(registrations.communityId, communityId), who));
