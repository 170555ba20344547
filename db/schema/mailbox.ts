import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { identity, madeAt } from "./columns";

/** Where mail lands in example mode, which has no mail server. Empty everywhere else. */
export const mailbox = pgTable(
  "mailbox",
  {
    id: identity(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    createdAt: madeAt(),
  },
  (t) => [primaryKey({ columns: [t.id] })],
);
