import { parentPort } from "node:worker_threads";
import { openClient } from "../../db/client.server";
import { addLetters } from "../../db/queries/letters.server";
import { publishDraft } from "../../db/queries/publishing.server";
import type { Letter, StoredLetters } from "../domain/letters";
import { limits } from "../domain/limits";
import { pairLetters } from "../domain/pairs/letters";
import { pairPages } from "../paths";
import type { PublishedBeside, PublishingOrder } from "./publishing-order";

/**
 * The thread that publishes the draft of a crowd, over a connection of its own: in one transaction, as within a request, with the
 * letters to everybody. Ended before it has committed, it has published nothing. Sending is the server's.
 */
export async function publishOnce(order: PublishingOrder): Promise<void> {
  const { database, doer, at, seen, community, sprint, origin, sends } = order;
  const client = openClient({ ...database, max: 2, applicationName: "portolan publishing" });
  try {
    let letters: StoredLetters = { first: [], more: 0 };
    const outcome = await publishDraft(client.db, doer, at, seen, async (tx, pairs) => {
      const written = pairLetters(pairs, sprint, pairPages(origin, community));
      letters = forServer(written, sends ? await addLetters(tx, at.communityId, written) : null);
    });
    const told: PublishedBeside =
      outcome.is === "done" ? { is: "done", pairs: outcome.pairs.length, letters } : outcome;
    parentPort?.postMessage(told);
  } finally {
    await client.close();
  }
}

/** Those that are sent at once; where no mail is sent all of them, for the names of whom nothing reaches. */
function forServer(written: readonly Letter[], ids: readonly number[] | null): StoredLetters {
  if (ids === null) return { first: written.map((letter) => ({ id: 0, letter: { ...letter, text: "" } })), more: 0 };
  const first = written.slice(0, limits.lettersAtOnce).map((letter, at) => ({ id: ids[at] ?? 0, letter }));
  return { first, more: written.length - first.length };
}
