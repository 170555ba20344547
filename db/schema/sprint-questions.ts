import { boolean, foreignKey, pgTable, primaryKey, smallint, text, unique } from "drizzle-orm/pg-core";
import { communityId, identity, instant, madeAt, ref } from "./columns";
import { registrations } from "./registrations";
import { sprints } from "./sprints";

/** What the organizers of a sprint ask besides, at registration. With choices, one of them is the answer; without, a text. */
export const sprintQuestions = pgTable(
  "sprint_questions",
  {
    id: identity(),
    communityId: communityId(),
    sprintId: ref("sprint_id").notNull(),
    ask: text("ask").notNull(),
    choices: text("choices").array().notNull(),
    needed: boolean("needed").notNull().default(false),
    place: smallint("place").notNull(),
    createdAt: madeAt(),
    /** Not asked any more. What was answered stays. */
    removedAt: instant("removed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("sprint_questions_in_sprint").on(t.communityId, t.sprintId, t.id),
    foreignKey({
      name: "sprint_questions_sprint",
      columns: [t.communityId, t.sprintId],
      foreignColumns: [sprints.communityId, sprints.id],
    }),
  ],
);

/** What somebody answered. Private to them and the organizers. */
export const sprintAnswers = pgTable(
  "sprint_answers",
  {
    communityId: communityId(),
    sprintId: ref("sprint_id").notNull(),
    registrationId: ref("registration_id").notNull(),
    questionId: ref("question_id").notNull(),
    answer: text("answer").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.registrationId, t.questionId] }),
    foreignKey({
      name: "sprint_answers_registration",
      columns: [t.communityId, t.sprintId, t.registrationId],
      foreignColumns: [registrations.communityId, registrations.sprintId, registrations.id],
    }),
    foreignKey({
      name: "sprint_answers_question",
      columns: [t.communityId, t.sprintId, t.questionId],
      foreignColumns: [sprintQuestions.communityId, sprintQuestions.sprintId, sprintQuestions.id],
    }),
  ],
);
