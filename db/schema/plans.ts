import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { limits } from "../../app/domain/limits";
import { pairRules as pairRuleWords } from "../../app/domain/sprint/words";
import { communityId, identity, instant, madeAt, oneOf, ref } from "./columns";
import { memberships } from "./memberships";
import { registrations } from "./registrations";
import { sprints } from "./sprints";

/** What the engine proposes for a sprint: a draft nobody hears of, until it is published. A sprint has one draft. */
export const plans = pgTable(
  "plans",
  {
    id: identity(),
    communityId: communityId(),
    sprintId: ref("sprint_id").notNull(),
    madeBy: ref("made_by"),
    madeAt: madeAt("made_at"),
    publishedAt: instant("published_at"),
    publishedBy: ref("published_by"),
    rev: integer("rev").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("plans_in_sprint").on(t.communityId, t.sprintId, t.id),
    uniqueIndex("plans_one_draft").on(t.communityId, t.sprintId).where(sql`${t.publishedAt} is null`),
    foreignKey({
      name: "plans_sprint",
      columns: [t.communityId, t.sprintId],
      foreignColumns: [sprints.communityId, sprints.id],
    }),
    foreignKey({
      name: "plans_maker",
      columns: [t.communityId, t.madeBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
    foreignKey({
      name: "plans_publisher",
      columns: [t.communityId, t.publishedBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
  ],
);

/** A pair of a plan, with its reasons. */
export const plannedPairs = pgTable(
  "planned_pairs",
  {
    communityId: communityId(),
    sprintId: ref("sprint_id").notNull(),
    planId: ref("plan_id").notNull(),
    newcomerId: ref("newcomer_id").notNull(),
    mentorId: ref("mentor_id").notNull(),
    seat: smallint("seat").notNull(),
    /** 0 to 100. */
    fit: smallint("fit").notNull(),
    reasons: jsonb("reasons").$type<string[]>().notNull().default([]),
    /** Placed by a person rather than by the engine. */
    byHand: boolean("by_hand").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.planId, t.newcomerId] }),
    unique("planned_pairs_one_a_seat").on(t.communityId, t.planId, t.mentorId, t.seat),
    check("planned_pairs_seat", sql`${t.seat} between 1 and ${sql.raw(String(limits.seatsMost))}`),
    foreignKey({
      name: "planned_pairs_plan",
      columns: [t.communityId, t.sprintId, t.planId],
      foreignColumns: [plans.communityId, plans.sprintId, plans.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "planned_pairs_newcomer",
      columns: [t.communityId, t.sprintId, t.newcomerId],
      foreignColumns: [registrations.communityId, registrations.sprintId, registrations.id],
    }),
    foreignKey({
      name: "planned_pairs_mentor",
      columns: [t.communityId, t.sprintId, t.mentorId],
      foreignColumns: [registrations.communityId, registrations.sprintId, registrations.id],
    }),
  ],
);

/** Somebody a plan leaves waiting, and the rule that stands in the way. */
export const plannedWaits = pgTable(
  "planned_waits",
  {
    communityId: communityId(),
    sprintId: ref("sprint_id").notNull(),
    planId: ref("plan_id").notNull(),
    newcomerId: ref("newcomer_id").notNull(),
    because: text("because").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.planId, t.newcomerId] }),
    foreignKey({
      name: "planned_waits_plan",
      columns: [t.communityId, t.sprintId, t.planId],
      foreignColumns: [plans.communityId, plans.sprintId, plans.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "planned_waits_newcomer",
      columns: [t.communityId, t.sprintId, t.newcomerId],
      foreignColumns: [registrations.communityId, registrations.sprintId, registrations.id],
    }),
  ],
);

/** What organizers know better than the engine: these two together, or not together. Holds for every run. */
export const pairRules = pgTable(
  "pair_rules",
  {
    communityId: communityId(),
    sprintId: ref("sprint_id").notNull(),
    newcomerId: ref("newcomer_id").notNull(),
    mentorId: ref("mentor_id").notNull(),
    rule: text("rule", { enum: pairRuleWords }).notNull(),
    madeBy: ref("made_by"),
    madeAt: madeAt("made_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.newcomerId, t.mentorId] }),
    uniqueIndex("pair_rules_one_fixed").on(t.communityId, t.newcomerId).where(sql`${t.rule} = 'fixed'`),
    oneOf("pair_rules_rule", t.rule, pairRuleWords),
    foreignKey({
      name: "pair_rules_newcomer",
      columns: [t.communityId, t.sprintId, t.newcomerId],
      foreignColumns: [registrations.communityId, registrations.sprintId, registrations.id],
    }),
    foreignKey({
      name: "pair_rules_mentor",
      columns: [t.communityId, t.sprintId, t.mentorId],
      foreignColumns: [registrations.communityId, registrations.sprintId, registrations.id],
    }),
    foreignKey({
      name: "pair_rules_maker",
      columns: [t.communityId, t.madeBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
  ],
);
