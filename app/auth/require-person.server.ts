import { type AppLoadContext, redirect } from "@remix-run/node";
import { tooMany } from "../http/answers";
import { cameFrom } from "../http/came-from";
import { localPath, paths } from "../paths";
import { keepForm, withoutKept } from "./kept-forms.server";
import type { SignedIn } from "./session.server";

/**
 * The person signed in. Otherwise throws the way to the sign-in page, which comes back: to the page asked for, or, when a
 * form was sent, to the page it stood on, with what was typed (`form`; read it before asking, a body is read once). When no
 * more forms can be kept, a 429 shows what was typed instead.
 */
export async function requirePerson(
  context: Pick<AppLoadContext, "db" | "session" | "origin" | "address">,
  request: Request,
  form?: FormData,
): Promise<SignedIn> {
  const person = await context.session.viewer();
  if (person) return person;
  const { pathname, search } = new URL(request.url);
  if (request.method === "GET" || request.method === "HEAD") throw redirect(paths.signIn(pathname + search), 303);
  const page = pageOf(request, context.origin);
  const kept = form ? await keepForm(context, pathname, form) : null;
  if (kept && !kept.ok) tooMany(kept, { href: paths.signIn(page), label: "Sign in" }, form);
  throw redirect(paths.signIn(page, kept?.token ?? undefined), 303);
}

/** The page a posted form stood on: where the browser says it was, else the page above the address it was sent to. */
function pageOf(request: Request, origin: string): string {
  const page = cameFrom(request, origin);
  if (page) return withoutKept(page);
  const { pathname } = new URL(request.url);
  const above = standsAlone.test(pathname) ? pathname : pathname.replace(/(\/claim|\/membership|\/owner)?\/[^/]+$/, "");
  return localPath(above);
}

/** Addresses that show the form they take. */
const standsAlone = /^\/[^/]+$|\/(edit|division|import|decision|revision|findings|registration)$/;
