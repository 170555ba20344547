/**
 * The answer to "may this person do this?". A refusal is a sentence that says why and what to do instead; the same
 * sentence is the hint beside the button, the message of a 403 or 409, and what the unit test reads.
 */
export type Verdict = Yes | No;
export type Yes = { ok: true };
export type No = { ok: false; because: string; status: 403 | 409 };

export const yes: Yes = { ok: true };

/** Refused because of who is asking (403). `because` is shown to the person as it is. */
export const notYours = (because: string): No => ({ ok: false, because, status: 403 });

/** Refused because of how things stand now (409). `because` is shown to the person as it is. */
export const notNow = (because: string): No => ({ ok: false, because, status: 409 });
