import type { Database, Queryable } from "./client.server";

const statements = new WeakMap<object, Map<string, unknown>>();

/**
 * A query the server plans once for each connection. It is bound to the connection or transaction that made it, so each
 * gets its own; `build` runs once for each. `name` says which query it is, and must be the same only for the same text.
 */
export function prepared<Statement>(db: Queryable, name: string, build: (db: Database) => Statement): Statement {
  let known = statements.get(db);
  if (!known) {
    known = new Map();
    statements.set(db, known);
  }
  const found = known.get(name);
  if (found) return found as Statement;
  const made = build(db as Database);
  known.set(name, made);
  return made;
}
