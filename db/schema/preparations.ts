import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { claimEndings } from "../../app/domain/claims/endings";
import { limits } from "../../app/domain/limits";
import { preparationKinds } from "../../app/domain/preparations/words";
import { communityId, identity, instant, madeAt, oneOf, ref } from "./columns";
import { memberships } from "./memberships";
import { questions } from "./questions";
import { sprints } from "./sprints";
import { tasks } from "./tasks";
import { themes } from "./themes";

/**
 * A member's hold on a piece of preparation: that a task is made ready, a theme split, a question answered, a mentor found.
 * What people can race for are unique indexes: one open preparation of a thing, and one in each of a person's slots.
 */
export const preparations = pgTable(
  "preparations",
  {
    id: identity(),
    communityId: communityId(),
    kind: text("kind", { enum: preparationKinds }).notNull(),
    themeId: ref("theme_id").notNull(),
    /** The task that is made ready, the question that is answered, the sprint that gets a mentor; each of its kind alone. */
    taskId: ref("task_id"),
    questionId: ref("question_id"),
    sprintId: ref("sprint_id"),
    personId: ref("person_id").notNull(),
    slot: smallint("slot").notNull(),
    claimedAt: madeAt("claimed_at"),
    /** Past this instant it holds no longer, whether or not its ending has been written. */
    expiresAt: instant("expires_at").notNull(),
    /** Set together with its row in `preparation_endings`. */
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("preparations_ended").on(t.communityId, t.id, t.endedAt),
    uniqueIndex("preparations_one_a_task").on(t.communityId, t.taskId).where(sql`${t.endedAt} is null`),
    uniqueIndex("preparations_one_a_question").on(t.communityId, t.questionId).where(sql`${t.endedAt} is null`),
    uniqueIndex("preparations_one_a_theme")
      .on(t.communityId, t.themeId, t.kind)
      .where(sql`${t.endedAt} is null and ${t.kind} in ('split', 'mentor')`),
    uniqueIndex("preparations_one_a_slot").on(t.communityId, t.personId, t.slot).where(sql`${t.endedAt} is null`),
    oneOf("preparations_kind", t.kind, preparationKinds),
    check("preparations_of_task", sql`(${t.kind} = 'task') = (${t.taskId} is not null)`),
    check("preparations_of_question", sql`(${t.kind} = 'answer') = (${t.questionId} is not null)`),
    check("preparations_of_sprint", sql`(${t.kind} = 'mentor') = (${t.sprintId} is not null)`),
    check("preparations_slot", sql`${t.slot} between 1 and ${sql.raw(String(limits.activePreparations))}`),
    foreignKey({
      name: "preparations_theme",
      columns: [t.communityId, t.themeId],
      foreignColumns: [themes.communityId, themes.id],
    }),
    foreignKey({
      name: "preparations_task",
      columns: [t.communityId, t.taskId],
      foreignColumns: [tasks.communityId, tasks.id],
    }),
    foreignKey({
      name: "preparations_question",
      columns: [t.communityId, t.questionId],
      foreignColumns: [questions.communityId, questions.id],
    }),
    foreignKey({
      name: "preparations_sprint",
      columns: [t.communityId, t.sprintId],
      foreignColumns: [sprints.communityId, sprints.id],
    }),
    foreignKey({
      name: "preparations_person",
      columns: [t.communityId, t.personId],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
    index("preparations_of_task").on(t.communityId, t.taskId),
    index("preparations_of_person").on(t.communityId, t.personId, t.claimedAt),
  ],
);

/** How and why a preparation ended. Its instant is the preparation's own, held by the foreign key. */
export const preparationEndings = pgTable(
  "preparation_endings",
  {
    communityId: communityId(),
    preparationId: ref("preparation_id").notNull(),
    reason: text("reason", { enum: claimEndings }).notNull(),
    /** What was found out, for whoever prepares it next. */
    note: text("note").notNull().default(""),
    /** Whose deed reached it, or handed it back; nobody, when the clock ran out. */
    endedBy: ref("ended_by"),
    endedAt: instant("ended_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.preparationId] }),
    foreignKey({
      name: "preparation_endings_preparation",
      columns: [t.communityId, t.preparationId, t.endedAt],
      foreignColumns: [preparations.communityId, preparations.id, preparations.endedAt],
    }),
    oneOf("preparation_endings_reason", t.reason, claimEndings),
    foreignKey({
      name: "preparation_endings_by",
      columns: [t.communityId, t.endedBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
  ],
);
