import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { limits } from "../../app/domain/limits";
import type { Queryable, Transaction } from "../client.server";
import { people } from "../schema/people";
import { signInLinks } from "../schema/sign-in-links";

export type AskedLink = {
  tokenHash: string;
  /** As it is compared: lower case. */
  email: string;
  /** SHA-256 of the address that asks. */
  askedFrom: string;
  /** A local path. */
  next: string;
  keptFormId: number | null;
};

/** The link is stored; or the limit is reached, and after so many seconds there is room again. */
export type Asked = { ok: true } | { ok: false; retryAfterSeconds: number };

const window = sql`make_interval(mins => ${limits.signInWindowMinutes})`;

/**
 * Stores a link that works for 15 minutes, unless 5 were asked for this e-mail or 20 from this address in the last 15.
 * Askers of the same e-mail or address are counted one after the other.
 */
export async function addSignInLink(tx: Transaction, link: AskedLink): Promise<Asked> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('sign-in address'), hashtext(${link.askedFrom}))`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('sign-in e-mail'), hashtext(${link.email}))`);
  const waits = [
    await secondsUntilRoom(tx, signInLinks.email, link.email, limits.signInLinksPerWindow),
    await secondsUntilRoom(tx, signInLinks.askedFrom, link.askedFrom, limits.signInLinksPerAddress),
  ];
  const retryAfterSeconds = Math.max(...waits);
  if (retryAfterSeconds > 0) return { ok: false, retryAfterSeconds };
  await forgetOldLinks(tx);
  await tx
    .insert(signInLinks)
    .values({ ...link, expiresAt: sql`app_now() + make_interval(mins => ${limits.signInLinkMinutes})` });
  return { ok: true };
}

/** 0 when there is room; else how long until the oldest that counts no longer does. */
async function secondsUntilRoom(
  tx: Transaction,
  column: typeof signInLinks.email | typeof signInLinks.askedFrom,
  value: string,
  most: number,
): Promise<number> {
  const [asked] = await tx
    .select({
      count: sql<number>`count(*)::int`,
      seconds: sql<number>`ceil(extract(epoch from min(${signInLinks.createdAt}) + ${window} - app_now()))::int`,
    })
    .from(signInLinks)
    .where(and(eq(column, value), gt(signInLinks.createdAt, sql`app_now() - ${window}`)));
  return asked && asked.count >= most ? Math.max(1, asked.seconds) : 0;
}

/** A day after it was asked for, nobody needs to know who asked. A hundred at a time, so that asking stays quick. */
const forgetOldLinks = (tx: Transaction) =>
  tx.delete(signInLinks).where(
    sql`${signInLinks.id} in (
      select old.id from sign_in_links old where old.created_at < app_now() - interval '1 day'
      limit 100 for update skip locked)`,
  );

/** A link as its holder may see it, with the name of the person it would sign in (null: somebody new). */
export async function findSignInLink(db: Queryable, tokenHash: string) {
  const [found] = await db
    .select({
      email: signInLinks.email,
      next: signInLinks.next,
      keptFormId: signInLinks.keptFormId,
      name: people.name,
      works: sql<boolean>`${signInLinks.usedAt} is null and ${signInLinks.expiresAt} > app_now()`,
    })
    .from(signInLinks)
    .leftJoin(people, sql`lower(${people.email}) = lower(${signInLinks.email})`)
    .where(eq(signInLinks.tokenHash, tokenHash));
  return found ?? null;
}

/** Uses a link up, if it is unused and not over: of two presses at once, one gets it and the other null. */
export async function useUpSignInLink(tx: Transaction, tokenHash: string) {
  const [used] = await tx
    .update(signInLinks)
    .set({ usedAt: sql`app_now()` })
    .where(
      and(eq(signInLinks.tokenHash, tokenHash), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, sql`app_now()`)),
    )
    .returning({ email: signInLinks.email, next: signInLinks.next, keptFormId: signInLinks.keptFormId });
  return used ?? null;
}
