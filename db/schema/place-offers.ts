import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { offerEndings } from "../../app/domain/people/waiting";
import { communityId, identity, instant, madeAt, oneOf, ref } from "./columns";
import { registrations } from "./registrations";

/** A place of a sprint that is held for whoever was next on its waiting list, until an instant. It counts as taken until it ends. */
export const placeOffers = pgTable(
  "place_offers",
  {
    id: identity(),
    communityId: communityId(),
    sprintId: ref("sprint_id").notNull(),
    registrationId: ref("registration_id").notNull(),
    offeredAt: madeAt("offered_at"),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
    ending: text("ending", { enum: offerEndings }),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("place_offers_one_a_person").on(t.communityId, t.registrationId).where(sql`${t.endedAt} is null`),
    index("place_offers_open").on(t.expiresAt).where(sql`${t.endedAt} is null`),
    oneOf("place_offers_ending", t.ending, offerEndings),
    check("place_offers_ended", sql`(${t.endedAt} is null) = (${t.ending} is null)`),
    foreignKey({
      name: "place_offers_registration",
      columns: [t.communityId, t.sprintId, t.registrationId],
      foreignColumns: [registrations.communityId, registrations.sprintId, registrations.id],
    }),
  ],
);
