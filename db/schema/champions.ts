import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import {
  championAnswers as championAnswerWords,
  championEndings as championEndingWords,
} from "../../app/domain/champions/words";
import { communityId, identity, instant, madeAt, oneOf, ref } from "./columns";
import { memberships } from "./memberships";
import { themes } from "./themes";

/**
 * "Would you carry this theme?", asked of a member by an organizer, or said by the member of themselves (`offeredBy` is then
 * the member). One of them is open for a person and a theme at a time.
 */
export const championOffers = pgTable(
  "champion_offers",
  {
    id: identity(),
    communityId: communityId(),
    themeId: ref("theme_id").notNull(),
    personId: ref("person_id").notNull(),
    offeredBy: ref("offered_by").notNull(),
    /** What whoever offers it wrote, for the other side alone. */
    note: text("note").notNull().default(""),
    offeredAt: madeAt("offered_at"),
    /** Set together with its row in `champion_answers`. */
    answeredAt: instant("answered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("champion_offers_answered").on(t.communityId, t.id, t.answeredAt),
    uniqueIndex("champion_offers_one_open")
      .on(t.communityId, t.themeId, t.personId)
      .where(sql`${t.answeredAt} is null`),
    foreignKey({
      name: "champion_offers_theme",
      columns: [t.communityId, t.themeId],
      foreignColumns: [themes.communityId, themes.id],
    }),
    foreignKey({
      name: "champion_offers_person",
      columns: [t.communityId, t.personId],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
    foreignKey({
      name: "champion_offers_by",
      columns: [t.communityId, t.offeredBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
    index("champion_offers_of_person").on(t.communityId, t.personId),
  ],
);

/** How an offer was answered. Its instant is the offer's own, held by the foreign key. */
export const championAnswers = pgTable(
  "champion_answers",
  {
    communityId: communityId(),
    offerId: ref("offer_id").notNull(),
    answer: text("answer", { enum: championAnswerWords }).notNull(),
    answeredBy: ref("answered_by").notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.offerId] }),
    foreignKey({
      name: "champion_answers_offer",
      columns: [t.communityId, t.offerId, t.answeredAt],
      foreignColumns: [championOffers.communityId, championOffers.id, championOffers.answeredAt],
    }),
    oneOf("champion_answers_answer", t.answer, championAnswerWords),
    foreignKey({
      name: "champion_answers_by",
      columns: [t.communityId, t.answeredBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
  ],
);

/** That somebody carries a theme, or did. One at a time: a unique index, because two people can accept at once. */
export const champions = pgTable(
  "champions",
  {
    id: identity(),
    communityId: communityId(),
    themeId: ref("theme_id").notNull(),
    personId: ref("person_id").notNull(),
    since: madeAt("since"),
    /** Set together with its row in `champion_endings`. */
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("champions_ended").on(t.communityId, t.id, t.endedAt),
    uniqueIndex("champions_one_a_theme").on(t.communityId, t.themeId).where(sql`${t.endedAt} is null`),
    foreignKey({
      name: "champions_theme",
      columns: [t.communityId, t.themeId],
      foreignColumns: [themes.communityId, themes.id],
    }),
    foreignKey({
      name: "champions_person",
      columns: [t.communityId, t.personId],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
    index("champions_of_person").on(t.communityId, t.personId),
  ],
);

/** How and why a champion stopped. Its instant is the champion's own, held by the foreign key. */
export const championEndings = pgTable(
  "champion_endings",
  {
    communityId: communityId(),
    championId: ref("champion_id").notNull(),
    reason: text("reason", { enum: championEndingWords }).notNull(),
    /** What whoever carries it next should know. */
    note: text("note").notNull().default(""),
    endedBy: ref("ended_by").notNull(),
    endedAt: instant("ended_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.championId] }),
    foreignKey({
      name: "champion_endings_champion",
      columns: [t.communityId, t.championId, t.endedAt],
      foreignColumns: [champions.communityId, champions.id, champions.endedAt],
    }),
    oneOf("champion_endings_reason", t.reason, championEndingWords),
    foreignKey({
      name: "champion_endings_by",
      columns: [t.communityId, t.endedBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
  ],
);
