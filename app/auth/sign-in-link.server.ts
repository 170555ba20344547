import type { AppLoadContext } from "@remix-run/node";
import { change, nameTheDeed } from "../../db/queries/change.server";
import { findOrAddPerson } from "../../db/queries/people.server";
import { addSignInLink, findSignInLink, useUpSignInLink } from "../../db/queries/sign-in-links.server";
import { limits } from "../domain/limits";
import { foldEmail } from "../domain/people/email";
import { paths } from "../paths";
import { findKept } from "./kept-forms.server";
import type { SignedIn } from "./session.server";
import { hashOf, isToken, newToken } from "./token.server";

/** The mail is on its way; or why not, with the answer's status (and, for a 429, when to come back). */
export type Sent = { ok: true } | { ok: false; status: 429 | 503; because: string; retryAfterSeconds?: number };

type Asking = Pick<AppLoadContext, "db" | "mailer" | "origin" | "address" | "requestId" | "failed">;

/**
 * Sends a sign-in link to an address, known or not: what happens, and what is answered, is the same. `next` is where it
 * leads afterwards; `kept` the token of a form to take up there.
 */
export async function sendSignInLink(
  context: Asking,
  ask: { email: string; next: string; kept: string | null },
): Promise<Sent> {
  if (context.mailer.kind === "none") return { ok: false, status: 503, because: cannotSend };
  const token = newToken();
  const kept = await findKept(context, ask.kept);
  const link = {
    tokenHash: hashOf(token),
    email: foldEmail(ask.email),
    askedFrom: hashOf(context.address),
    next: ask.next,
    keptFormId: kept?.id ?? null,
  };
  const nobody = { personId: null, requestId: context.requestId };
  const asked = await change(context.db, nobody, "ask for sign-in link", (tx) => addSignInLink(tx, link));
  if (!asked.ok) {
    return {
      ok: false,
      status: 429,
      because: tooMany(asked.retryAfterSeconds),
      retryAfterSeconds: asked.retryAfterSeconds,
    };
  }
  try {
    await context.mailer.send({
      to: ask.email,
      subject: "Your link to sign in to Portolan",
      text: letter(`${context.origin}${paths.signInLink(token)}`),
    });
  } catch (error) {
    context.failed(error);
    return { ok: false, status: 503, because: notTaken };
  }
  return { ok: true };
}

/** What a link would do, for its holder; null for a token that is none, or was forgotten. */
export const findLink = (context: Pick<AppLoadContext, "db">, token: string | undefined) =>
  isToken(token) ? findSignInLink(context.db, hashOf(token)) : Promise.resolve(null);

/**
 * Uses the link up and signs its person in, who is made now, under `name`, if there was none. Null when the link has been
 * used or has run out: of two presses at once, one signs in.
 */
export function signInByLink(
  context: Pick<AppLoadContext, "db" | "session" | "requestId">,
  token: string,
  name: string,
): Promise<SignedIn | null> {
  const { requestId } = context;
  return change(context.db, { personId: null, requestId }, "sign in", async (tx) => {
    const link = await useUpSignInLink(tx, hashOf(token));
    if (!link) return null;
    const person = await findOrAddPerson(tx, { email: link.email, name });
    await nameTheDeed(tx, { personId: person.id, requestId }, "sign in");
    await context.session.start(tx, person);
    return person;
  });
}

/** Why nobody can be sent a link here, and what a reader can do about it. */
export const cannotSend =
  "This server has no way to send mail yet, so it cannot send you a link. Ask whoever runs it to set up mail; everything public can be read without signing in.";

const notTaken = "The mail could not be sent just now. Nothing is lost: try again in a few minutes.";

const tooMany = (seconds: number) => {
  const minutes = Math.ceil(seconds / 60);
  return `Many links have been asked for in a short time. One that has reached you still works for ${limits.signInLinkMinutes} minutes; otherwise ask again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`;
};

const letter = (url: string) => `Hello,

open this page and press “Sign in”:

${url}

The link works once, for ${limits.signInLinkMinutes} minutes.

If you did not ask for it, you can leave it be: nobody is signed in until the button is pressed.

Portolan
`;
