import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { PairingSettings } from "../../app/domain/pairing/settings";
import { slugFor } from "../../app/domain/roadmap/slug";
import type { Queryable, Transaction } from "../client.server";
import { prepared } from "../prepared.server";
import { communities } from "../schema/communities";
import { sprints } from "../schema/sprints";

/**
 * What organizers write about a sprint. `startsOn`, `endsOn`: ISO dates; `dayStarts`, `dayEnds`: "08:00"; all four in
 * `timeZone` (IANA). `online`: it has no place. `capacity` null: room for everybody.
 */
export type SprintText = {
  name: string;
  summary: string;
  startsOn: string;
  endsOn: string;
  dayStarts: string;
  dayEnds: string;
  timeZone: string;
  place: string;
  online: boolean;
  capacity: number | null;
  bring: string;
  giving: string;
  codeOfConduct: string;
  /** What a pair, and a task with a named mentor outside a pair, cost of a mentor's hours; unsaid, as it was. */
  pairHours?: number;
  taskHours?: number;
  /** What mentors say yes to; whether registrations are read before they have a place; how many hours a place is held. Unsaid, as it was. */
  mentorDuties?: string;
  reviews?: boolean;
  offerHours?: number;
};

/** A sprint. `openedAt`: when registration was opened. */
export type Sprint = SprintText & {
  id: number;
  slug: string;
  openedAt: Date | null;
  pairHours: number;
  taskHours: number;
  /** What it has set about its pairing; null: what every sprint begins with. */
  pairing: PairingSettings | null;
  mentorDuties: string;
  reviews: boolean;
  offerHours: number;
  rev: number;
};

const clock = (column: typeof sprints.dayStarts | typeof sprints.dayEnds) => sql<string>`to_char(${column}, 'HH24:MI')`;

const whole = {
  id: sprints.id,
  slug: sprints.slug,
  name: sprints.name,
  summary: sprints.summary,
  startsOn: sprints.startsOn,
  endsOn: sprints.endsOn,
  dayStarts: clock(sprints.dayStarts),
  dayEnds: clock(sprints.dayEnds),
  timeZone: sprints.timeZone,
  place: sprints.place,
  online: sprints.online,
  capacity: sprints.capacity,
  bring: sprints.bring,
  giving: sprints.giving,
  codeOfConduct: sprints.codeOfConduct,
  openedAt: sprints.openedAt,
  pairHours: sprints.pairHours,
  taskHours: sprints.taskHours,
  pairing: sprints.pairing,
  mentorDuties: sprints.mentorDuties,
  reviews: sprints.reviews,
  offerHours: sprints.offerHours,
  rev: sprints.rev,
};

const bySlug = (db: Queryable) =>
  prepared(db, "sprint by slug", (db) =>
    db
      .select(whole)
      .from(sprints)
      .where(and(eq(sprints.communityId, sql.placeholder("communityId")), eq(sprints.slug, sql.placeholder("slug"))))
      .prepare("sprint_by_slug"),
  );

/** The community's sprint at a slug, or null. */
export async function findSprint(db: Queryable, communityId: number, slug: string): Promise<Sprint | null> {
  const [found] = await bySlug(db).execute({ communityId, slug });
  return found ?? null;
}

/** The community's sprints, the latest first; at most 100. */
export const listSprints = (db: Queryable, communityId: number): Promise<Sprint[]> =>
  db
    .select(whole)
    .from(sprints)
    .where(eq(sprints.communityId, communityId))
    .orderBy(desc(sprints.startsOn), desc(sprints.id))
    .limit(100);

const coming = (db: Queryable) =>
  prepared(db, "sprints to come", (db) =>
    db
      .select(whole)
      .from(sprints)
      // A day early and late, because the day is another in other zones; the phase decides.
      .where(
        and(
          eq(sprints.communityId, sql.placeholder("communityId")),
          sql`${sprints.endsOn} >= (app_now() at time zone 'UTC')::date - 1`,
        ),
      )
      .orderBy(asc(sprints.startsOn), asc(sprints.id))
      .limit(5)
      .prepare("sprints_to_come"),
  );

