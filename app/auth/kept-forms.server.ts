import type { AppLoadContext } from "@remix-run/node";
import { addKeptForm, findKeptForm, type KeptForm } from "../../db/queries/kept-forms.server";
import { limits } from "../domain/limits";
import { localPath } from "../paths";
import { hashOf, isToken, newToken } from "./token.server";

type WithDatabase = Pick<AppLoadContext, "db">;

/** Under which token a form was kept (null: it is too long to be); or why no more are, and when there is room again. */
export type Kept = { ok: true; token: string | null } | { ok: false; because: string; retryAfterSeconds: number };

/** Keeps what somebody sent before they were signed in. So many are kept from one address, and in all. */
export async function keepForm(
  context: Pick<AppLoadContext, "db" | "address">,
  path: string,
  form: FormData,
): Promise<Kept> {
  const fields: KeptForm["fields"] = [];
  for (const [name, value] of form) {
    if (typeof value === "string") fields.push([storable(name), storable(value)]);
  }
  if (Buffer.byteLength(JSON.stringify(fields)) > limits.keptFormBytes) return { ok: true, token: null };
  const token = newToken();
  const kept = { tokenHash: hashOf(token), sentFrom: hashOf(context.address), path, fields };
  const keeping = await context.db.transaction((tx) => addKeptForm(tx, kept));
  return keeping.ok ? { ok: true, token } : { ...keeping, because: noRoom(keeping.retryAfterSeconds) };
}

const noRoom = (seconds: number) => {
  const hours = Math.ceil(seconds / 3_600);
  return `You are not signed in, and so many forms are waiting for people to sign in that this one could not be kept. Copy what you wrote from below, sign in, and send it again. Without signing in there is room again in ${hours === 1 ? "an hour" : `${hours} hours`} at the latest.`;
};

/** PostgreSQL's JSON holds neither. */
const storable = (text: string) => text.toWellFormed().replaceAll("\0", "");

/** The form under the token in a URL's `?kept=`, or null. */
export const findKept = (context: WithDatabase, token: string | null) =>
  isToken(token) ? findKeptForm(context.db, hashOf(token)) : Promise.resolve(null);

/**
 * For loaders: what was typed into this page's form before signing in, by field name, and the path it was sent to (a page
 * may have several forms). Null unless the URL's `?kept=` names a form that was sent to this path, or above or below it.
 */
export async function restoreForm(
  context: WithDatabase,
  request: Request,
): Promise<{ path: string; typed: Record<string, string> } | null> {
  const url = new URL(request.url);
  const kept = await findKept(context, url.searchParams.get("kept"));
  if (!kept || !belongsTo(url.pathname, kept.path)) return null;
  return { path: kept.path, typed: Object.fromEntries(kept.fields.toReversed()) };
}

/**
 * A page's form posts to the page itself, to something under it (`…/claim`), to the list it adds to (`…/new`), or beside it, where
 * several forms stand on the page of one thing (`…/edit`).
 */
const belongsTo = (page: string, posted: string) =>
  page === posted ||
  posted.startsWith(`${page}/`) ||
  page.startsWith(`${posted}/`) ||
  (page.endsWith("/edit") && posted.startsWith(page.slice(0, -"edit".length)));

/** The same page, without the form that was kept for it before. */
export function withoutKept(path: string): string {
  const [pathname = "/", query] = path.split("?", 2);
  const rest = new URLSearchParams(query);
  rest.delete("kept");
  return rest.size > 0 ? `${pathname}?${rest}` : pathname;
}

/** `/django/tasks/42?kept=TOKEN`: a local path on which `restoreForm` finds the form. */
export function withKept(path: string, token: string | null): string {
  const local = localPath(path);
  if (!isToken(token)) return local;
  const url = new URL(local, "http://here");
  url.searchParams.set("kept", token);
  // Once more, because `/..//evil` has become `//evil`.
  return localPath(`${url.pathname}${url.search}${url.hash}`);
}
