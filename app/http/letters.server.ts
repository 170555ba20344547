import type { AppLoadContext } from "@remix-run/node";

/** Somebody who is written to. */
export type Addressee = { personId: number; name: string; email: string };

/** A mail to one person. */
export type Letter = { to: Addressee; subject: string; text: string };

/** How many mails were taken, and who was not reached. `sends` false: the server has no way to send mail at all. */
export type Told = { told: number; unreached: string[]; sends: boolean };

/**
 * Sends letters, each to its person alone, after the change they tell of is stored. A mail that is not taken is put in the
 * log; when all of a handful fail, the mail server is away, and the rest is not tried.
 */
export async function sendLetters(
  context: Pick<AppLoadContext, "mailer" | "failed">,
  letters: readonly Letter[],
): Promise<Told> {
  const told: Told = { told: 0, unreached: [], sends: context.mailer.kind !== "none" };
  let away = !told.sends;
  for (let from = 0; from < letters.length; from += handful) {
    const some = letters.slice(from, from + handful);
    const sent = away ? some.map(() => false) : await Promise.all(some.map((letter) => send(context, letter)));
    some.forEach(({ to }, index) => {
      if (sent[index]) told.told += 1;
      else told.unreached.push(to.name);
    });
    away ||= !sent.includes(true);
  }
  return told;
}

const handful = 8;

async function send({ mailer, failed }: Pick<AppLoadContext, "mailer" | "failed">, { to, subject, text }: Letter) {
  try {
    await mailer.send({ to: to.email, subject, text });
    return true;
  } catch (error) {
    failed(error);
    return false;
  }
}
