import { sql } from "drizzle-orm";
import { bigint, boolean, check, integer, pgTable, primaryKey, smallint, text, unique } from "drizzle-orm/pg-core";
import { limits } from "../../app/domain/limits";
import { identity, madeAt } from "./columns";

/** The tenant: the group that owns a roadmap. */
export const communities = pgTable(
  "communities",
  {
    id: identity(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    summary: text("summary").notNull().default(""),
    roadmapTitle: text("roadmap_title").notNull().default(""),
    roadmapIntro: text("roadmap_intro").notNull().default(""),
    /** Counters behind the numbers people read aloud: `/django/tasks/42`. Taken in the transaction that uses them. */
    lastTaskNumber: integer("last_task_number").notNull().default(0),
    lastQuestionNumber: integer("last_question_number").notNull().default(0),
    lastDecisionNumber: integer("last_decision_number").notNull().default(0),
    activeClaims: smallint("active_claims").notNull().default(limits.activeClaims),
    claimHours: smallint("claim_hours").notNull().default(limits.claimHours),
    /** Set on the sample community that an empty database is given in example mode. */
    example: boolean("example").notNull().default(false),
    /** Counts the changes of the order of its themes, taken in the transaction that makes the change. */
    rev: bigint("rev", { mode: "number" }).notNull().default(0),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    unique("communities_slug").on(t.slug),
    check(
      "communities_active_claims",
      sql`${t.activeClaims} between ${sql.raw(`${limits.activeClaimsLeast} and ${limits.activeClaimsMost}`)}`,
    ),
    check("communities_claim_hours", sql`${t.claimHours} between 1 and 720`),
  ],
);
