import { foreignKey, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { StepChange } from "../../app/domain/roadmap/step-change";
import { deskDeeds } from "../../app/domain/roadmap/step-words";
import { communityId, identity, instant, madeAt, oneOf, ref } from "./columns";
import { memberships } from "./memberships";
import { themes } from "./themes";

/**
 * What an organizer did to a theme at its desk, with every row it touched as it was before and as it was after, so that it
 * can be undone and done again. Each organizer has their own steps; a step that was undone waits until it is redone, or
 * until another is made.
 */
export const deskSteps = pgTable(
  "desk_steps",
  {
    id: identity(),
    communityId: communityId(),
    themeId: ref("theme_id").notNull(),
    personId: ref("person_id").notNull(),
    deed: text("deed", { enum: deskDeeds }).notNull(),
    /** The title of what it was about: a task, a pillar, the theme. */
    about: text("about").notNull(),
    before: jsonb("before").$type<StepChange>().notNull(),
    after: jsonb("after").$type<StepChange>().notNull(),
    madeAt: madeAt("made_at"),
    undoneAt: instant("undone_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    oneOf("desk_steps_deed", t.deed, deskDeeds),
    foreignKey({
      name: "desk_steps_theme",
      columns: [t.communityId, t.themeId],
      foreignColumns: [themes.communityId, themes.id],
    }),
    foreignKey({
      name: "desk_steps_person",
      columns: [t.communityId, t.personId],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
    index("desk_steps_of_person").on(t.communityId, t.themeId, t.personId, t.id),
  ],
);
