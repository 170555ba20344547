import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { communityId, identity, instant, madeAt, ref } from "./columns";
import { memberships } from "./memberships";
import { pairs } from "./pairs";
import { sprints } from "./sprints";

/** An entry of a sprint's schedule. With a pair it is a lock-in: people, a place and an exit criterion. */
export const blocks = pgTable(
  "blocks",
  {
    id: identity(),
    communityId: communityId(),
    sprintId: ref("sprint_id").notNull(),
    pairId: ref("pair_id"),
    title: text("title").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    place: text("place").notNull().default(""),
    doneWhen: text("done_when").notNull().default(""),
    madeBy: ref("made_by"),
    createdAt: madeAt(),
    cancelledAt: instant("cancelled_at"),
    rev: integer("rev").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    check("blocks_order", sql`${t.endsAt} > ${t.startsAt}`),
    foreignKey({
      name: "blocks_sprint",
      columns: [t.communityId, t.sprintId],
      foreignColumns: [sprints.communityId, sprints.id],
    }),
    foreignKey({
      name: "blocks_pair",
      columns: [t.communityId, t.pairId],
      foreignColumns: [pairs.communityId, pairs.id],
    }),
    foreignKey({
      name: "blocks_maker",
      columns: [t.communityId, t.madeBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
    index("blocks_of_sprint").on(t.communityId, t.sprintId, t.startsAt),
  ],
);
