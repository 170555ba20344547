import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { identity, instant, madeAt, ref } from "./columns";
import { communities } from "./communities";
import { people } from "./people";

/**
 * A letter that is about to be sent: stored with the change it tells of, deleted once the mail server has taken it. `takenAt`:
 * since when somebody has it in hand; null: nobody, it is due at `nextAt`. `failedAt`: when it was given up; its text is gone then,
 * and its community's organizers read whom it did not reach. Its address is the person's own.
 */
export const letters = pgTable(
  "letters",
  {
    id: identity(),
    /** Null for one that was on its way before communities were noted. */
    communityId: ref("community_id"),
    personId: ref("person_id").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    writtenAt: madeAt("written_at"),
    tries: smallint("tries").notNull().default(0),
    nextAt: instant("next_at").notNull().default(sql`app_now() + interval '2 minutes'`),
    takenAt: instant("taken_at"),
    failedAt: instant("failed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    index("letters_due").on(t.nextAt).where(sql`${t.failedAt} is null`),
    index("letters_failed").on(t.communityId, t.failedAt).where(sql`${t.failedAt} is not null`),
    foreignKey({ name: "letters_community", columns: [t.communityId], foreignColumns: [communities.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ name: "letters_person", columns: [t.personId], foreignColumns: [people.id] }).onDelete("cascade"),
  ],
);
