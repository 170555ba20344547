import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { communityId, madeAt, ref } from "./columns";
import { questions } from "./questions";
import { tasks } from "./tasks";

/** `task` cannot be started before `blockedBy` is finished. */
export const dependencies = pgTable(
  "dependencies",
  {
    communityId: communityId(),
    taskId: ref("task_id").notNull(),
    blockedById: ref("blocked_by_id").notNull(),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.taskId, t.blockedById] }),
    check("dependencies_not_itself", sql`${t.taskId} <> ${t.blockedById}`),
    foreignKey({
      name: "dependencies_task",
      columns: [t.communityId, t.taskId],
      foreignColumns: [tasks.communityId, tasks.id],
    }),
    foreignKey({
      name: "dependencies_blocked_by",
      columns: [t.communityId, t.blockedById],
      foreignColumns: [tasks.communityId, tasks.id],
    }),
    index("dependencies_who_waits").on(t.communityId, t.blockedById),
  ],
);

/** `task` cannot be started before `question` has a decision. */
export const awaitedQuestions = pgTable(
  "awaited_questions",
  {
    communityId: communityId(),
    taskId: ref("task_id").notNull(),
    questionId: ref("question_id").notNull(),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.taskId, t.questionId] }),
    foreignKey({
      name: "awaited_questions_task",
      columns: [t.communityId, t.taskId],
      foreignColumns: [tasks.communityId, tasks.id],
    }),
    foreignKey({
      name: "awaited_questions_question",
      columns: [t.communityId, t.questionId],
      foreignColumns: [questions.communityId, questions.id],
    }),
    index("awaited_questions_who_waits").on(t.communityId, t.questionId),
  ],
);
