import { foreignKey, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { communityId, identity, instant, madeAt, position, ref } from "./columns";
import { memberships } from "./memberships";
import { themes } from "./themes";

/** Something that must be answered before a theme can be split. Open until a decision stands for it. */
export const questions = pgTable(
  "questions",
  {
    id: identity(),
    communityId: communityId(),
    number: integer("number").notNull(),
    themeId: ref("theme_id").notNull(),
    title: text("title").notNull(),
    notes: text("notes").notNull().default(""),
    ownerId: ref("owner_id"),
    position: position("position").notNull(),
    rev: integer("rev").notNull().default(1),
    createdAt: madeAt(),
    deletedAt: instant("deleted_at"),
    deletedBy: ref("deleted_by"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("questions_number").on(t.communityId, t.number),
    unique("questions_place").on(t.communityId, t.themeId, t.position),
    foreignKey({
      name: "questions_theme",
      columns: [t.communityId, t.themeId],
      foreignColumns: [themes.communityId, themes.id],
    }),
    foreignKey({
      name: "questions_owner",
      columns: [t.communityId, t.ownerId],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
    foreignKey({
      name: "questions_deleted_by",
      columns: [t.communityId, t.deletedBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
    index("questions_of_owner").on(t.communityId, t.ownerId),
  ],
);
