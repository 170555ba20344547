import { data } from "@remix-run/node";
import type { Refusal } from "./answers";
import { followsForm } from "./follows-form";

/**
 * The loader of an address that only takes a form: 405, and the way that is allowed. The page that answers a refused form
 * is loaded all the same.
 */
export function onlyPost({ request }: { request: Request }): null {
  if (followsForm(request)) return null;
  throw data<Refusal>({ because: "This address only takes a form." }, { status: 405, headers: { Allow: "POST" } });
}