/** The community's next sprints, the first one first: none that ended before yesterday. At most 5. */
export const listComingSprints = (db: Queryable, communityId: number): Promise<Sprint[]> =>
  coming(db).execute({ communityId });

/** A sprint under a lock, with the database's time, or null: whoever gives or takes a place at it waits their turn until commit. */
export async function holdSprint(
  tx: Transaction,
  communityId: number,
  id: number,
): Promise<(Sprint & { now: Date }) | null> {
  const [held] = await tx
    .select({ ...whole, now: sql`app_now()`.mapWith(sprints.createdAt) })
    .from(sprints)
    .where(and(eq(sprints.communityId, communityId), eq(sprints.id, id)))
    .for("no key update");
  return held ?? null;
}

/** A sprint that stays as it is until commit, with the database's time, or null: many can share it, and whoever holds it waits for all of them. */
export async function shareSprint(
  tx: Transaction,
  communityId: number,
  id: number,
): Promise<(Sprint & { now: Date }) | null> {
  const [shared] = await tx
    .select({ ...whole, now: sql`app_now()`.mapWith(sprints.createdAt) })
    .from(sprints)
    .where(and(eq(sprints.communityId, communityId), eq(sprints.id, id)))
    .for("share");
  return shared ?? null;
}

/** Adds a sprint that is being planned. Its slug is made from its name, numbered where the community has it already. */
export async function addSprint(
  tx: Transaction,
  communityId: number,
  text: SprintText,
): Promise<{ id: number; slug: string }> {
  await tx.select({ id: communities.id }).from(communities).where(eq(communities.id, communityId)).for("no key update");
  const known = await tx.select({ slug: sprints.slug }).from(sprints).where(eq(sprints.communityId, communityId));
  const slug = slugFor(text.name, new Set(["new", ...known.map(({ slug }) => slug)]), "sprint");
  const [made] = await tx
    .insert(sprints)
    .values({ ...text, communityId, slug })
    .returning({ id: sprints.id, slug: sprints.slug });
  if (!made) throw new Error("the sprint was not stored");
  return made;
}

/**
 * Rewrites a sprint's own row if it still is at `rev`; false when somebody was faster. Its address stays. Days and room are
 * also the business of those who have registered: `rewriteSprint` (db/queries/registering) looks after them.
 */
export async function editSprint(
  tx: Transaction,
  key: { communityId: number; id: number; rev: number },
  text: Partial<SprintText & PairingSet>,
): Promise<boolean> {
  const changed = await tx
    .update(sprints)
    .set({ ...text, rev: sql`${sprints.rev} + 1` })
    .where(and(eq(sprints.communityId, key.communityId), eq(sprints.id, key.id), eq(sprints.rev, key.rev)))
    .returning({ id: sprints.id });
  return changed.length === 1;
}

/** What a sprint sets about its pairing; null: what every sprint begins with. With what pairs and tasks cost mentors. */
export type PairingSet = { pairing: PairingSettings | null; pairHours: number; taskHours: number };

/** Keeps what a sprint has set, if it still is at `rev`; false when somebody was faster. Check it with `canSetPairing` first. */
export const storePairingSettings = (
  tx: Transaction,
  key: { communityId: number; id: number; rev: number },
  set: PairingSet,
): Promise<boolean> => editSprint(tx, key, set);

/** Opens registration; false when it was open already. */
export async function openRegistration(tx: Transaction, communityId: number, id: number): Promise<boolean> {
  const opened = await tx
    .update(sprints)
    .set({ openedAt: sql`app_now()`, rev: sql`${sprints.rev} + 1` })
    .where(and(eq(sprints.communityId, communityId), eq(sprints.id, id), sql`${sprints.openedAt} is null`))
    .returning({ id: sprints.id });
  return opened.length === 1;
}
