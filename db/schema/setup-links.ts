import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, madeAt } from "./columns";

/** The one-time address whose holder creates the first community. Only the SHA-256 of its token is kept. */
export const setupLinks = pgTable(
  "setup_links",
  { tokenHash: text("token_hash").notNull(), createdAt: madeAt(), usedAt: instant("used_at") },
  (t) => [primaryKey({ columns: [t.tokenHash] })],
);
