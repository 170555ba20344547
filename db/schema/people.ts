import { sql } from "drizzle-orm";
import { pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { identity, madeAt } from "./columns";

/** Somebody with an account. Belongs to no community; memberships and registrations tie them to one. */
export const people = pgTable(
  "people",
  {
    id: identity(),
    name: text("name").notNull(),
    /** Private: never on a page another person can read. Compared without regard to case. */
    email: text("email").notNull(),
    /** IANA zone, in which the person reads times. */
    timeZone: text("time_zone").notNull().default("UTC"),
    createdAt: madeAt(),
  },
  (t) => [primaryKey({ columns: [t.id] }), uniqueIndex("people_email").on(sql`lower(${t.email})`)],
);
