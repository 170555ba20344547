import { openClient } from "../../../db/client.server";
import { openEmbedded } from "../../../db/embedded.server";
import { findCommunity } from "../../../db/queries/communities.server";
import { findPersonByEmail } from "../../../db/queries/people.server";
import { holdSprint } from "../../../db/queries/sprints.server";
import { comes, newcomersCome, sprintOf } from "../../support/crowd";
import { makeOrganizer } from "../../support/organizers";
import type { App } from "./app";

/** What goes on behind the pages of one sprint. */
export type Backstage = {
  /** Brings so many newcomers straight into the database, and a mentor with two seats for them. */
  crowdComes(newcomers: number): Promise<void>;
  /** Makes somebody who has signed in before one more organizer. */
  organizes(email: string): Promise<void>;
  /** Does something while nobody else can get at the sprint: a run waits where it begins. */
  whileItIsHeld(deed: () => Promise<void>): Promise<void>;
};

/** Goes behind the pages of the sprint at this path, "/django/sprints/thousands", and comes back. */
export async function backstage(app: App, path: string, work: (backstage: Backstage) => Promise<void>): Promise<void> {
  const [, slug = "", , sprint = ""] = path.split("/");
  const database = await openEmbedded({ dataDir: app.dataDir });
  const { socketDir, port, user } = database;
  const { db, close } = openClient({ socketDir, port, user, database: database.database });
  try {
    const found = await findCommunity(db, slug, null);
    if (!found) throw new Error(`there is no community at ${path}`);
    const community = { id: found.id, sprint };
    await work({
      async crowdComes(newcomers) {
        await comes(db, community, "Pilar Font", { seats: 2 });
        await newcomersCome(db, community, newcomers);
      },
      async organizes(email) {
        const person = await findPersonByEmail(db, email);
        if (!person) throw new Error(`${email} has never signed in`);
        await makeOrganizer(db, community, person);
      },
      whileItIsHeld: (deed) =>
        db.transaction(async (tx) => {
          await holdSprint(tx, community.id, (await sprintOf(db, community)).id);
          await deed();
        }),
    });
  } finally {
    await close();
    await database.stop();
  }
}
