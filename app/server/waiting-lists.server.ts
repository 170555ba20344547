import type { Database } from "../../db/client.server";
import { change } from "../../db/queries/change.server";
import { listLapsing, moveLineOn } from "../../db/queries/place-offers.server";
import { holdSprint } from "../../db/queries/sprints.server";
import type { Mailer } from "../bridges/mail.server";
import { tellPlaces } from "../http/place-letters.server";

type Desk = { db: Database; mailer: Mailer; origin: string; failed: (error: unknown) => void };

const nobody = { personId: null, requestId: null };

/**
 * Moves every waiting list on in which a place was held for somebody and its hours are over by the database's clock, and
 * writes to whoever is next. Several copies of the app can do so at once: the sprint is held, so each place is offered once.
 */
export async function moveWaitingListsOn(desk: Desk): Promise<void> {
  for (const { communityId, slug, sprintId } of await listLapsing(desk.db)) {
    const moved = await change(desk.db, nobody, "move waiting list on", async (tx) => {
      const sprint = await holdSprint(tx, communityId, sprintId);
      return sprint && { sprint, news: await moveLineOn(tx, communityId, sprint) };
    });
    if (moved) await tellPlaces(desk, { slug }, moved.sprint, moved.news);
  }
}

/** Does so every minute, until `stop` is called. What goes wrong is in the log, and tried again the next time. */
export function watchWaitingLists(desk: Desk): { stop(): Promise<void> } {
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => moveWaitingListsOn(desk)).catch(desk.failed);
  }, 60_000);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}
