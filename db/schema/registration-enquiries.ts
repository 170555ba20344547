import { foreignKey, index, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { communityId, identity, instant, madeAt, ref } from "./columns";
import { memberships } from "./memberships";
import { registrations } from "./registrations";

/**
 * What organizers asked somebody whose registration waits to be read, before they answered it, and what was said to it. Private to the
 * two sides.
 */
export const registrationEnquiries = pgTable(
  "registration_enquiries",
  {
    id: identity(),
    communityId: communityId(),
    sprintId: ref("sprint_id").notNull(),
    registrationId: ref("registration_id").notNull(),
    words: text("words").notNull(),
    askedBy: ref("asked_by"),
    askedAt: madeAt("asked_at"),
    /** The revision of the registration that was asked about: changing it may be the answer. */
    ofRev: smallint("of_rev").notNull(),
    answer: text("answer"),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    foreignKey({
      name: "registration_enquiries_registration",
      columns: [t.communityId, t.sprintId, t.registrationId],
      foreignColumns: [registrations.communityId, registrations.sprintId, registrations.id],
    }),
    foreignKey({
      name: "registration_enquiries_by",
      columns: [t.communityId, t.askedBy],
      foreignColumns: [memberships.communityId, memberships.personId],
    }),
    index("registration_enquiries_of").on(t.communityId, t.registrationId),
  ],
);
