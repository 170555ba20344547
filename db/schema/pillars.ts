import { foreignKey, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { communityId, identity, instant, madeAt, placedRev, position, ref } from "./columns";
import { memberships } from "./memberships";
import { themes } from "./themes";

/** A named group of tasks inside a theme. */
export const pillars = pgTable(
  "pillars",
  {
    id: identity(),
    communityId: communityId(),
    themeId: ref("theme_id").notNull(),
    title: text("title").notNull(),
    intro: text("intro").notNull().default(""),
    position: position("position").notNull(),
    placedRev: placedRev(),
    rev: integer("rev").notNull().default(1),
    createdAt: madeAt(),
    deletedAt: instant("deleted_at"),
    deletedBy: ref("deleted_by"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("pillars_in_theme").on(t.communityId, t.themeId, t.id),
    unique("pillars_place").on(t.communityId, t.themeId, t.position),
    foreignKey({
      name: "pillars_theme",
      columns: [t.communityId, t.themeId],
      foreignColumns: [themes.communityId, themes.id],
    }),
    foreignKey({
      name: "pillars_deleted_by",
      columns: [t.communityId, t.deletedBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
  ],
);
