import type { AppLoadContext } from "@remix-run/node";
import { claimTask } from "../../../db/queries/claims.server";
import { findCommunity } from "../../../db/queries/communities.server";
import type { KeptForm } from "../../../db/queries/kept-forms.server";
import type { SignedIn } from "../../auth/session.server";
import { claimedWords } from "../../domain/claims/clock";
import { isSlug } from "../../domain/roadmap/slug";
import { claimNote, readId } from "../../http/fields.server";
import { redirectSaying } from "../../http/flash";
import { paths } from "../../paths";

/** Sends a kept form on behalf of its sender, now signed in. Null: it cannot be sent as it is, so show it to them again. */
type Completion = (
  context: AppLoadContext,
  person: SignedIn,
  form: KeptForm,
  path: string[],
) => Promise<Response | null>;

/** The forms that need no second look, each by the shape of the path it was sent to. */
const completions: readonly { path: RegExp; complete: Completion }[] = [
  { path: /^\/([^/]+)\/tasks\/([^/]+)\/claim$/, complete: completeClaim },
];

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

/** The task somebody wanted before they signed in. If it cannot be had, its page says why and shows their note again. */
async function completeClaim(
  context: AppLoadContext,
  person: SignedIn,
  form: KeptForm,
  [slug = "", digits = ""]: string[],
): Promise<Response | null> {
  const number = readId(digits);
  const community = isSlug(slug) ? await findCommunity(context.db, slug, person.id) : null;
  const note = claimNote.safeParse(Object.fromEntries(form.fields).note);
  if (!community || number === null || !note.success) return null;
  const doer = { personId: person.id, requestId: context.requestId };
  const outcome = await claimTask(context.db, doer, community, number, { personId: person.id, note: note.data });
  if (outcome?.ok)
    return redirectSaying(paths.task(community, { number }), claimedWords(outcome.expiresAt, community.now));
  if (outcome) {
    const { because } = outcome.verdict;
    const object = { object: "tasks", objectKey: number, communityId: community.id };
    await context.refused({ action: "claim task", because, ...object });
  }
  return null;
}
