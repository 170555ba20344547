import { foreignKey, index, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { identity, instant, madeAt, ref } from "./columns";
import { keptForms } from "./kept-forms";

/** A link sent by e-mail: single use, 15 minutes. Only the SHA-256 of its token is kept. */
export const signInLinks = pgTable(
  "sign_in_links",
  {
    id: identity(),
    tokenHash: text("token_hash").notNull(),
    email: text("email").notNull(),
    /** SHA-256 of the address that asked, for the limit on asking. */
    askedFrom: text("asked_from").notNull(),
    /** Where to go afterwards: a local path. */
    next: text("next").notNull().default("/"),
    /** What was typed before signing in, to be taken up again afterwards. */
    keptFormId: ref("kept_form_id"),
    createdAt: madeAt(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    unique("sign_in_links_token").on(t.tokenHash),
    foreignKey({ name: "sign_in_links_kept_form", columns: [t.keptFormId], foreignColumns: [keptForms.id] }),
    index("sign_in_links_by_email").on(t.email, t.createdAt),
    index("sign_in_links_by_address").on(t.askedFrom, t.createdAt),
  ],
);
