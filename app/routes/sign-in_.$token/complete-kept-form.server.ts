import type { AppLoadContext } from "@remix-run/node";
import type { KeptForm } from "../../../db/queries/kept-forms.server";
import type { SignedIn } from "../../auth/session.server";

/** Sends a kept form on behalf of its sender, now signed in. Null: it cannot be sent as it is, so show it to them again. */
type Completion = (
  context: AppLoadContext,
  person: SignedIn,
  form: KeptForm,
  path: string[],
) => Promise<Response | null>;

/** The forms that need no second look, each by the shape of the path it was sent to. */
const completions: readonly { path: RegExp; complete: Completion }[] = [];

/** Completes a form that was kept while its sender signed in, if it is one that completes by itself. */
export async function completeKeptForm(
  context: AppLoadContext,
  person: SignedIn,
  form: KeptForm,
): Promise<Response | null> {
  for (const { path, complete } of completions) {
    const parts = path.exec(form.path);
    if (parts) return complete(context, person, form, parts.slice(1).map(decodeURIComponent));
  }
  return null;
}
