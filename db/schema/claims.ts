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
import { claimEndings as claimEndingWords } from "../../app/domain/claims/endings";
import { limits } from "../../app/domain/limits";
import { communityId, identity, instant, madeAt, oneOf, ref } from "./columns";
import { memberships } from "./memberships";
import { tasks } from "./tasks";

/**
 * A person's hold on a task. Two rules people race for are unique indexes here: one open claim a task, and one open
 * claim in each of a person's slots (as many slots as the community allows active claims).
 */
export const claims = pgTable(
  "claims",
  {
    id: identity(),
    communityId: communityId(),
    taskId: ref("task_id").notNull(),
    personId: ref("person_id").notNull(),
    slot: smallint("slot").notNull(),
    /** What the claimant wrote when claiming. */
    note: text("note").notNull().default(""),
    claimedAt: madeAt("claimed_at"),
    /** Past this instant the claim no longer holds the task, whether or not its ending has been written. */
    expiresAt: instant("expires_at").notNull(),
    /** Set together with its row in `claim_endings`. */
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("claims_ended").on(t.communityId, t.id, t.endedAt),
    uniqueIndex("claims_one_a_task").on(t.communityId, t.taskId).where(sql`${t.endedAt} is null`),
    uniqueIndex("claims_one_a_slot").on(t.communityId, t.personId, t.slot).where(sql`${t.endedAt} is null`),
    check("claims_slot", sql`${t.slot} between 1 and ${sql.raw(String(limits.activeClaimsMost))}`),
    foreignKey({
      name: "claims_task",
      columns: [t.communityId, t.taskId],
      foreignColumns: [tasks.communityId, tasks.id],
    }),
    foreignKey({
      name: "claims_person",
      columns: [t.communityId, t.personId],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
    index("claims_of_task").on(t.communityId, t.taskId, t.claimedAt),
    index("claims_of_person").on(t.communityId, t.personId, t.claimedAt),
  ],
);

/** How and why a claim ended. Its instant is the claim's own, held by the foreign key. */
export const claimEndings = pgTable(
  "claim_endings",
  {
    communityId: communityId(),
    claimId: ref("claim_id").notNull(),
    reason: text("reason", { enum: claimEndingWords }).notNull(),
    /** The hand-over note, for whoever takes the task next. */
    note: text("note").notNull().default(""),
    /** Nobody, when the clock ran out. */
    endedBy: ref("ended_by"),
    endedAt: instant("ended_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.claimId] }),
    foreignKey({
      name: "claim_endings_claim",
      columns: [t.communityId, t.claimId, t.endedAt],
      foreignColumns: [claims.communityId, claims.id, claims.endedAt],
    }),
    oneOf("claim_endings_reason", t.reason, claimEndingWords),
    foreignKey({
      name: "claim_endings_by",
      columns: [t.communityId, t.endedBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
  ],
);
