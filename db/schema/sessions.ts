import { foreignKey, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, madeAt, ref } from "./columns";
import { people } from "./people";

/** A signed-in browser. `id` is the SHA-256 of the token in the cookie: a stolen table signs nobody in. */
export const sessions = pgTable(
  "sessions",
  {
    id: text("id").notNull(),
    personId: ref("person_id").notNull(),
    /** Moves forward while the session is used. */
    expiresAt: instant("expires_at").notNull(),
    /** Does not move. */
    endsAt: instant("ends_at").notNull(),
    createdAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    foreignKey({ name: "sessions_person", columns: [t.personId], foreignColumns: [people.id] }).onDelete("cascade"),
    index("sessions_of_person").on(t.personId),
  ],
);
