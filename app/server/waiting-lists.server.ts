import type { Database } from "../../db/client.server";
import { change } from "../../db/queries/change.server";
import { listLapsing, moveLineOn } from "../../db/queries/place-offers.server";
import { holdSprint } from "../../db/queries/sprints.server";
import type { Mailer } from "../bridges/mail.server";
import { openPost } from "../bridges/post.server";
import { tellPlaces } from "../http/place-letters.server";

type Desk = { db: Database; mailer: Mailer; origin: string; failed: (error: unknown) => void };

const nobody = { personId: null, requestId: null };

/**
 * Moves every waiting list on in which a place was held for somebody and its hours are over by the database's clock, and
 * writes to whoever is next. Several copies of the app can do so at once: the sprint is held, so each place is offered once.
 */
export async function moveWaitingListsOn(desk: Desk): Promise<void> {
  for (const { communityId, slug, sprintId } of await listLapsing(desk.db)) {
    const post = openPost(desk);
    await change(desk.db, nobody, "move waiting list on", async (tx) => {
      const sprint = await holdSprint(tx, communityId, sprintId);
      if (sprint)
        await tellPlaces(post.in(tx, { id: communityId }), { slug }, sprint, await moveLineOn(tx, communityId, sprint));
    });
    await post.send();
  }
}
