import type { AppLoadContext } from "@remix-run/node";
import type { Letter } from "../domain/letters";

/** How many mails are on their way at once. */
const handful = 8;

/**
 * Sends letters, each to its person alone, after the change they tell of is stored. A mail that is not taken is put in the
 * log; when all of a handful fail, the mail server is away, and the rest is not tried. What nobody may miss goes by `openPost`.
 */
export async function sendLetters(
  context: Pick<AppLoadContext, "mailer" | "failed">,
  letters: readonly Letter[],
): Promise<void> {
  if (context.mailer.kind === "none") return;
  for (let from = 0; from < letters.length; from += handful) {
    const sent = await Promise.all(letters.slice(from, from + handful).map((letter) => send(context, letter)));
    if (!sent.includes(true)) return;
  }
}

async function send({ mailer, failed }: Pick<AppLoadContext, "mailer" | "failed">, { to, subject, text }: Letter) {
  try {
    await mailer.send({ to: to.email, subject, text });
    return true;
  } catch (error) {
    failed(error);
    return false;
  }
}
