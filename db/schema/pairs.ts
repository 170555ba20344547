import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { limits } from "../../app/domain/limits";
import { pairEndings as pairEndingWords } from "../../app/domain/sprint/words";
import { communityId, identity, instant, madeAt, oneOf, ref } from "./columns";
import { memberships } from "./memberships";
import { registrations } from "./registrations";
import { tasks } from "./tasks";

/**
 * A newcomer and a mentor at a sprint. A newcomer has one pair at a time, and a mentor's seat holds one newcomer at a
 * time: both are unique indexes, because organizers race for them.
 */
export const pairs = pgTable(
  "pairs",
  {
    id: identity(),
    communityId: communityId(),
    sprintId: ref("sprint_id").notNull(),
    newcomerId: ref("newcomer_id").notNull(),
    mentorId: ref("mentor_id").notNull(),
    seat: smallint("seat").notNull(),
    proposedAt: madeAt("proposed_at"),
    /** Why these two, in sentences that both may read. */
    reasons: jsonb("reasons").$type<string[]>().notNull().default([]),
    /** What they could begin with: proposed when they became a pair, to nobody else while they are one. */
    starterTaskId: ref("starter_task_id"),
    /** When it was published and became active. */
    activeAt: instant("active_at"),
    /** Set together with its row in `pair_endings`. */
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("pairs_ended").on(t.communityId, t.id, t.endedAt),
    uniqueIndex("pairs_one_a_newcomer").on(t.communityId, t.sprintId, t.newcomerId).where(sql`${t.endedAt} is null`),
    uniqueIndex("pairs_one_a_seat").on(t.communityId, t.sprintId, t.mentorId, t.seat).where(sql`${t.endedAt} is null`),
    uniqueIndex("pairs_one_a_starter_task").on(t.communityId, t.starterTaskId).where(sql`${t.endedAt} is null`),
    check("pairs_seat", sql`${t.seat} between 1 and ${sql.raw(String(limits.seatsMost))}`),
    check("pairs_two_people", sql`${t.newcomerId} <> ${t.mentorId}`),
    foreignKey({
      name: "pairs_newcomer",
      columns: [t.communityId, t.sprintId, t.newcomerId],
      foreignColumns: [registrations.communityId, registrations.sprintId, registrations.id],
    }),
    foreignKey({
      name: "pairs_mentor",
      columns: [t.communityId, t.sprintId, t.mentorId],
      foreignColumns: [registrations.communityId, registrations.sprintId, registrations.id],
    }),
    foreignKey({
      name: "pairs_starter_task",
      columns: [t.communityId, t.starterTaskId],
      foreignColumns: [tasks.communityId, tasks.id],
    }),
  ],
);

/** How and why a pair ended. Its instant is the pair's own, held by the foreign key. */
export const pairEndings = pgTable(
  "pair_endings",
  {
    communityId: communityId(),
    pairId: ref("pair_id").notNull(),
    reason: text("reason", { enum: pairEndingWords }).notNull(),
    note: text("note").notNull().default(""),
    endedBy: ref("ended_by"),
    endedAt: instant("ended_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.pairId] }),
    foreignKey({
      name: "pair_endings_pair",
      columns: [t.communityId, t.pairId, t.endedAt],
      foreignColumns: [pairs.communityId, pairs.id, pairs.endedAt],
    }),
    oneOf("pair_endings_reason", t.reason, pairEndingWords),
    foreignKey({
      name: "pair_endings_by",
      columns: [t.communityId, t.endedBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
  ],
);
