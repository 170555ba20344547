import { index, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { identity, instant, madeAt } from "./columns";

/** A form somebody sent while signed out (or no longer signed in): kept, so that nothing typed is lost. */
export const keptForms = pgTable(
  "kept_forms",
  {
    id: identity(),
    tokenHash: text("token_hash").notNull(),
    /** The path the form was sent to. */
    path: text("path").notNull(),
    fields: jsonb("fields").$type<[name: string, value: string][]>().notNull(),
    /** SHA-256 of the address that sent it, for the limit on keeping. */
    sentFrom: text("sent_from").notNull().default(""),
    createdAt: madeAt(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    unique("kept_forms_token").on(t.tokenHash),
    index("kept_forms_by_address").on(t.sentFrom, t.expiresAt),
    index("kept_forms_by_age").on(t.expiresAt),
  ],
);
