import type { Database, Transaction } from "../../db/client.server";
import { type Arrival, findArrival } from "../../db/queries/arrivals.server";
import { change } from "../../db/queries/change.server";
import { type Community, findCommunity } from "../../db/queries/communities.server";
import { findLiveSession } from "../../db/queries/sessions.server";
import { luciaOver, sessionCookieName } from "./lucia.server";

/** A person as they know themselves: the e-mail address is for nobody else's page. */
export type SignedIn = { id: number; name: string; email: string; timeZone: string };

/** Who this request comes from, and what its answer tells the browser about it. */
export type Session = {
  /** The person signed in, or null. One query a request, however often it is asked; none without a cookie. */
  viewer(): Promise<SignedIn | null>;
  /** The community at a slug, or null, with the viewer's part in it. No query of its own where the request was known to go there. */
  community(slug: string): Promise<Community | null>;
  /** Signs the person in, under a new id, in place of whoever was: the last thing in its transaction. */
  start(tx: Transaction, person: SignedIn): Promise<void>;
  /** Signs out: the session is deleted, its cookie forgotten. */
  end(tx: Transaction): Promise<void>;
  /** The `Set-Cookie` header that the answer needs, once the request has been dealt with: started, renewed, ended; or null. */
  setCookie(): string | null;
};

/**
 * `goesTo`: the slug of the community whose page is asked for. Only where nothing is written meanwhile: what the viewer may do
 * there is read with who they are.
 */
type Options = { secure: boolean; goesTo?: string | null };

/** Reads the session of a request. A cookie that was tampered with, is too long or comes twice is no cookie. */
export function openSession(db: Database, cookieHeader: string | null, { secure, goesTo = null }: Options): Session {
  const token = readToken(cookieHeader, sessionCookieName(secure));
  let cookie: string | null = null;
  let person: Promise<SignedIn | null> | null = token === null ? Promise.resolve(null) : null;

  let arrived = null as Arrival | null;
  const find = async (id: string) => {
    if (goesTo === null) return findLiveSession(db, id);
    arrived = await findArrival(db, id, goesTo);
    return arrived.session;
  };

  const look = async (token: string): Promise<SignedIn | null> => {
    const expire = (work: (tx: Transaction) => Promise<void>) =>
      change(db, { personId: null, requestId: null }, "expire session", work);
    const lucia = luciaOver(db, expire, secure, find);
    const { session, user } = await lucia.validateSession(token);
    if (session?.fresh) cookie = lucia.createSessionCookie(token).serialize();
    return user && { id: user.id, name: user.name, email: user.email, timeZone: user.timeZone };
  };

  const viewer = () => {
    person ??= token === null ? Promise.resolve(null) : look(token);
    return person;
  };

  return {
    viewer,
    async community(slug) {
      const personId = (await viewer())?.id ?? null;
      const known = slug === goesTo ? arrived : null;
      // Whoever it is by now may be somebody else, or nobody.
      if (known && (known.session?.personId ?? null) === personId) return known.community;
      return findCommunity(db, slug, personId);
    },
    async start(tx, signedIn) {
      if (token !== null) await inside(tx, secure).invalidateSession(token);
      cookie = await startSession(tx, signedIn.id, { secure });
      person = Promise.resolve(signedIn);
    },
    async end(tx) {
      const lucia = inside(tx, secure);
      if (token !== null) await lucia.invalidateSession(token);
      cookie = lucia.createBlankSessionCookie().serialize();
      person = Promise.resolve(null);
    },
    setCookie: () => cookie,
  };
}

/** Starts a session outside any request (in one, use `start`, so that nothing else answers with another cookie). */
export async function startSession(tx: Transaction, personId: number, { secure }: Options): Promise<string> {
  const lucia = inside(tx, secure);
  const session = await lucia.createSession(personId, {});
  return lucia.createSessionCookie(session.id).serialize();
}

const inside = (tx: Transaction, secure: boolean) => luciaOver(tx, (work) => work(tx), secure);

/** The one cookie of this name, if it looks like an id of Lucia's: 25 bytes in base32. */
function readToken(cookieHeader: string | null, name: string): string | null {
  const values = (cookieHeader ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [value] = values;
  return values.length === 1 && value !== undefined && /^[a-z2-7]{40}$/.test(value) ? value : null;
}
