import { and, eq } from "drizzle-orm";
import type { Database } from "../../db/client.server";
import { change } from "../../db/queries/change.server";
import { join } from "../../db/queries/memberships.server";
import { memberships } from "../../db/schema/memberships";
import { stage } from "./cast";

/** Makes somebody one more organizer of a community. */
export const makeOrganizer = (db: Database, community: { id: number }, person: { id: number }) =>
  change(db, stage, "set the stage", async (tx) => {
    await join(tx, community.id, person.id);
    const theirs = and(eq(memberships.communityId, community.id), eq(memberships.personId, person.id));
    await tx.update(memberships).set({ role: "organizer" }).where(theirs);
  });
