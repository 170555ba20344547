import { randomBytes } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import { serveStatic } from "@hono/node-server/serve-static";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import type { Database } from "../../db/client.server";
import { auditDenied } from "../../db/queries/change.server";
import { openSession } from "../auth/session.server";
import type { Mailer } from "../bridges/mail.server";
import type { CrowdReader } from "../jobs/crowd-reader.server";
import type { PairingRuns } from "../jobs/pairing-runs.server";
import type { Publisher } from "../jobs/publisher.server";
import { bodyLimit } from "./body-limit.server";
import { communityAt } from "./community-at";
import { health } from "./health.server";
import { isFromHere, isKnownHost } from "./hosts.server";
import { bug, type Log, loggable } from "./log.server";
import { openPageCache } from "./page-cache.server";
import { openPages } from "./pages.server";
import { refusalWords as words } from "./refusal-words";
import { refuse } from "./refuse.server";
import { barePolicy, securityHeaders } from "./security-headers.server";

export type FrontDoor = {
  db: Database;
  mailer: Mailer;
  /** Left out: even a crowd is paired within the request. */
  pairingRuns?: PairingRuns;
  /** Left out: what is asked of a crowd is read within the request too. */
  crowdReader?: CrowdReader;
  /** Publishes the drafts of crowds; left out: within the request. */
  publisher?: Publisher;
  log: Log;
  /** The configured origin, or null on one's own machine; and the one links begin with. */
  origin: string | null;
  linkOrigin: () => string;
  example: boolean;
  trustProxy: boolean;
  dev: boolean;
  /** Where the built client files are. */
  clientDirectory: string;
  loadBuild: () => Promise<ServerBuild>;
};

type Variables = { requestId: string; nonce: string };

const publicFiles = ["/favicon.svg", "/icon.svg", "/apple-touch-icon.png", "/site.webmanifest", "/robots.txt"];

const mostBytes = 2 * 1024 * 1024;

/**
 * The front door: everything that enters the app comes through here. It answers health and static files, refuses early
 * (unknown host, foreign origin, odd method or type, too much), and hands every page to Remix.
 */
export function frontDoor(options: FrontDoor): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>();
  const https = options.origin?.startsWith("https:") ?? false;
  const headers = securityHeaders(https);
  const pages = openPages(options.dev ? "development" : "production");
  const cached = options.dev ? (_: Request, write: () => Promise<Response>) => write() : openPageCache(options.db);

  app.use(async (c, next) => {
    const began = performance.now();
    c.set("requestId", randomBytes(9).toString("base64url"));
    c.set("nonce", randomBytes(16).toString("base64url"));
    await next();
    // Through `c.header` each of them would make the whole answer anew.
    const sent = c.res.headers;
    sent.set("X-Request-Id", c.get("requestId"));
    for (const [name, value] of headers) sent.set(name, value);
    if (!sent.has("Content-Security-Policy")) sent.set("Content-Security-Policy", barePolicy);
    options.log.info({
      requestId: c.get("requestId"),
      method: c.req.method,
      path: isReadablePath(c.req.url) ? loggable(new URL(c.req.url).pathname) : null,
      status: c.res.status,
      ms: Math.round((performance.now() - began) * 10) / 10,
    });
  });

  app.onError((error, c) => {
    options.log.error({ requestId: c.get("requestId"), bug: bug(error) });
    return refuse(c, 500, null);
  });

  app.use(async (c, next) => {
    const host = c.req.header("Host") ?? "";
    if (!isKnownHost(host, options.origin)) {
      return refuse(c, 421, words.otherName);
    }
    if (!isReadablePath(c.req.url)) {
      return refuse(c, 400, words.unreadable);
    }
    await next();
  });

  app.on(["GET", "HEAD"], "/healthz", async (c) => {
    const state = await health(options.db);
    c.header("Cache-Control", "no-store");
    if (state.status !== "ok") c.header("Retry-After", "5");
    return c.json(state, state.status === "ok" ? 200 : 503);
  });

  app.use(async (c, next) => {
    if (!["GET", "HEAD", "POST"].includes(c.req.method)) {
      return refuse(c, 405, words.otherMethod, {
        Allow: "GET, HEAD, POST",
      });
    }
    if (c.req.method !== "POST") return next();
    if (!isFromHere(c.req.raw.headers, c.req.header("Host") ?? "", options.origin)) {
      return refuse(c, 403, words.otherSite);
    }
    if (!isForm(c.req.header("Content-Type"))) {
      return refuse(c, 415, words.otherType);
    }
    return next();
  });

  app.use(bodyLimit({ most: mostBytes, refuse: (c) => refuse(c, 413, words.tooMuch) }));

  app.use(compress());
  app.on(["GET", "HEAD"], "/assets/*", serveFiles(options, "public, max-age=31536000, immutable"));
  app.on(["GET", "HEAD"], publicFiles, serveFiles(options, "public, max-age=86400"));

  app.all("*", (c) =>
    cached(c.req.raw, async () => {
      const context = loadContext(options, c);
      const handle = pages(await options.loadBuild(), c.req.raw);
      const answer = await handle(c.req.raw, context);
      return finish(c, context, answer, https);
    }),
  );

  return app;
}

