import { join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { openClient } from "../../db/client.server";
import { openEmbedded } from "../../db/embedded.server";
import { entryRefusal } from "../../db/entry-refusal.server";
import { migrate } from "../../db/migrate.server";
import { hasCommunity } from "../../db/queries/communities.server";
import { makeSetupLink } from "../../db/queries/setup-links.server";
import { seedExample } from "../../db/seed/example.server";
import { openMailer } from "../bridges/mail.server";
import { sendDue } from "../bridges/post.server";
import { CrowdReader } from "../jobs/crowd-reader.server";
import { PairingRuns } from "../jobs/pairing-runs.server";
import { Publisher } from "../jobs/publisher.server";
import { paths } from "../paths";
import { everyMinute } from "./every-minute.server";
import { frontDoor } from "./front-door.server";
import { type DevServer, listening } from "./listening.server";
import { bug, openLog } from "./log.server";
import { startReminding } from "./reminding.server";
import type { Settings } from "./settings";
import { moveWaitingListsOn } from "./waiting-lists.server";

export type Served = {
  /** Where people open it. */
  url: string;
  /** Sentences for the person who started it: missing settings, the one-time address. */
  notes: string[];
  /** Stops taking requests, lets running ones end, closes the pool, stops the database that was started here. */
  close(): Promise<void>;
};

/** How the built server is found: once in production, for each request in development. */
export type BuildSource = { loadBuild: () => Promise<ServerBuild>; dev?: DevServer };

/**
 * Starts everything: the database (embedded, unless an address is given), its migrations under a lock, the example when
 * this is one and the database is empty, and the front door. Resolves when the first request would be answered.
 */
export async function serve(settings: Settings, source: BuildSource): Promise<Served> {
  const say = settings.onStep ?? (() => {});
  const embedded = settings.databaseUrl ? null : await openEmbedded({ dataDir: settings.dataDir, onStep: say });
  const database = settings.databaseUrl
    ? { url: settings.databaseUrl }
    : { socketDir: embedded?.socketDir, port: embedded?.port, database: embedded?.database, user: embedded?.user };
  const client = openClient(database);
  try {
    await migrate(database);
    const notes: string[] = [];
    const nobody = { personId: null, requestId: null };
    if (!(await hasCommunity(client.db)) && settings.example && !settings.empty) {
      say("Loading the example");
      await seedExample(client.db);
    }

    const mailer = openMailer({
      smtpUrl: settings.smtpUrl,
      from: settings.mailFrom,
      example: settings.example,
      db: client.db,
    });
    if (mailer.kind === "none") {
      notes.push("No mail server is set (SMTP_URL and MAIL_FROM), so nobody can be sent a sign-in link yet.");
    }

    let port = settings.port;
    const log = openLog(settings.example);
    const pairingRuns = new PairingRuns({ database, failed: (error) => log.error({ bug: bug(error) }) });
    const crowdReader = new CrowdReader({ database });
    const publisher = new Publisher({ database });
    const app = frontDoor({
      db: client.db,
      mailer,
      pairingRuns,
      crowdReader,
      publisher,
      log,
      origin: settings.origin,
      linkOrigin: () => settings.origin ?? `http://localhost:${port}`,
      example: settings.example,
      trustProxy: settings.trustProxy,
      dev: source.dev !== undefined,
      clientDirectory: join(settings.projectDirectory, source.dev ? "public" : "build/client"),
      loadBuild: source.loadBuild,
    });

    const stopReminding = startReminding({
      db: client.db,
      mailer,
      log,
      origin: () => settings.origin ?? `http://localhost:${port}`,
    });
    const server = await listening(app.fetch, log, settings, source.dev);
    port = server.port;
    const failed = (error: unknown) => log.error({ bug: bug(error) });
    const desk = { db: client.db, mailer, origin: settings.origin ?? `http://localhost:${port}`, failed };
    const regularly = everyMinute(async () => {
      await sendDue(desk);
      await moveWaitingListsOn(desk);
    }, failed);
    const url = settings.origin ?? `http://localhost:${port}`;
    if (!(await hasCommunity(client.db))) {
      const token = await makeSetupLink(client.db, nobody);
      notes.push(`Create the first community at ${url}${paths.setup(token)} (the address works once).`);
    }
    return {
      url,
      notes,
      close: async () => {
        stopReminding();
        await server.close();
        await pairingRuns.close();
        await crowdReader.close();
        await publisher.close();
        await regularly.stop();
        await client.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await client.close().catch(() => {});
    await embedded?.stop();
    throw (settings.databaseUrl ? entryRefusal(error) : null) ?? error;
  }
}
