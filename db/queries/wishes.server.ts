import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "../client.server";
import { keptApart, registrations, wishedPeople, wishedThemes } from "../schema/registrations";
import { themes } from "../schema/themes";

/** A registration, by its number, at a sprint. */
type Own = { communityId: number; sprintId: number; id: number };

/**
 * What somebody wishes for: themes by id, first choice first; people to work with, or not to, by their registrations at the
 * same sprint. Undefined: as it was.
 */
export type Wishes = { themes: readonly number[]; wishes?: readonly number[]; notWith?: readonly number[] };

/** Stores what somebody wishes for in place of what they wished before. Themes and people that are not there are passed over. */
export async function storeWishes(
  tx: Transaction,
  own: Own,
  { themes: wished, wishes, notWith }: Wishes,
): Promise<void> {
  await chooseThemes(tx, own, wished);
  if (wishes) await choosePeople(tx, wishedPeople, own, wishes);
  if (notWith) await choosePeople(tx, keptApart, own, notWith);
}

async function chooseThemes(tx: Transaction, { communityId, id: registrationId }: Own, ids: readonly number[]) {
  await tx
    .delete(wishedThemes)
    .where(and(eq(wishedThemes.communityId, communityId), eq(wishedThemes.registrationId, registrationId)));
  if (ids.length === 0) return;
  const live = await tx
    .select({ id: themes.id })
    .from(themes)
    .where(and(eq(themes.communityId, communityId), isNull(themes.deletedAt)));
  const known = new Set(live.map(({ id }) => id));
  const rows = [...new Set(ids)]
    .filter((id) => known.has(id))
    .map((themeId, index) => ({ communityId, registrationId, themeId, rank: index + 1 }));
  if (rows.length > 0) await tx.insert(wishedThemes).values(rows);
}

async function choosePeople(
  tx: Transaction,
  table: typeof keptApart | typeof wishedPeople,
  { communityId, sprintId, id: registrationId }: Own,
  others: readonly number[],
) {
  // Whoever has withdrawn is on no list to choose from; should they come back, what was chosen still holds.
  await tx.execute(sql`
    delete from ${table} k using registrations o where k.community_id = ${communityId}
      and k.registration_id = ${registrationId} and o.community_id = k.community_id and o.id = k.other_id
      and o.withdrawn_at is null`);
  if (others.length === 0) return;
  const known = await tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.communityId, communityId), eq(registrations.sprintId, sprintId)));
  const rows = known
    .filter(({ id }) => id !== registrationId && others.includes(id))
    .map(({ id: otherId }) => ({ communityId, sprintId, registrationId, otherId }));
  if (rows.length > 0) await tx.insert(table).values(rows).onConflictDoNothing();
}
