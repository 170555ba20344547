import { sql } from "drizzle-orm";
import { type AnyPgColumn, bigint, check, customType, timestamp } from "drizzle-orm/pg-core";

/** A row's number, given by the database. Below 2^53, so that it is a plain number in JavaScript. */
export const identity = () => bigint("id", { mode: "number" }).generatedAlwaysAsIdentity();

/** A reference to a row's number. */
export const ref = (name: string) => bigint(name, { mode: "number" });

/** The tenant. Stands in every table under a community, first in its keys, so that no row can refer across. */
export const communityId = () => ref("community_id").notNull();

/** An instant. Stored in UTC, read as a `Date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** The instant a row was made, by the database's clock (which tests replace). */
export const madeAt = (name = "created_at") => instant(name).notNull().default(sql`app_now()`);

/** A fractional-indexing key: compared byte by byte, whatever the cluster's locale. */
export const position = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

/** The rev of its board (`themes.order_rev`, `communities.rev`) with which a row was put where it stands; 0: where it was made. */
export const placedRev = () => bigint("placed_rev", { mode: "number" }).notNull().default(0);

/** The law behind a column of words: the database takes no other. `words` come from the domain. */
export const oneOf = (name: string, column: AnyPgColumn, words: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(", "))})`);
