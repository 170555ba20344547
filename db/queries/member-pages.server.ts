import { sql } from "drizzle-orm";
import type { Queryable } from "../client.server";

/** A member as other members may see them: their name, what they carry, hold and have finished here. Never an address. */
export type MemberPage = {
  id: number;
  name: string;
  role: string;
  carries: { slug: string; title: string }[];
  held: { number: number; title: string }[];
  finished: { number: number; title: string }[];
  /** How many newcomers they mentor or have mentored here. */
  mentored: number;
};

/** The page of a member of a community, or null when they are none (or have left). At most 50 tasks of each kind. */
export async function findMemberPage(db: Queryable, communityId: number, personId: number): Promise<MemberPage | null> {
  const tasksOf = (which: ReturnType<typeof sql>) => sql`(
    select coalesce(json_agg(json_build_object('number', number, 'title', title)), '[]') from (
      select distinct t.number, t.title from claims
      join tasks t on t.community_id = claims.community_id and t.id = claims.task_id and t.deleted_at is null
      left join claim_endings e on e.community_id = claims.community_id and e.claim_id = claims.id
      where claims.community_id = ${communityId} and claims.person_id = ${personId} and ${which}
      order by t.number desc limit 50) listed)`;
  const [found] = await db.execute<MemberPage>(sql`
    select p.id::int as id, p.name, m.role,
      (select coalesce(json_agg(json_build_object('slug', t.slug, 'title', t.title) order by t.position), '[]')
        from champions c join themes t on t.community_id = c.community_id and t.id = c.theme_id and t.deleted_at is null
        where c.community_id = ${communityId} and c.person_id = ${personId} and c.ended_at is null) as carries,
      ${tasksOf(sql`claims.ended_at is null and claims.expires_at > app_now()`)} as held,
      ${tasksOf(sql`e.reason = 'finished'`)} as finished,
      (select count(distinct pairs.newcomer_id)::int from pairs
        join registrations r on r.community_id = pairs.community_id and r.id = pairs.mentor_id
        where pairs.community_id = ${communityId} and r.person_id = ${personId} and pairs.active_at is not null) as mentored
    from memberships m join people p on p.id = m.person_id
    where m.community_id = ${communityId} and m.person_id = ${personId} and m.left_at is null`);
  return found ?? null;
}
