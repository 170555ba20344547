import { type AppLoadContext, data } from "@remix-run/node";
import type { Verdict } from "../domain/verdict";

/** What an error page is told: a sentence, and what to do instead where there is something. */
export type Refusal = { because: string; instead?: { label: string; href: string } };

/** Throws the 404 that private, foreign and missing things share. `what` is the thing's word: "task". */
export function notFound(what: string): never {
  throw data<Refusal>({ because: `There is no such ${what} here.` }, { status: 404 });
}

/** Throws the 410 of a thing that was public and is no more. */
export function gone(because: string, instead?: Refusal["instead"]): never {
  throw data<Refusal>({ because, instead }, { status: 410 });
}

/** Throws the 409 of something that cannot be done as things stand now. */
export function conflict(because: string, instead?: Refusal["instead"]): never {
  throw data<Refusal>({ because, instead }, { status: 409 });
}

type Object = { action: string; object: string; objectKey?: string | number; communityId?: number };

/** Goes on if the verdict is yes. Otherwise the refusal is put on the audit trail and thrown as a page (403 or 409). */
export async function insist(
  context: Pick<AppLoadContext, "refused">,
  verdict: Verdict,
  deed: Object,
  instead?: Refusal["instead"],
): Promise<void> {
  if (verdict.ok) return;
  await context.refused({ ...deed, because: verdict.because });
  throw data<Refusal>({ because: verdict.because, instead }, { status: verdict.status });
}
