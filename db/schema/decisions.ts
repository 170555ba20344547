import { sql } from "drizzle-orm";
import { foreignKey, integer, pgTable, primaryKey, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { communityId, identity, instant, madeAt, ref } from "./columns";
import { memberships } from "./memberships";
import { questions } from "./questions";

/**
 * The answer to a question, on record: what, why, what was rejected, by whom, when. One stands for each question; one that
 * was revised stays, and says when another took its place.
 */
export const decisions = pgTable(
  "decisions",
  {
    id: identity(),
    communityId: communityId(),
    /** Numbered per community, from 1, in the order they were taken. */
    number: integer("number").notNull(),
    questionId: ref("question_id").notNull(),
    answer: text("answer").notNull(),
    reason: text("reason").notNull().default(""),
    rejected: text("rejected").notNull().default(""),
    decidedBy: ref("decided_by"),
    decidedAt: madeAt("decided_at"),
    /** The decision it took the place of. */
    revisesId: ref("revises_id"),
    /** When another took its place; null while it stands. */
    revisedAt: instant("revised_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("decisions_number").on(t.communityId, t.number),
    unique("decisions_of_question").on(t.communityId, t.questionId, t.id),
    unique("decisions_revised_once").on(t.communityId, t.revisesId),
    uniqueIndex("decisions_one_a_question").on(t.communityId, t.questionId).where(sql`${t.revisedAt} is null`),
    foreignKey({
      name: "decisions_question",
      columns: [t.communityId, t.questionId],
      foreignColumns: [questions.communityId, questions.id],
    }),
    // Another answer to the same question.
    foreignKey({
      name: "decisions_revises",
      columns: [t.communityId, t.questionId, t.revisesId],
      foreignColumns: [t.communityId, t.questionId, t.id],
    }),
    foreignKey({
      name: "decisions_decider",
      columns: [t.communityId, t.decidedBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
  ],
);
