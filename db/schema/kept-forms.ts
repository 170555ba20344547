import { jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
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
    createdAt: madeAt(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.id] }), unique("kept_forms_token").on(t.tokenHash)],
);
