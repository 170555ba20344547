import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type ChampionDoer, canAnswerOffer, canEndChampion, canOffer } from "../../app/domain/champions/deeds";
import type { ChampionAnswer } from "../../app/domain/champions/words";
import type { No } from "../../app/domain/verdict";
import type { Database, Queryable, Transaction } from "../client.server";
import { championAnswers, championEndings, championOffers, champions } from "../schema/champions";
import { people } from "../schema/people";
import { themes } from "../schema/themes";
import { closeChampions } from "./champion-endings.server";
import { change, type Doer } from "./change.server";
import { join } from "./memberships.server";

/** The theme at hand, for whoever does something about its champion. */
export type ChampionAt = { communityId: number; themeId: number };

/** What was written about a theme's champion, or the sentence that says why not; `gone`: the theme is off the roadmap. */
export type ChampionOutcome<Said> = { is: "done"; said: Said } | { is: "no"; verdict: No } | { is: "gone" };

/** Writes to people of what is done, in the transaction that does it. */
type Tell<Said> = (tx: Transaction, said: Said) => Promise<void>;

/** The champion who carries a theme now, by the same rule everywhere. */
const carries = (at: ChampionAt) =>
  and(eq(champions.communityId, at.communityId), eq(champions.themeId, at.themeId), isNull(champions.endedAt));

async function findChampion(db: Queryable, at: ChampionAt) {
  const [found] = await db
    .select({ id: champions.id, personId: champions.personId, name: people.name, since: champions.since })
    .from(champions)
    .innerJoin(people, eq(people.id, champions.personId))
    .where(carries(at));
  return found ?? null;
}

/** Holds a theme until commit: whoever offers, answers or steps back waits their turn. False when it is off the roadmap. */
async function holdTheme(tx: Transaction, { communityId, themeId }: ChampionAt): Promise<boolean> {
  const [held] = await tx
    .select({ id: themes.id })
    .from(themes)
    .where(and(eq(themes.communityId, communityId), eq(themes.id, themeId), isNull(themes.deletedAt)))
    .for("no key update");
  return held !== undefined;
}

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

const isOpenFor = (at: ChampionAt) =>
  and(
    eq(championOffers.communityId, at.communityId),
    eq(championOffers.themeId, at.themeId),
    isNull(championOffers.answeredAt),
  );

/**
 * Somebody carries a theme from now on, and whatever offers of it are open lapse (theirs is accepted with it). The unique
 * index `champions_one_a_theme` stands behind it.
 */
export async function makeChampion(tx: Transaction, at: ChampionAt, personId: number, by: number): Promise<void> {
  await tx.insert(champions).values({ ...at, personId });
  const closed = await tx
    .update(championOffers)
    .set({ answeredAt: sql`app_now()` })
    .where(isOpenFor(at))
    .returning({
      offerId: championOffers.id,
      personId: championOffers.personId,
      answeredAt: sql<string>`${championOffers.answeredAt}::text`,
    });
  if (closed.length === 0) return;
  await tx.insert(championAnswers).values(
    closed.map((offer) => ({
      communityId: at.communityId,
      offerId: offer.offerId,
      answer: offer.personId === personId ? ("accepted" as const) : ("lapsed" as const),
      answeredBy: by,
      answeredAt: sql`${offer.answeredAt}::timestamptz`,
    })),
  );
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

/** The champion steps back, or is relieved by an organizer. Says who it was; `tell` writes in the same transaction. */
export function endChampion(
  db: Database,
  doer: Doer,
  at: ChampionAt,
  { note, by }: { note: string; by: ChampionDoer },
  tell?: Tell<{ personId: number; name: string }>,
): Promise<ChampionOutcome<{ personId: number; name: string }>> {
  return change(db, doer, "end champion", async (tx): Promise<ChampionOutcome<{ personId: number; name: string }>> => {
    if (!(await holdTheme(tx, at))) return { is: "gone" };
    const champion = await findChampion(tx, at);
    const verdict = canEndChampion(champion, by);
    if (!verdict.ok) return { is: "no", verdict };
    if (!champion) throw new Error("a theme that nobody carries has lost its champion");
    const reason = champion.personId === by.personId ? ("stepped_back" as const) : ("relieved" as const);
    await closeChampions(tx, carries(at), { reason, note, endedBy: by.personId });
    await tell?.(tx, champion);
    return { is: "done", said: { personId: champion.personId, name: champion.name } };
  });
}

/** Everybody who carries or carried a theme, the latest first, with how it ended; at most 20. */
export const listChampions = (db: Queryable, at: ChampionAt) =>
  db
    .select({
      personId: champions.personId,
      name: people.name,
      since: champions.since,
      endedAt: champions.endedAt,
      reason: championEndings.reason,
      note: championEndings.note,
    })
    .from(champions)
    .innerJoin(people, eq(people.id, champions.personId))
    .leftJoin(
      championEndings,
      and(eq(championEndings.communityId, champions.communityId), eq(championEndings.championId, champions.id)),
    )
    .where(and(eq(champions.communityId, at.communityId), eq(champions.themeId, at.themeId)))
    .orderBy(desc(champions.id))
    .limit(20);
