import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { brokenPage } from "../components/broken-page";
import type { Log } from "./log.server";
import { refusalWords } from "./refusal-words";
import { defaultPolicy, securityHeaders } from "./security-headers.server";

/** What development adds: Vite's own handler, asked before ours. */
export type DevServer = {
  handle(request: IncomingMessage, response: ServerResponse, next: () => void): void;
};

export type Listening = {
  /** The real port. */
  port: number;
  /** Takes no new request; running ones get five seconds to end. */
  close(): Promise<void>;
};

/** Listens with the front door's `fetch`; rejects when the port is taken. Port 0: any free one. */
export function listening(
  fetch: Parameters<typeof getRequestListener>[0],
  log: Log,
  at: { port: number; host: string },
  dev?: DevServer,
): Promise<Listening> {
  const answer = getRequestListener(fetch, { hostname: at.host, errorHandler: (error) => unreadable(log, error) });
  const server = createServer((request, response) => {
    if (dev) dev.handle(request, response, () => void answer(request, response));
    else void answer(request, response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(at.port, at.host, () =>
      resolve({ port: (server.address() as AddressInfo).port, close: () => close(server) }),
    );
  });
}

const close = (server: Server) =>
  new Promise<void>((closed) => {
    const impatient = setTimeout(() => server.closeAllConnections(), 5_000);
    server.close(() => {
      clearTimeout(impatient);
      closed();
    });
    server.closeIdleConnections();
  });

/** The answer to what never became a request: a Host or an address that no URL can be made of. */
function unreadable(log: Log, error: unknown): Response {
  const requestId = randomBytes(9).toString("base64url");
  const nonce = randomBytes(16).toString("base64url");
  log.info({ requestId, status: 400, unreadable: error instanceof Error ? error.message : "not a request" });
  return new Response(brokenPage({ words: refusalWords.unreadable, requestId, nonce }), {
    status: 400,
    headers: [
      ["Content-Type", "text/html; charset=utf-8"],
      ["Content-Security-Policy", defaultPolicy(nonce)],
      ["Cache-Control", "no-store"],
      ["X-Request-Id", requestId],
      ...securityHeaders(false),
    ],
  });
}
