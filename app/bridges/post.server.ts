import type { Database, Transaction } from "../../db/client.server";
import { addLetters, settleLetters, takeDueLetters, takeLetters, tidyLetters } from "../../db/queries/letters.server";
import type { Desk, Letter, StoredLetters, Told } from "../domain/letters";
import { limits } from "../domain/limits";
import type { Mail, Mailer } from "./mail.server";

type Office = { db: Database; mailer: Mailer; failed: (error: unknown) => void };

/** The letters of one change: written in its transaction, sent when it stands. */
export type Post = {
  /**
   * A desk in the transaction of the change: letters of a community are stored together with what they tell of. On a server
   * without mail none are.
   */
  in(tx: Transaction, community: { id: number }): Desk;
  /** Takes on what was written and stored in another thread. */
  bring(stored: StoredLetters): void;
  /**
   * Sends what was written, each to its person alone, after the change is stored. A mail that is not taken is put in the log, and
   * tried again later; when all of a handful fail, the mail server is away, and the rest waits for the next try.
   */
  send(): Promise<Told>;
};

/** How many mails are on their way at once. */
const handful = 8;

/** Opens the post of one change. If the process dies before `send` has come to its end, `sendDue` goes on with it. */
export function openPost(office: Office & { origin: string }): Post {
  const written: { id: number; letter: Letter }[] = [];
  let elsewhere = 0;
  const sends = office.mailer.kind !== "none";
  return {
    in: (tx, { id: communityId }) => ({
      origin: office.origin,
      async write(letters) {
        const ids = sends ? await addLetters(tx, communityId, letters) : [];
        written.push(...letters.map((letter, at) => ({ id: ids[at] ?? 0, letter })));
      },
    }),
    bring({ first, more }) {
      written.push(...first);
      elsewhere += more;
    },
    async send() {
      const now = sends ? written.slice(0, limits.lettersAtOnce) : written;
      const told: Told = { told: 0, later: written.length - now.length + elsewhere, unreached: [], sends };
      let away = !sends;
      for (let from = 0; from < now.length; from += handful) {
        const some = now.slice(from, from + handful);
        const sent = away ? some.map(() => false) : await handOver(office, some);
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

/** Takes some letters in hand and sends them: whether each has been taken, by the mail server or by another hand before. */
async function handOver(office: Office, some: readonly { id: number; letter: Letter }[]): Promise<boolean[]> {
  try {
    const ids = some.map(({ id }) => id);
    const taken = await takeLetters(office.db, ids);
    const ours = some.filter(({ id }) => taken.has(id));
    const refused = await sendAll(
      office,
      ours.map(({ id, letter: { to, subject, text } }) => ({ id, key: taken.get(id), to: to.email, subject, text })),
    );
    return ids.map((id) => !refused.has(id));
  } catch (error) {
    // The change stands, and the letters with it: they are sent when the database is back.
    office.failed(error);
    return some.map(() => true);
  }
}

/**
 * Sends the letters that are due: what a process has died before it could send, what it left for later, and what the mail server
 * has not taken before. Several copies of the app can do so at once. Stops when all of a handful fail: the mail server is away.
 */
export async function sendDue(office: Office): Promise<void> {
  if (office.mailer.kind === "none") return;
  await tidyLetters(office.db);
  for (;;) {
    const due = await takeDueLetters(office.db, handful);
    const refused = await sendAll(office, due);
    if (refused.size === due.length) return;
  }
}

/** Sends letters that are in hand, and settles what became of them. Answers which were not taken. */
async function sendAll(office: Office, letters: readonly (Mail & { id: number })[]): Promise<Set<number>> {
  const sent = await Promise.all(letters.map(({ id, ...mail }) => sendOne(office, mail)));
  const ids = letters.map(({ id }) => id);
  const refused = ids.filter((_, at) => !sent[at]);
  await settleLetters(office.db, { sent: ids.filter((_, at) => sent[at]), refused });
  return new Set(refused);
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
