import { resolve } from "node:path";
import { type Client, type ClientOptions, isUnavailable, openClient } from "../../db/client.server";
import { openEmbedded } from "../../db/embedded.server";
import { EmbeddedRefusal } from "../../db/embedded-refusal.server";
import { migrate } from "../../db/migrate.server";
import { findProjectRoot } from "../../db/project-root.server";
import { change } from "../../db/queries/change.server";
import { type Community, findCommunity, listCommunities } from "../../db/queries/communities.server";
import { type ImportPreview, importRoadmap, previewImport } from "../../db/queries/imports.server";
import type { Outline } from "../domain/roadmap/outline-types";
import { isSlug } from "../domain/roadmap/slug";

/** The import cannot go on; the message is one sentence for the person at the terminal. */
export class ImportRefusal extends Error {}

/** What an outline would do to a community's roadmap, or (`applied`) what it did. */
export type StoredImport = ImportPreview & { community: string; applied: boolean };

type Where = {
  /** Reads DATABASE_URL and DATA_DIR, as the app does. */
  env: Record<string, string | undefined>;
  /** Is told, in sentences, what takes a while. */
  onStep?: (sentence: string) => void;
};

/**
 * Compares an outline with the roadmap of the community `slug` in this installation's database, and brings it in if
 * `apply` says so, all in one transaction. Joins the embedded database of a running app, or starts it for the while.
 * Refuses with {@link ImportRefusal}.
 */
export async function importInto(
  outline: Outline,
  { slug, apply }: { slug: string; apply: boolean },
  where: Where,
): Promise<StoredImport> {
  const database = await openDatabase(where);
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
  throw new ImportRefusal(`There is no community called “${slug}”. ${instead}`);
}

async function openDatabase({ env, onStep }: Where): Promise<{ client: Client; close(): Promise<void> }> {
  const url = env.DATABASE_URL?.trim();
  if (url && !/^postgres(ql)?:\/\/./.test(url)) {
    throw new ImportRefusal(
      "DATABASE_URL has to be the address of a PostgreSQL, such as postgres://localhost/portolan.",
    );
  }
  const dataDir = resolve(findProjectRoot(), env.DATA_DIR?.trim() || ".data");
  let embedded: Awaited<ReturnType<typeof openEmbedded>> | null = null;
  try {
    embedded = url ? null : await openEmbedded({ dataDir, onStep });
    const address: ClientOptions = { url: url || embedded?.url, max: 2, applicationName: "portolan import" };
    await migrate(address);
    const client = openClient(address);
    return {
      client,
      close: async () => {
        await client.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    if (error instanceof EmbeddedRefusal) throw new ImportRefusal(error.message);
    if (isUnavailable(error) || isRefusedEntry(error)) {
      throw new ImportRefusal(
        "The database does not let us in. Look whether it runs, and whether DATABASE_URL is right.",
      );
    }
    throw error;
  }
}

/** A wrong password or user (SQLSTATE class 28), or no database of that name (3D000). */
function isRefusedEntry(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && /^(28|3D)[0-9A-Z]{3}$/.test(cause.code)) return true;
  }
  return false;
}
