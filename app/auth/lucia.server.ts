import { type Adapter, Lucia, TimeSpan } from "lucia";
import type { Queryable, Transaction } from "../../db/client.server";
import {
  addSession,
  deleteDeadSessions,
  deleteSession,
  deleteSessionsOf,
  findLiveSession,
  type LiveSession,
  renewSession,
} from "../../db/queries/sessions.server";
import { limits } from "../domain/limits";
import { hashOf } from "./token.server";

type PersonFacts = { name: string; email: string; timeZone: string };

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Record<never, never>, PersonFacts>;
    UserId: number;
    DatabaseUserAttributes: PersonFacts;
  }
}

/** `__Host-` binds the cookie to this host and to https; browsers refuse that name on plain http. */
export const sessionCookieName = (secure: boolean) => (secure ? "__Host-portolan" : "portolan");

/** How deletions get into a transaction that names its deed. */
type Write = (work: (tx: Transaction) => Promise<void>) => Promise<void>;

/** How a session is found by the hash of its id. */
type Find = (id: string) => Promise<LiveSession | null>;

/** Lucia over one connection or transaction; light enough to be made for each request. */
export const luciaOver = (
  db: Queryable,
  write: Write,
  secure: boolean,
  find: Find = (id) => findLiveSession(db, id),
): Lucia<Record<never, never>, PersonFacts> =>
  new Lucia(adapter(db, write, find), {
    sessionExpiresIn: new TimeSpan(limits.sessionIdleDays, "d"),
    sessionCookie: { name: sessionCookieName(secure), attributes: { secure, sameSite: "lax", path: "/" } },
    getUserAttributes: ({ name, email, timeZone }) => ({ name, email, timeZone }),
  });

/**
 * Stores the hash of Lucia's session ids, and keeps time by the database's clock. Lucia compares with its own machine's
 * clock, so it is told each expiry as far from its own now as it is from the database's; the instants it proposes are
 * not used.
 */
const adapter = (db: Queryable, write: Write, find: Find): Adapter => ({
  async getSessionAndUser(token) {
    const found = await find(hashOf(token));
    if (!found) return [null, null];
    const { personId, name, email, timeZone } = found;
    const expiresAt = new Date(Date.now() + found.expiresAt.getTime() - found.now.getTime());
    return [
      { id: token, userId: personId, expiresAt, attributes: {} },
      { id: personId, attributes: { name, email, timeZone } },
    ];
  },
  setSession: ({ id, userId }) => write((tx) => addSession(tx, { id: hashOf(id), personId: userId })),
  updateSessionExpiration: (token) => renewSession(db, hashOf(token)),
  deleteSession: (token) => write((tx) => deleteSession(tx, hashOf(token))),
  deleteUserSessions: (personId) => write((tx) => deleteSessionsOf(tx, personId)),
  deleteExpiredSessions: () => write(deleteDeadSessions),
  getUserSessions: () => Promise.reject(new Error("only hashes of session ids are stored: there are none to list")),
});
