import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { PlanStepChange } from "../../app/domain/plans/step-change";
import { planDeeds } from "../../app/domain/sprint/words";
import { communityId, identity, instant, madeAt, oneOf, ref } from "./columns";
import { memberships } from "./memberships";
import { sprints } from "./sprints";

/**
 * What was done to the draft of a sprint, with where everybody it touched was before and is after: so that it can be taken
 * back, step by step, and a run be compared with what was there before it. `rev`: the revision it led to.
 */
export const planSteps = pgTable(
  "plan_steps",
  {
    id: identity(),
    communityId: communityId(),
    sprintId: ref("sprint_id").notNull(),
    rev: integer("rev").notNull(),
    deed: text("deed", { enum: planDeeds }).notNull(),
    change: jsonb("change").$type<PlanStepChange>().notNull(),
    madeBy: ref("made_by"),
    madeAt: madeAt("made_at"),
    undoneAt: instant("undone_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("plan_steps_of_sprint").on(t.communityId, t.sprintId, t.rev),
    oneOf("plan_steps_deed", t.deed, planDeeds),
    foreignKey({
      name: "plan_steps_sprint",
      columns: [t.communityId, t.sprintId],
      foreignColumns: [sprints.communityId, sprints.id],
    }),
    foreignKey({
      name: "plan_steps_by",
      columns: [t.communityId, t.madeBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
  ],
);
