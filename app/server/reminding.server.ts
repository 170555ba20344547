import type { Database } from "../../db/client.server";
import { sweepSilent } from "../../db/queries/pair-answers.server";
import type { Mailer } from "../bridges/mail.server";
import { openPost } from "../bridges/post.server";
import { remind } from "../http/reminder-letters.server";
import { bug, type Log } from "./log.server";

type Reminding = { db: Database; mailer: Mailer; log: Log; origin: () => string };

const everyMilliseconds = 5 * 60_000;

/**
 * Looks every five minutes for people who have left their pair unanswered for too long, and writes to each once. However many
 * copies of the app run, one of them looks at a time, and who has been written to is stored before the letter leaves. Returns
 * how to stop. On a server without mail nobody is marked, so that nobody is thought to have been told.
 */
export function startReminding(reminding: Reminding): () => void {
  if (reminding.mailer.kind === "none") return () => undefined;
  const timer = setInterval(() => void remindOnce(reminding), everyMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}

/** One look. A database that is away is written to the log, and the next look tries again. */
export async function remindOnce({ db, mailer, log, origin }: Reminding): Promise<void> {
  const failed = (error: unknown) => log.error({ requestId: null, bug: bug(error) });
  try {
    const post = openPost({ db, mailer, failed, origin: origin() });
    await sweepSilent(db, async (tx, silent) => {
      for (const id of new Set(silent.map(({ communityId }) => communityId))) {
        const theirs = silent.filter(({ communityId }) => communityId === id);
        await remind(post.in(tx, { id }), theirs);
      }
    });
    await post.send();
  } catch (error) {
    failed(error);
  }
}
