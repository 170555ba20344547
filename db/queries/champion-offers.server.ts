import { and, asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type ChampionDoer, canAnswerOffer, canOffer } from "../../app/domain/champions/deeds";
import type { ChampionAnswer } from "../../app/domain/champions/words";
import type { Database, Queryable, Transaction } from "../client.server";
import { championAnswers, championOffers } from "../schema/champions";
import { people } from "../schema/people";
import {
  type ChampionAt,
  type ChampionOutcome,
  findChampion,
  holdTheme,
  isOpenFor,
  makeChampion,
  type Tell,
} from "./champions.server";
import { change, type Doer } from "./change.server";
import { join } from "./memberships.server";

/**
 * Offers a theme to a member, or somebody offers themselves, and becomes a member with it. An organizer who offers
 * themselves carries it at once: both sides have spoken. `said.carries` tells which it was; of an offer `tell` writes in the same
 * transaction.
 */
export function offerTheme(
  db: Database,
  doer: Doer,
  at: ChampionAt,
  person: { id: number; name: string },
  { note, by }: { note: string; by: ChampionDoer },
  tell?: Tell<{ carries: boolean }>,
): Promise<ChampionOutcome<{ carries: boolean }>> {
  return change(db, doer, "offer theme", async (tx): Promise<ChampionOutcome<{ carries: boolean }>> => {
    if (!(await holdTheme(tx, at))) return { is: "gone" };
    const open = await findOpenOffer(tx, at, person.id);
    const verdict = canOffer({ champion: await findChampion(tx, at), person, open: open !== null }, by);
    if (!verdict.ok) return { is: "no", verdict };
    const carries = person.id === by.personId && by.organizer;
    if (carries) {
      await makeChampion(tx, at, person.id, by.personId);
      return { is: "done", said: { carries } };
    }
    await join(tx, at.communityId, person.id);
    await tx.insert(championOffers).values({ ...at, personId: person.id, offeredBy: by.personId, note });
    await tell?.(tx, { carries });
    return { is: "done", said: { carries } };
  });
}

async function findOpenOffer(tx: Transaction, at: ChampionAt, personId: number): Promise<number | null> {
  const [found] = await tx
    .select({ id: championOffers.id })
    .from(championOffers)
    .where(and(isOpenFor(at), eq(championOffers.personId, personId)));
  return found?.id ?? null;
}

/** Answers an offer; `tell` writes in the same transaction. Of two who accept offers of one theme at once, the second finds theirs lapsed. */
export function answerOffer(
  db: Database,
  doer: Doer,
  at: ChampionAt,
  id: number,
  { answer, by }: { answer: Exclude<ChampionAnswer, "lapsed">; by: ChampionDoer },
  tell?: Tell<Offer>,
): Promise<ChampionOutcome<Offer>> {
  return change(db, doer, "answer offer of theme", async (tx): Promise<ChampionOutcome<Offer>> => {
    const held = await holdTheme(tx, at);
    const offer = held ? await findOffer(tx, at, id) : null;
    if (!offer) return { is: "gone" };
    const verdict = canAnswerOffer(offer, answer, by);
    if (!verdict.ok) return { is: "no", verdict };
    await tell?.(tx, offer);
    if (answer === "accepted") {
      await makeChampion(tx, at, offer.personId, by.personId);
      return { is: "done", said: offer };
    }
    const [closed] = await tx
      .update(championOffers)
      .set({ answeredAt: sql`app_now()` })
      .where(and(eq(championOffers.communityId, at.communityId), eq(championOffers.id, id)))
      .returning({ answeredAt: sql<string>`${championOffers.answeredAt}::text` });
    await tx.insert(championAnswers).values({
      communityId: at.communityId,
      offerId: id,
      answer,
      answeredBy: by.personId,
      answeredAt: sql`${closed?.answeredAt}::timestamptz`,
    });
    return { is: "done", said: offer };
  });
}

const askers = alias(people, "askers");

const selectOffers = (db: Queryable) =>
  db
    .select({
      id: championOffers.id,
      personId: championOffers.personId,
      name: people.name,
      email: people.email,
      offeredBy: championOffers.offeredBy,
      asker: askers.name,
      note: championOffers.note,
      offeredAt: championOffers.offeredAt,
      answered: sql<boolean>`${championOffers.answeredAt} is not null`,
    })
    .from(championOffers)
    .innerJoin(people, eq(people.id, championOffers.personId))
    .innerJoin(askers, eq(askers.id, championOffers.offeredBy));

/** An offer of a theme. `email` is for the letter alone. */
export type Offer = Awaited<ReturnType<typeof selectOffers>>[number];

/** An offer of a theme by its number, answered or not, or null. */
export async function findOffer(db: Queryable, at: ChampionAt, id: number): Promise<Offer | null> {
  const [found] = await selectOffers(db).where(
    and(
      eq(championOffers.communityId, at.communityId),
      eq(championOffers.themeId, at.themeId),
      eq(championOffers.id, id),
    ),
  );
  return found ?? null;
}

/** The offers of a theme that nobody has answered, the oldest first. For the two sides of each. */
export const listOpenOffers = (db: Queryable, at: ChampionAt): Promise<Offer[]> =>
  selectOffers(db).where(isOpenFor(at)).orderBy(asc(championOffers.id));
