import type { Database } from "../../db/client.server";
import { listOpenOffers, offerTheme } from "../../db/queries/champion-offers.server";
import { endChampion } from "../../db/queries/champions.server";
import { change } from "../../db/queries/change.server";
import { join } from "../../db/queries/memberships.server";
import type { Person } from "../../db/queries/people.server";
import { type Stage, stage } from "./cast";

/** The theme of a community loses its champion, and another member is asked; says the number of that offer. */
export async function askAnother(db: Database, community: Stage, organizer: Person, other: Person): Promise<number> {
  const at = { communityId: community.id, themeId: community.themeId };
  const by = { personId: organizer.id, organizer: true };
  await change(db, stage, "join community", (tx) => join(tx, community.id, other.id));
  await endChampion(db, stage, at, { note: "", by });
  await offerTheme(db, stage, at, other, { note: "", by });
  const [offer] = await listOpenOffers(db, at);
  if (!offer) throw new Error("nobody has been asked");
  return offer.id;
}
