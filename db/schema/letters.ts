import { foreignKey, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { identity, madeAt, ref } from "./columns";
import { people } from "./people";

/**
 * A letter that is about to be sent: stored with the change it tells of, deleted as it is handed over, so that it is sent at most
 * once and is not lost with the process that wrote it. Empty but for moments. Its address is the person's own.
 */
export const letters = pgTable(
  "letters",
  {
    id: identity(),
    personId: ref("person_id").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    writtenAt: madeAt("written_at"),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    index("letters_by_age").on(t.writtenAt),
    foreignKey({ name: "letters_person", columns: [t.personId], foreignColumns: [people.id] }).onDelete("cascade"),
  ],
);
