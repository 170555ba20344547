import { foreignKey, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { pairAnswers as pairAnswerWords, pairSides } from "../../app/domain/sprint/words";
import { communityId, madeAt, oneOf, ref } from "./columns";
import { memberships } from "./memberships";
import { pairs } from "./pairs";

/** What each side of a published pair has said to it, once. The reason of a decline is for organizers alone. */
export const pairAnswers = pgTable(
  "pair_answers",
  {
    communityId: communityId(),
    pairId: ref("pair_id").notNull(),
    side: text("side", { enum: pairSides }).notNull(),
    answer: text("answer", { enum: pairAnswerWords }).notNull(),
    reason: text("reason").notNull().default(""),
    answeredBy: ref("answered_by").notNull(),
    answeredAt: madeAt("answered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.pairId, t.side] }),
    oneOf("pair_answers_side", t.side, pairSides),
    oneOf("pair_answers_answer", t.answer, pairAnswerWords),
    foreignKey({
      name: "pair_answers_pair",
      columns: [t.communityId, t.pairId],
      foreignColumns: [pairs.communityId, pairs.id],
    }),
    foreignKey({
      name: "pair_answers_by",
      columns: [t.communityId, t.answeredBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
  ],
);

/** That a side of a pair was reminded to answer: once, by an organizer or (null) by the clock. */
export const pairReminders = pgTable(
  "pair_reminders",
  {
    communityId: communityId(),
    pairId: ref("pair_id").notNull(),
    side: text("side", { enum: pairSides }).notNull(),
    remindedBy: ref("reminded_by"),
    remindedAt: madeAt("reminded_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.pairId, t.side] }),
    oneOf("pair_reminders_side", t.side, pairSides),
    foreignKey({
      name: "pair_reminders_pair",
      columns: [t.communityId, t.pairId],
      foreignColumns: [pairs.communityId, pairs.id],
    }),
    foreignKey({
      name: "pair_reminders_by",
      columns: [t.communityId, t.remindedBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
  ],
);
