import { and, eq, gt, lte, or, sql } from "drizzle-orm";
import { limits } from "../../app/domain/limits";
import type { Queryable, Transaction } from "../client.server";
import { prepared } from "../prepared.server";
import { people } from "../schema/people";
import { sessions } from "../schema/sessions";

/**
 * Sessions by `id`, the SHA-256 of what the cookie holds. Whether one still lives is judged by the database's clock
 * alone: `expires_at` moves while it is used (10 days), `ends_at` does not (30 days).
 */

const idleEnd = sql`app_now() + make_interval(days => ${limits.sessionIdleDays})`;
const absoluteEnd = sql`app_now() + make_interval(days => ${limits.sessionAbsoluteDays})`;

/** What is known of whoever comes with a session. */
export const comer = {
  expiresAt: sessions.expiresAt,
  personId: people.id,
  name: people.name,
  email: people.email,
  timeZone: people.timeZone,
};

/** The session with an `id` that is neither idle too long nor too old. */
export const lives = and(
  eq(sessions.id, sql.placeholder("id")),
  gt(sessions.expiresAt, sql`app_now()`),
  gt(sessions.endsAt, sql`app_now()`),
);

const live = (db: Queryable) =>
  prepared(db, "live session", (db) =>
    db
      .select({ ...comer, now: sql<Date>`app_now()`.mapWith(sessions.expiresAt).as("now") })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(lives)
      .prepare("live_session"),
  );

/** A session that still lives, its person, and the database's time. */
export type LiveSession = {
  expiresAt: Date;
  now: Date;
  personId: number;
  name: string;
  email: string;
  timeZone: string;
};

/** A session that is neither idle too long nor too old, with its person and the database's time; or null. */
export async function findLiveSession(db: Queryable, id: string): Promise<LiveSession | null> {
  const [found] = await live(db).execute({ id });
  return found ?? null;
}

/** Starts a session's two clocks, and clears away what has run out of the same person's. */
export async function addSession(tx: Transaction, session: { id: string; personId: number }): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.personId, session.personId), isOver));
  await tx.insert(sessions).values({ ...session, expiresAt: idleEnd, endsAt: absoluteEnd });
}

/** Starts the idle clock again. Not a change on the audit trail: being there is not a deed. */
export async function renewSession(db: Queryable, id: string): Promise<void> {
  await db.update(sessions).set({ expiresAt: idleEnd }).where(eq(sessions.id, id));
}

/** Ends one session; ending one that is gone already changes nothing. */
export async function deleteSession(tx: Transaction, id: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.id, id));
}

/** Signs a person out everywhere. */
export async function deleteSessionsOf(tx: Transaction, personId: number): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.personId, personId));
}

/** Clears away what has run out. */
export async function deleteDeadSessions(tx: Transaction): Promise<void> {
  await tx.delete(sessions).where(isOver);
}

const isOver = or(lte(sessions.expiresAt, sql`app_now()`), lte(sessions.endsAt, sql`app_now()`));
