import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { openSession, startSession } from "../../app/auth/session.server";
import { type Mailer, openMailer } from "../../app/bridges/mail.server";
import type { Database } from "../../db/client.server";
import { auditDenied, change } from "../../db/queries/change.server";

type RouteFunction = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown;

/** What a loader or action answered, returned or thrown. */
export type Answer = { status: number; location: string | null; headers: Headers; data: unknown };

type Site = {
  db: Database;
  example?: boolean;
  mailer?: Mailer;
  /** Where links begin; on https, cookies are for https alone. */
  origin?: string;
};

/**
 * Somebody's browser in front of the routes: keeps the session's cookie from one answer to the next, as the front door sends
 * it. Their mail lands in the mailbox table.
 */
export class Visitor {
  cookie: string | null = null;
  private readonly origin: string;

  constructor(
    private readonly site: Site,
    private readonly address = "203.0.113.7",
  ) {
    this.origin = site.origin ?? "http://localhost:3000";
  }

  /** What a loader answers at this path. */
  read(loader: unknown, path: string, params: Record<string, string> = {}): Promise<Answer> {
    return this.ask(loader as RouteFunction, new Request(`${this.origin}${path}`, { headers: this.headers() }), params);
  }

  /** What an action answers to this form (with a file in it, as FormData). `from` is the page it stood on, if the browser says so. */
  send(
    action: unknown,
    path: string,
    fields: Record<string, string> | [string, string][] | FormData,
    { params = {}, from }: { params?: Record<string, string>; from?: string } = {},
  ): Promise<Answer> {
    const headers = this.headers();
    if (from) headers.set("Referer", from.startsWith("/") ? `${this.origin}${from}` : from);
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    const request = new Request(`${this.origin}${path}`, { method: "POST", headers, body });
    return this.ask(action as RouteFunction, request, params);
  }

  /** Who the cookie says this is, as the next request would find. */
  who() {
    return this.context().session.viewer();
  }

  /** What the front door hands a route, for this browser's next request. */
  context(): AppLoadContext {
    const { db, example = false } = this.site;
    const mailer = this.site.mailer ?? openMailer({ example: true, smtpUrl: null, from: null, db });
    const session = openSession(db, this.cookie, { secure: this.origin.startsWith("https:") });
    const doer = async () => ({ personId: (await session.viewer())?.id ?? null, requestId: "test" });
    return {
      db,
      requestId: "test",
      nonce: "nonce",
      origin: this.origin,
      address: this.address,
      example,
      dev: false,
      mailer,
      session,
      pairingRuns: null,
      crowdReader: null,
      publisher: null,
      doer,
      refused: async (denied) => auditDenied(db, await doer(), denied),
      failed: () => {},
      databaseAway: false,
    };
  }

  private headers() {
    return new Headers(this.cookie ? { Cookie: this.cookie } : {});
  }

  private async ask(route: RouteFunction, request: Request, params: Record<string, string>): Promise<Answer> {
    const context = this.context();
    let said: unknown;
    try {
      said = await route({ request, params, context });
    } catch (thrown) {
      if (!isAnswer(thrown)) throw thrown;
      said = thrown;
    }
    const set = context.session.setCookie();
    if (set) this.cookie = set.includes("Max-Age=0") ? null : (set.split(";")[0] ?? null);
    return read(said);
  }
}

type WithInit = { type: string; data: unknown; init: ResponseInit | null };
const hasInit = (said: unknown): said is WithInit =>
  typeof said === "object" && said !== null && "type" in said && said.type === "DataWithResponseInit";
const isAnswer = (said: unknown) => said instanceof Response || hasInit(said);

function read(said: unknown): Answer {
  if (said instanceof Response) {
    return { status: said.status, location: said.headers.get("Location"), headers: said.headers, data: null };
  }
  if (!hasInit(said)) return { status: 200, location: null, headers: new Headers(), data: said };
  const headers = new Headers(said.init?.headers);
  return { status: said.init?.status ?? 200, location: null, headers, data: said.data };
}

/** A browser that somebody is signed in at. */
export async function signedIn(site: Site, person: { id: number }): Promise<Visitor> {
  const visitor = new Visitor(site);
  const secure = (site.origin ?? "").startsWith("https:");
  const doer = { personId: person.id, requestId: null };
  const cookie = await change(site.db, doer, "sign in", (tx) => startSession(tx, person.id, { secure }));
  visitor.cookie = cookie.split(";")[0] ?? null;
  return visitor;
}
