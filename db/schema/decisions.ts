import { foreignKey, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { communityId, identity, madeAt, ref } from "./columns";
import { memberships } from "./memberships";
import { questions } from "./questions";

/** The answer to a question, on record: what, why, what was rejected, by whom, when. One stands for each question. */
export const decisions = pgTable(
  "decisions",
  {
    id: identity(),
    communityId: communityId(),
    questionId: ref("question_id").notNull(),
    answer: text("answer").notNull(),
    reason: text("reason").notNull().default(""),
    rejected: text("rejected").notNull().default(""),
    decidedBy: ref("decided_by"),
    decidedAt: madeAt("decided_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("decisions_one_a_question").on(t.communityId, t.questionId),
    foreignKey({
      name: "decisions_question",
      columns: [t.communityId, t.questionId],
      foreignColumns: [questions.communityId, questions.id],
    }),
    foreignKey({
      name: "decisions_decider",
      columns: [t.communityId, t.decidedBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
  ],
);
