import { data } from "@remix-run/node";
import type { Refusal } from "./answers";

/** The loader of an address that only takes a form: 405, and the way that is allowed. */
export function onlyPost(): never {
  throw data<Refusal>({ because: "This address only takes a form." }, { status: 405, headers: { Allow: "POST" } });
}
