import { bigint, foreignKey, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { themeStates } from "../../app/domain/roadmap/theme-states";
import { communityId, identity, instant, madeAt, oneOf, placedRev, position, ref } from "./columns";
import { communities } from "./communities";
import { memberships } from "./memberships";

/** One roadmap item. */
export const themes = pgTable(
  "themes",
  {
    id: identity(),
    communityId: communityId(),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    why: text("why").notNull().default(""),
    /** When the why came to say something else than before: its tasks then ask to be checked. */
    whyChangedAt: instant("why_changed_at"),
    state: text("state", { enum: themeStates }).notNull().default("exploring"),
    position: position("position").notNull(),
    placedRev: placedRev(),
    /** Counts the changes of the order of its pillars and tasks, taken in the transaction that makes the change. */
    orderRev: bigint("order_rev", { mode: "number" }).notNull().default(0),
    rev: integer("rev").notNull().default(1),
    createdAt: madeAt(),
    deletedAt: instant("deleted_at"),
    deletedBy: ref("deleted_by"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("themes_slug").on(t.communityId, t.slug),
    unique("themes_place").on(t.communityId, t.position),
    oneOf("themes_state", t.state, themeStates),
    foreignKey({ name: "themes_community", columns: [t.communityId], foreignColumns: [communities.id] }),
    foreignKey({
      name: "themes_deleted_by",
      columns: [t.communityId, t.deletedBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
  ],
);
