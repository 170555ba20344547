import { foreignKey, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { reviewDecisions } from "../../app/domain/people/waiting";
import { communityId, identity, madeAt, oneOf, ref } from "./columns";
import { memberships } from "./memberships";
import { registrations } from "./registrations";

/** What organizers said to a registration that they read, and the words they sent with it. The last one holds. */
export const registrationReviews = pgTable(
  "registration_reviews",
  {
    id: identity(),
    communityId: communityId(),
    sprintId: ref("sprint_id").notNull(),
    registrationId: ref("registration_id").notNull(),
    decision: text("decision", { enum: reviewDecisions }).notNull(),
    words: text("words").notNull().default(""),
    decidedBy: ref("decided_by"),
    decidedAt: madeAt("decided_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    oneOf("registration_reviews_decision", t.decision, reviewDecisions),
    foreignKey({
      name: "registration_reviews_registration",
      columns: [t.communityId, t.sprintId, t.registrationId],
      foreignColumns: [registrations.communityId, registrations.sprintId, registrations.id],
    }),
    foreignKey({
      name: "registration_reviews_by",
      columns: [t.communityId, t.decidedBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
    index("registration_reviews_of").on(t.communityId, t.registrationId),
  ],
);
