import { and, eq, gt, type SQL, sql } from "drizzle-orm";
import { limits } from "../../app/domain/limits";
import type { Queryable, Transaction } from "../client.server";
import { keptForms } from "../schema/kept-forms";

/** What somebody sent before they were signed in: where to, and the fields in their order. */
export type KeptForm = { path: string; fields: [name: string, value: string][] };

/** The form is kept; or as many as there is room for are, and after so many seconds the oldest of them is forgotten. */
export type Keeping = { ok: true } | { ok: false; retryAfterSeconds: number };

/**
 * Keeps a form for 24 hours, unless 100 from this address are kept, or 5,000 in all; and forgets a hundred of those that are
 * over. They are counted one after the other, so that as many are kept as it says. `sentFrom`: SHA-256 of the address.
 */
export async function addKeptForm(
  tx: Transaction,
  form: KeptForm & { tokenHash: string; sentFrom: string },
): Promise<Keeping> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('kept forms'))`);
  await tx.delete(keptForms).where(
    sql`${keptForms.id} in (
      select old.id from kept_forms old where old.expires_at <= app_now()
      and not exists (select from sign_in_links where sign_in_links.kept_form_id = old.id)
      limit 100 for update skip locked)`,
  );
  const waits = [
    await secondsUntilRoom(tx, limits.keptFormsPerAddress, eq(keptForms.sentFrom, form.sentFrom)),
    await secondsUntilRoom(tx, limits.keptFormsMost),
  ];
  const retryAfterSeconds = Math.max(...waits);
  if (retryAfterSeconds > 0) return { ok: false, retryAfterSeconds };
  await tx
    .insert(keptForms)
    .values({ ...form, expiresAt: sql`app_now() + make_interval(hours => ${limits.keptFormHours})` });
  return { ok: true };
}

/** 0 when there is room; else how long until the oldest that counts no longer does. */
async function secondsUntilRoom(tx: Transaction, most: number, which?: SQL): Promise<number> {
  const [kept] = await tx
    .select({
      count: sql<number>`count(*)::int`,
      seconds: sql<number>`ceil(extract(epoch from min(${keptForms.expiresAt}) - app_now()))::int`,
    })
    .from(keptForms)
    .where(and(gt(keptForms.expiresAt, sql`app_now()`), which));
  return kept && kept.count >= most ? Math.max(1, kept.seconds) : 0;
}

/**
 * The form kept under a token, if it is not over. The token of a sign-in link that was asked for on the way finds it as
 * well, because whoever comes back through their mail has no other.
 */
export async function findKeptForm(db: Queryable, tokenHash: string): Promise<(KeptForm & { id: number }) | null> {
  const [found] = await db
    .select({ id: keptForms.id, path: keptForms.path, fields: keptForms.fields })
    .from(keptForms)
    .where(
      and(
        sql`${keptForms.id} in (
          select id from kept_forms where token_hash = ${tokenHash}
          union all select kept_form_id from sign_in_links where token_hash = ${tokenHash})`,
        gt(keptForms.expiresAt, sql`app_now()`),
      ),
    );
  return found ?? null;
}