/** Files that the build made (precompressed beside themselves) or that stand in `public/`. */
const serveFiles = (options: FrontDoor, cacheControl: string) =>
  serveStatic({
    root: options.clientDirectory,
    precompressed: true,
    onFound: (_path, c) => {
      c.header("Cache-Control", cacheControl);
    },
  });

const isForm = (type: string | undefined): boolean =>
  /^(application\/x-www-form-urlencoded|multipart\/form-data)(;|$)/i.test(type ?? "");

function isReadablePath(url: string): boolean {
  try {
    return !decodeURIComponent(new URL(url).pathname).includes("\0");
  } catch {
    return false;
  }
}

function loadContext(options: FrontDoor, c: Context<{ Variables: Variables }>): AppLoadContext {
  const requestId = c.get("requestId");
  const session = openSession(options.db, c.req.header("Cookie") ?? null, {
    secure: options.origin?.startsWith("https:") ?? false,
    goesTo: c.req.method === "POST" ? null : communityAt(new URL(c.req.url).pathname),
  });
  const doer = async () => ({ personId: (await session.viewer())?.id ?? null, requestId });
  return {
    db: options.db,
    requestId,
    nonce: c.get("nonce"),
    origin: options.linkOrigin(),
    address: addressOf(options, c),
    example: options.example,
    dev: options.dev,
    mailer: options.mailer,
    pairingRuns: options.pairingRuns ?? null,
    crowdReader: options.crowdReader ?? null,
    publisher: options.publisher ?? null,
    session,
    doer,
    refused: async (denied) => auditDenied(options.db, await doer(), denied),
    failed: (error) => options.log.error({ requestId, bug: bug(error) }),
    databaseAway: false,
  };
}

function addressOf(options: FrontDoor, c: Context): string {
  const forwarded = options.trustProxy ? c.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim() : undefined;
  if (forwarded) return forwarded;
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    // A request made in a test has no socket.
    return "unknown";
  }
}

/** A refusal at an address that is no page (a calendar, say), for which Remix has none. Its scripts ask at `.data`, and want none. */
const isBare = (c: Context, headers: Headers): boolean =>
  !headers.get("Content-Type")?.startsWith("text/html") && !new URL(c.req.url).pathname.endsWith(".data");

/**
 * What Remix answered, with a renewed session's cookie, the honest status when the database is away, and Allow on a 405.
 * On https every cookie is for https alone.
 */
function finish(c: Context, context: AppLoadContext, answer: Response, https: boolean): Response {
  const { headers } = answer;
  const cookies = [...headers.getSetCookie(), context.session.setCookie()];
  headers.delete("Set-Cookie");
  for (const cookie of cookies) {
    if (cookie) headers.append("Set-Cookie", https && !/; *Secure(;|$)/i.test(cookie) ? `${cookie}; Secure` : cookie);
  }
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
  if (!headers.has("Vary")) headers.set("Vary", "Accept-Encoding");
  if (answer.status === 405 && !headers.has("Allow"))
    headers.set("Allow", c.req.method === "POST" ? "GET, HEAD" : "POST");
  if (context.databaseAway && answer.status >= 500) {
    return refuse(c, 503, null, {
      "Retry-After": "5",
    });
  }
  if (answer.status >= 400 && isBare(c, headers)) {
    if (answer.status >= 500) return refuse(c, 500, null);
    if (answer.status === 403) return refuse(c, 403, words.notYours);
    if (answer.status === 405) return refuse(c, 405, words.otherMethod, { Allow: headers.get("Allow") ?? "" });
    return refuse(c, 404, words.notHere);
  }
  return answer;
}
