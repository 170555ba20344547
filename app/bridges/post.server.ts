import type { Database, Transaction } from "../../db/client.server";
import { addLetters, takeLeftLetters, takeLetters } from "../../db/queries/letters.server";
import type { Desk, Letter, Told } from "../domain/letters";
import type { Mail, Mailer } from "./mail.server";

type Office = { db: Database; mailer: Mailer; failed: (error: unknown) => void };

/** The letters of one change: written in its transaction, sent when it stands. */
export type Post = {
  /** A desk in the transaction of the change: letters are stored together with what they tell of. On a server without mail none are. */
  in(tx: Transaction): Desk;
  /**
   * Sends what was written, each to its person alone, after the change is stored. A mail that is not taken is put in the log;
   * when all of a handful fail, the mail server is away, and the rest is neither tried nor kept.
   */
  send(): Promise<Told>;
};

/** How many mails are on their way at once. */
const handful = 8;

/** Opens the post of one change. If the process dies before `send` has come to its end, `sendLeft` goes on with it. */
export function openPost(office: Office & { origin: string }): Post {
  const written: { id: number; letter: Letter }[] = [];
  const sends = office.mailer.kind !== "none";
  return {
    in: (tx) => ({
      origin: office.origin,
      async write(letters) {
        const texts = letters.map(({ to, subject, text }) => ({ personId: to.personId, subject, body: text }));
        const ids = sends ? await addLetters(tx, texts) : [];
        written.push(...letters.map((letter, at) => ({ id: ids[at] ?? 0, letter })));
      },
    }),
    async send() {
      const told: Told = { told: 0, unreached: [], sends };
      let away = !sends;
      for (let from = 0; from < written.length; from += handful) {
        const some = written.slice(from, from + handful);
        const sent = await handOver(office, some, away);
        some.forEach(({ letter }, index) => {
          if (sent[index]) told.told += 1;
          else told.unreached.push(letter.to.name);
        });
        away ||= !sent.includes(true);
      }
      return told;
    },
  };
}

/** Takes some letters out and, unless the mail server is away, sends them: whether each has been taken, by this or another hand. */
async function handOver(office: Office, some: readonly { id: number; letter: Letter }[], away: boolean) {
  if (office.mailer.kind === "none") return some.map(() => false);
  try {
    const taken = await takeLetters(
      office.db,
      some.map(({ id }) => id),
    );
    return await Promise.all(
      some.map(({ id, letter: { to, subject, text } }) =>
        taken.has(id) ? !away && sendOne(office, { to: to.email, subject, text }) : true,
      ),
    );
  } catch (error) {
    // The change stands, and the letters with it: they are sent when the database is back.
    office.failed(error);
    return some.map(() => true);
  }
}

/** Sends letters whose process has died before it could. Several copies of the app can do so at once. */
export async function sendLeft(office: Office): Promise<void> {
  if (office.mailer.kind === "none") return;
  for (;;) {
    const left = await takeLeftLetters(office.db, handful);
    const sent = await Promise.all(left.map(({ id, ...mail }) => sendOne(office, mail)));
    if (!sent.includes(true)) return;
  }
}

async function sendOne({ mailer, failed }: Pick<Office, "mailer" | "failed">, mail: Mail): Promise<boolean> {
  try {
    await mailer.send(mail);
    return true;
  } catch (error) {
    failed(error);
    return false;
  }
}
