import { type AppLoadContext, data } from "@remix-run/node";
import type { Verdict } from "../domain/verdict";
import { type KeptText, keptText } from "./kept-text";

/** What an error page is told: a sentence, what to do instead where there is something, and what had been typed. */
export type Refusal = { because: string; instead?: { label: string; href: string }; kept?: KeptText[] };

/** Throws the 404 that private, foreign and missing things share. `what` is the thing's word: "task". */
export function notFound(what: string): never {
  throw data<Refusal>({ because: `There is no such ${what} here.` }, { status: 404 });
}

/** Throws the 410 of a thing that was public and is no more. What `form` holds is shown again. */
export function gone(because: string, instead?: Refusal["instead"], form?: FormData): never {
  throw data<Refusal>({ because, instead, kept: keptText(form) }, { status: 410 });
}

/** Throws the 409 of something that cannot be done as things stand now. What `form` holds is shown again. */
export function conflict(because: string, instead?: Refusal["instead"], form?: FormData): never {
  throw data<Refusal>({ because, instead, kept: keptText(form) }, { status: 409 });
}

/** Throws the 429 of something asked for too often, with when it can be asked again. What `form` holds is shown again. */
export function tooMany(
  { because, retryAfterSeconds }: { because: string; retryAfterSeconds: number },
  instead?: Refusal["instead"],
  form?: FormData,
): never {
  const headers = { "Retry-After": String(retryAfterSeconds) };
  throw data<Refusal>({ because, instead, kept: keptText(form) }, { status: 429, headers });
}

/** Throws the 422 of a form without a page of its own: no browser sends such a value from ours. */
export function unreadable(because: string): never {
  throw data<Refusal>({ because }, { status: 422 });
}

type Object = { action: string; object: string; objectKey?: string | number; communityId?: number };

/**
 * Goes on if the verdict is yes. Otherwise the refusal is put on the audit trail and thrown as a page (403 or 409), which
 * shows again what `form` holds.
 */
export async function insist(
  context: Pick<AppLoadContext, "refused">,
  verdict: Verdict,
  deed: Object,
  instead?: Refusal["instead"],
  form?: FormData,
): Promise<void> {
  if (verdict.ok) return;
  await context.refused({ ...deed, because: verdict.because });
  throw data<Refusal>({ because: verdict.because, instead, kept: keptText(form) }, { status: verdict.status });
}
