import { type AppLoadContext, redirect } from "@remix-run/node";
import { findKept, withKept } from "../../auth/kept-forms.server";
import type { SignedIn } from "../../auth/session.server";
import { completeKeptForm } from "./complete-kept-form.server";

/**
 * Where somebody goes who has just signed in: to what their kept form did, if it completes by itself; else to `next`, where
 * the form is filled in again. `token` is the kept form's, or that of the sign-in link it travelled with.
 */
export async function arrive(
  context: AppLoadContext,
  person: SignedIn,
  next: string,
  token: string | null,
): Promise<Response> {
  const kept = await findKept(context, token);
  const completed = kept && (await completeKeptForm(context, person, kept));
  return completed ?? redirect(withKept(next, kept && token), 303);
}
