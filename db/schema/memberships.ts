import { foreignKey, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { communityRoles } from "../../app/domain/people/roles";
import { communityId, instant, madeAt, oneOf, ref } from "./columns";
import { communities } from "./communities";
import { people } from "./people";

/** That a person belongs to a community, and as what. Whatever names a person inside a community refers here. */
export const memberships = pgTable(
  "memberships",
  {
    communityId: communityId(),
    personId: ref("person_id").notNull(),
    role: text("role", { enum: communityRoles }).notNull().default("member"),
    joinedAt: madeAt("joined_at"),
    /** Set when the person leaves; what they did stays on record. */
    leftAt: instant("left_at"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.personId] }),
    foreignKey({ name: "memberships_community", columns: [t.communityId], foreignColumns: [communities.id] }),
    foreignKey({ name: "memberships_person", columns: [t.personId], foreignColumns: [people.id] }),
    oneOf("memberships_role", t.role, communityRoles),
    index("memberships_of_person").on(t.personId),
  ],
);
