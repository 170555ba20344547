import { createHash, randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database, Queryable, Transaction } from "../client.server";
import { setupLinks } from "../schema/setup-links";
import { change, type Doer } from "./change.server";

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * Makes the one-time address whose holder creates the first community, and returns its token. Only the hash is stored.
 * Addresses made before and not used stop working, so that the one last printed is the only one.
 */
export const makeSetupLink = (db: Database, doer: Doer): Promise<string> =>
  change(db, doer, "make setup link", replaceSetupLink);

/** The same, inside a change that does more. */
export async function replaceSetupLink(tx: Transaction): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.delete(setupLinks).where(isNull(setupLinks.usedAt));
  await tx.insert(setupLinks).values({ tokenHash: hashOf(token) });
  return token;
}

/** Whether the address still works ("open"), was used, or never was. */
export async function findSetupLink(db: Queryable, token: string): Promise<"open" | "used" | null> {
  const [found] = await db
    .select({ usedAt: setupLinks.usedAt })
    .from(setupLinks)
    .where(eq(setupLinks.tokenHash, hashOf(token)));
  if (!found) return null;
  return found.usedAt ? "used" : "open";
}

/** Uses the address up; false when somebody was faster. */
export async function useUpSetupLink(tx: Transaction, token: string): Promise<boolean> {
  const used = await tx
    .update(setupLinks)
    .set({ usedAt: sql`app_now()` })
    .where(and(eq(setupLinks.tokenHash, hashOf(token)), isNull(setupLinks.usedAt)))
    .returning({ tokenHash: setupLinks.tokenHash });
  return used.length === 1;
}
