import type { Context } from "hono";
import { brokenPage } from "../components/broken-page";
import { defaultPolicy } from "./security-headers.server";

type Status = 400 | 403 | 404 | 405 | 413 | 415 | 421 | 500 | 503;

/** `words` null: the status's own words (500, 503). The page of a refusal that the front door makes itself: what happened, what to do instead, the request id. Needs no database. */
export function refuse(
  c: Context,
  status: Status,
  words: { title: string; what: string; instead: string } | null,
  headers: Record<string, string> = {},
): Response {
  const requestId = c.get("requestId") as string;
  const nonce = c.get("nonce") as string;
  c.header("Content-Security-Policy", defaultPolicy(nonce));
  c.header("Cache-Control", "no-store");
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  const page = words ? { words } : { status: status === 503 ? (503 as const) : (500 as const) };
  return c.html(brokenPage({ ...page, requestId, nonce }), status);
}
