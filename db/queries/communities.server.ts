import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { CommunityRole } from "../../app/domain/people/roles";
import type { Queryable, Transaction } from "../client.server";
import { prepared } from "../prepared.server";
import { communities } from "../schema/communities";
import { memberships } from "../schema/memberships";
import { people } from "../schema/people";

/** A community as a page needs it, with the part the viewer has in it (null: none) and the database's time. */
export type Community = {
  id: number;
  slug: string;
  name: string;
  summary: string;
  roadmapTitle: string;
  roadmapIntro: string;
  activeClaims: number;
  claimHours: number;
  example: boolean;
  rev: number;
  role: CommunityRole | null;
  now: Date;
};

/** What a page needs of a community; the part is that of a membership joined to it. */
export const asVisited = {
  id: communities.id,
  slug: communities.slug,
  name: communities.name,
  summary: communities.summary,
  roadmapTitle: communities.roadmapTitle,
  roadmapIntro: communities.roadmapIntro,
  activeClaims: communities.activeClaims,
  claimHours: communities.claimHours,
  example: communities.example,
  rev: communities.rev,
  role: memberships.role,
  now: sql<Date>`app_now()`.mapWith(communities.createdAt).as("now"),
};

const bySlug = (db: Queryable) =>
  prepared(db, "community by slug", (db) =>
    db
      .select(asVisited)
      .from(communities)
      .leftJoin(
        memberships,
        and(
          eq(memberships.communityId, communities.id),
          eq(memberships.personId, sql.placeholder("personId")),
          isNull(memberships.leftAt),
        ),
      )
      .where(eq(communities.slug, sql.placeholder("slug")))
      .prepare("community_by_slug"),
  );

/** The community at a slug, or null. `personId` is the viewer's (null: signed out). */
export async function findCommunity(db: Queryable, slug: string, personId: number | null): Promise<Community | null> {
  const [found] = await bySlug(db).execute({ slug, personId: personId ?? 0 });
  return found ?? null;
}

/** Every community, by name; at most 100. */
export const listCommunities = (db: Queryable) =>
  db
    .select({
      slug: communities.slug,
      name: communities.name,
      summary: communities.summary,
      example: communities.example,
    })
    .from(communities)
    .orderBy(asc(communities.name))
    .limit(100);

const crew = (db: Queryable) =>
  prepared(db, "crew of community", (db) =>
    db
      .select({
        id: people.id,
        name: people.name,
        members: sql<number>`(select count(*)::int from memberships m where m.community_id = ${memberships.communityId} and m.left_at is null)`,
      })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(
        and(
          eq(memberships.communityId, sql.placeholder("communityId")),
          eq(memberships.role, "organizer"),
          isNull(memberships.leftAt),
        ),
      )
      .orderBy(asc(memberships.joinedAt), asc(people.id))
      .prepare("crew_of_community"),
  );

/** Its organizers (there is always one) and how many members it has. Names only: nothing private. */
export async function findCrew(db: Queryable, communityId: number) {
  const rows = await crew(db).execute({ communityId });
  return { organizers: rows.map(({ id, name }) => ({ id, name })), members: rows[0]?.members ?? 0 };
}

/** Everybody in it, by name, to choose a champion or a mentor from. For its organizers' eyes. */
export const listMembers = (db: Queryable, communityId: number) =>
  db
    .select({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.communityId, communityId), isNull(memberships.leftAt)))
    .orderBy(asc(people.name), asc(people.id));

/** The same people in one value, of the community whose id is in `communityId`. */
export const membersOf = (communityId: SQL) => sql<{ id: number; name: string }[]>`(
  select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name, p.id), '[]')
  from memberships m join people p on p.id = m.person_id
  where m.community_id = ${communityId} and m.left_at is null)`;

/** Makes a community and its first organizer. Throws on a taken slug (constraint `communities_slug`). */
export async function addCommunity(
  tx: Transaction,
  community: { slug: string; name: string; summary: string; example?: boolean },
  organizerId: number,
): Promise<{ id: number; slug: string }> {
  const [made] = await tx
    .insert(communities)
    .values(community)
    .returning({ id: communities.id, slug: communities.slug });
  if (!made) throw new Error("the community was not stored");
  await tx.insert(memberships).values({ communityId: made.id, personId: organizerId, role: "organizer" });
  return made;
}

/** Whether there is any community at all. */
export async function hasCommunity(db: Queryable): Promise<boolean> {
  const [found] = await db.select({ id: communities.id }).from(communities).limit(1);
  return found !== undefined;
}
