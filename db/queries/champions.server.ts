import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { type ChampionDoer, canEndChampion } from "../../app/domain/champions/deeds";
import type { No } from "../../app/domain/verdict";
import type { Database, Queryable, Transaction } from "../client.server";
import { championAnswers, championEndings, championOffers, champions } from "../schema/champions";
import { people } from "../schema/people";
import { themes } from "../schema/themes";
import { closeChampions } from "./champion-endings.server";
import { change, type Doer } from "./change.server";

/** The theme at hand, for whoever does something about its champion. */
export type ChampionAt = { communityId: number; themeId: number };

/** What was written about a theme's champion, or the sentence that says why not; `gone`: the theme is off the roadmap. */
export type ChampionOutcome<Said> = { is: "done"; said: Said } | { is: "no"; verdict: No } | { is: "gone" };

/** Writes to people of what is done, in the transaction that does it. */
export type Tell<Said> = (tx: Transaction, said: Said) => Promise<void>;

/** The champion who carries a theme now, by the same rule everywhere. */
const carries = (at: ChampionAt) =>
  and(eq(champions.communityId, at.communityId), eq(champions.themeId, at.themeId), isNull(champions.endedAt));

/** Who carries a theme now, or null. */
export async function findChampion(db: Queryable, at: ChampionAt) {
  const [found] = await db
    .select({ id: champions.id, personId: champions.personId, name: people.name, since: champions.since })
    .from(champions)
    .innerJoin(people, eq(people.id, champions.personId))
    .where(carries(at));
  return found ?? null;
}

/** Holds a theme until commit: whoever offers, answers or steps back waits their turn. False when it is off the roadmap. */
export async function holdTheme(tx: Transaction, { communityId, themeId }: ChampionAt): Promise<boolean> {
  const [held] = await tx
    .select({ id: themes.id })
    .from(themes)
    .where(and(eq(themes.communityId, communityId), eq(themes.id, themeId), isNull(themes.deletedAt)))
    .for("no key update");
  return held !== undefined;
}

/** Holds for the offers of a theme that nobody has answered. */
export const isOpenFor = (at: ChampionAt) =>
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
