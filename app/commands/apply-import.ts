import type { Client } from "../../db/client.server";
import { change } from "../../db/queries/change.server";
import { type Community, findCommunity, listCommunities } from "../../db/queries/communities.server";
import { type ImportPreview, importRoadmap, previewImport } from "../../db/queries/imports.server";
import type { Outline } from "../domain/roadmap/outline-types";
import { isSlug } from "../domain/roadmap/slug";
import { CommandRefusal, openDatabase, type Where } from "./open-database";

/** What an outline would do to a community's roadmap, or (`applied`) what it did. */
export type StoredImport = ImportPreview & { community: string; applied: boolean };

/**
 * Compares an outline with the roadmap of the community `slug` in this installation's database, and brings it in if
 * `apply` says so, all in one transaction. Joins the embedded database of a running app, or starts it for the while.
 * Refuses with {@link CommandRefusal}.
 */
export async function importInto(
  outline: Outline,
  { slug, apply }: { slug: string; apply: boolean },
  where: Where,
): Promise<StoredImport> {
  const database = await openDatabase(where, "portolan import");
  try {
    const { db } = database.client;
    const community = await find(database.client, slug);
    if (!apply) return { ...(await previewImport(db, community, outline)), community: community.name, applied: false };
    const { plan, retitled } = await change(db, { personId: null, requestId: null }, "import roadmap", (tx) =>
      importRoadmap(tx, community.id, outline, null),
    );
    const { readiness } = await previewImport(db, community, outline);
    return { plan, readiness, retitles: retitled, community: community.name, applied: true };
  } finally {
    await database.close();
  }
}

async function find({ db }: Client, slug: string): Promise<Community> {
  const found = isSlug(slug) ? await findCommunity(db, slug, null) : null;
  if (found) return found;
  const known = (await listCommunities(db)).map((community) => community.slug);
  const instead =
    known.length > 0 ? `Here there is ${known.join(", ")}.` : "There is none yet: start the app and create one first.";
  throw new CommandRefusal(`There is no community called “${slug}”. ${instead}`);
}
