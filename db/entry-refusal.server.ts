import { isUnavailable } from "./client.server";

/** The database of DATABASE_URL cannot be entered. The message is for the person at the terminal, with the way out. */
export class EntryRefusal extends Error {
  override readonly name = "EntryRefusal";

  constructor(reason: string) {
    super(
      `The database does not let us in (${reason}). Look whether it runs, and whether DATABASE_URL is right: its user, password and name.`,
    );
  }
}

/** What a failed start says when the database is away, or refuses the user, the password or the name; null for any other fault. */
export function entryRefusal(error: unknown): EntryRefusal | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!isUnavailable(cause) && !isRefusedEntry(cause)) continue;
    return new EntryRefusal(innermost(cause));
  }
  return null;
}

/** A wrong password or user (SQLSTATE class 28), no database of that name (3D000), or a user who may not use it (42501). */
function isRefusedEntry(error: Error): boolean {
  return "code" in error && typeof error.code === "string" && /^(28...|3D000|42501)$/.test(error.code);
}

/** The driver's own words: drizzle wraps them in the whole statement. */
function innermost(error: Error): string {
  return error.cause instanceof Error ? innermost(error.cause) : error.message;
}
