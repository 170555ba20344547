import { and, eq, isNull, sql } from "drizzle-orm";
import type { Queryable } from "../client.server";
import { prepared } from "../prepared.server";
import { communities } from "../schema/communities";
import { memberships } from "../schema/memberships";
import { people } from "../schema/people";
import { sessions } from "../schema/sessions";
import { asVisited, type Community } from "./communities.server";
import { comer, type LiveSession, lives } from "./sessions.server";

const arrival = (db: Queryable) =>
  prepared(db, "arrival", (db) =>
    db
      .select({ comer, community: asVisited, now: sql`app_now()`.mapWith(sessions.expiresAt).as("arrived_at") })
      .from(sql`(values (1)) as arrival`)
      .leftJoin(sessions, lives)
      .leftJoin(people, eq(people.id, sessions.personId))
      .leftJoin(communities, eq(communities.slug, sql.placeholder("slug")))
      .leftJoin(
        memberships,
        and(
          eq(memberships.communityId, communities.id),
          eq(memberships.personId, people.id),
          isNull(memberships.leftAt),
        ),
      )
      .prepare("arrival"),
  );

export type Arrival = { session: LiveSession | null; community: Community | null };

/**
 * Who comes, and where to: what `findLiveSession` finds at `id` and `findCommunity` at `slug`, for the person of that session.
 * In one statement, because each page of a community that somebody signed in asks for begins with both.
 */
export async function findArrival(db: Queryable, id: string, slug: string): Promise<Arrival> {
  const [found] = await arrival(db).execute({ id, slug });
  if (!found) return { session: null, community: null };
  const { now } = found;
  const [session, community] = [found.comer, found.community];
  return {
    session: session?.personId ? ({ ...session, now } as LiveSession) : null,
    community: community?.id ? (community as Community) : null,
  };
}
