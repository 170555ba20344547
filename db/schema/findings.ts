import { foreignKey, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { communityId, identity, madeAt, ref } from "./columns";
import { memberships } from "./memberships";
import { questions } from "./questions";
import { tasks } from "./tasks";

/** What an experiment or a piece of research showed, on record with its task and with the question it helps to answer. */
export const findings = pgTable(
  "findings",
  {
    id: identity(),
    communityId: communityId(),
    taskId: ref("task_id").notNull(),
    /** The question it says something about; null where it answers none. */
    questionId: ref("question_id"),
    text: text("text").notNull(),
    writtenBy: ref("written_by"),
    writtenAt: madeAt("written_at"),
    rev: integer("rev").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("findings_one_a_task").on(t.communityId, t.taskId),
    foreignKey({
      name: "findings_task",
      columns: [t.communityId, t.taskId],
      foreignColumns: [tasks.communityId, tasks.id],
    }),
    foreignKey({
      name: "findings_question",
      columns: [t.communityId, t.questionId],
      foreignColumns: [questions.communityId, questions.id],
    }),
    foreignKey({
      name: "findings_writer",
      columns: [t.communityId, t.writtenBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
    index("findings_of_question").on(t.communityId, t.questionId),
  ],
);
