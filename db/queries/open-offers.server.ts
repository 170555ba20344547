import { sql } from "drizzle-orm";
import type { Queryable } from "../client.server";

/** An offer of a theme that waits for this person's answer. `own`: they are asked; else a member offers, and they organize. */
export type OfferToAnswer = {
  id: number;
  own: boolean;
  name: string;
  asker: string;
  note: string;
  theme: { slug: string; title: string };
  community: { slug: string; name: string };
};

/** The offers of themes, in every community, that a person can accept or decline, the oldest first; at most 50. */
export async function listOffersToAnswer(db: Queryable, personId: number): Promise<OfferToAnswer[]> {
  const rows = await db.execute<OfferToAnswer>(sql`
    select o.id::int as id, o.person_id = ${personId} as own, p.name, a.name as asker, o.note,
      json_build_object('slug', t.slug, 'title', t.title) as theme, json_build_object('slug', c.slug, 'name', c.name) as community
    from champion_offers o
    join themes t on t.community_id = o.community_id and t.id = o.theme_id and t.deleted_at is null
    join communities c on c.id = o.community_id
    join people p on p.id = o.person_id
    join people a on a.id = o.offered_by
    where o.answered_at is null and (
      (o.person_id = ${personId} and o.offered_by <> o.person_id)
      or (o.person_id = o.offered_by and exists (select from memberships m where m.community_id = o.community_id
        and m.person_id = ${personId} and m.role = 'organizer' and m.left_at is null)))
    order by o.id limit 50`);
  return [...rows];
}
