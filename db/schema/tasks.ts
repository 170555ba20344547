import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { taskKinds } from "../../app/domain/tasks/kinds";
import { communityId, identity, instant, madeAt, oneOf, placedRev, position, ref } from "./columns";
import { memberships } from "./memberships";
import { pillars } from "./pillars";
import { themes } from "./themes";

/** The unit a person can pick up. Readiness is computed from these columns and never stored. */
export const tasks = pgTable(
  "tasks",
  {
    id: identity(),
    communityId: communityId(),
    /** Numbered per community, from 1. */
    number: integer("number").notNull(),
    themeId: ref("theme_id").notNull(),
    pillarId: ref("pillar_id"),
    title: text("title").notNull(),
    kind: text("kind", { enum: taskKinds }).notNull(),
    sizeMinutes: integer("size_minutes"),
    /** What it is for. Empty: the theme's why counts. */
    goal: text("goal").notNull().default(""),
    start: text("start").notNull().default(""),
    doneWhen: text("done_when").notNull().default(""),
    verify: text("verify").notNull().default(""),
    notes: text("notes").notNull().default(""),
    /** What somebody needs to know, in small letters, as registrations name it. */
    skills: text("skills").array().notNull().default(sql`'{}'`),
    /** Pages that belong to it, one a line. */
    links: text("links").notNull().default(""),
    /** The one to ask. */
    mentorId: ref("mentor_id"),
    /** The larger task this one was divided from. */
    dividedFromId: ref("divided_from_id"),
    /** The task this one went into. It is deleted, and its address leads there. */
    mergedIntoId: ref("merged_into_id"),
    position: position("position").notNull(),
    placedRev: placedRev(),
    rev: integer("rev").notNull().default(1),
    createdAt: madeAt(),
    /** When somebody last looked whether what it says is still true. */
    checkedAt: madeAt("checked_at"),
    finishedAt: instant("finished_at"),
    deletedAt: instant("deleted_at"),
    deletedBy: ref("deleted_by"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("tasks_number").on(t.communityId, t.number),
    unique("tasks_place").on(t.communityId, t.themeId, t.pillarId, t.position).nullsNotDistinct(),
    oneOf("tasks_kind", t.kind, taskKinds),
    check("tasks_size", sql`${t.sizeMinutes} > 0`),
    foreignKey({
      name: "tasks_theme",
      columns: [t.communityId, t.themeId],
      foreignColumns: [themes.communityId, themes.id],
    }),
    // A pillar of the same theme, or none.
    foreignKey({
      name: "tasks_pillar",
      columns: [t.communityId, t.themeId, t.pillarId],
      foreignColumns: [pillars.communityId, pillars.themeId, pillars.id],
    }),
    foreignKey({
      name: "tasks_mentor",
      columns: [t.communityId, t.mentorId],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
    foreignKey({
      name: "tasks_divided_from",
      columns: [t.communityId, t.dividedFromId],
      foreignColumns: [t.communityId, t.id],
    }),
    foreignKey({
      name: "tasks_merged_into",
      columns: [t.communityId, t.mergedIntoId],
      foreignColumns: [t.communityId, t.id],
    }),
    foreignKey({
      name: "tasks_deleted_by",
      columns: [t.communityId, t.deletedBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
    index("tasks_of_mentor").on(t.communityId, t.mentorId),
  ],
);
