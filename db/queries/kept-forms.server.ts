import { and, gt, sql } from "drizzle-orm";
import { limits } from "../../app/domain/limits";
import type { Queryable } from "../client.server";
import { keptForms } from "../schema/kept-forms";

/** What somebody sent before they were signed in: where to, and the fields in their order. */
export type KeptForm = { path: string; fields: [name: string, value: string][] };

/** Keeps a form for 24 hours, and forgets a hundred of those that are over. */
export async function addKeptForm(db: Queryable, form: KeptForm & { tokenHash: string }): Promise<void> {
  await db.delete(keptForms).where(
    sql`${keptForms.id} in (
      select old.id from kept_forms old where old.expires_at <= app_now()
      and not exists (select from sign_in_links where sign_in_links.kept_form_id = old.id)
      limit 100 for update skip locked)`,
  );
  await db
    .insert(keptForms)
    .values({ ...form, expiresAt: sql`app_now() + make_interval(hours => ${limits.keptFormHours})` });
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
