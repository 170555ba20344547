import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { afterAll } from "vitest";
import { startSession } from "../../app/auth/session.server";
import { type Mail, openMailer } from "../../app/bridges/mail.server";
import type { CrowdReader } from "../../app/jobs/crowd-reader.server";
import type { PairingRuns } from "../../app/jobs/pairing-runs.server";
import type { Publisher } from "../../app/jobs/publisher.server";
import type { FrontDoor, frontDoor } from "../../app/server/front-door.server";
import { listening } from "../../app/server/listening.server";
import { openLog } from "../../app/server/log.server";
import { type ClientOptions, openClient } from "../../db/client.server";
import { change } from "../../db/queries/change.server";
import { Browser } from "./http";

const root = join(import.meta.dirname, "../..");

/** The server as `npm run build` made it. */
export async function openBuild(): Promise<ServerBuild> {
  const file = join(root, "build/server/index.js");
  if (!existsSync(file)) throw new Error("There is no build to test. Run `npm run build` first (`npm test` does).");
  return import(/* @vite-ignore */ pathToFileURL(file).href);
}

export type AppOptions = Partial<Pick<FrontDoor, "example" | "origin" | "trustProxy">> & {
  /** The most connections of its pool. */
  max?: number;
  /** Its mail server takes nothing. */
  mailIsAway?: boolean;
};

/**
 * The whole built app, listening on a port of its own, over a test's database. Its mail stays in `mails` (in the example:
 * in the mailbox), its log in `lines`, the text of each statement it sends in `statements`. Goes away with the test file.
 */
export async function openApp(
  address: ClientOptions,
  { max, mailIsAway = false, origin = null, ...options }: AppOptions = {},
) {
  const build = await openBuild();
  const mails: Mail[] = [];
  const lines: Record<string, unknown>[] = [];
  const statements: string[] = [];
  const client = openClient({
    ...address,
    ...(max === undefined ? {} : { max }),
    onStatement: (text) => void statements.push(text),
  });
  const { example = false, trustProxy = false } = options;
  const mailer = example
    ? openMailer({ example, smtpUrl: null, from: null, db: client.db })
    : {
        kind: "smtp" as const,
        async send(mail: Mail) {
          if (mailIsAway) throw new Error("the mail server is away");
          mails.push(mail);
        },
      };

  const log = openLog(false, { write: (line) => void lines.push(JSON.parse(line)) });
  let port = 0;
  const entry = build.entry.module as unknown as {
    frontDoor: typeof frontDoor;
    PairingRuns: typeof PairingRuns;
    CrowdReader: typeof CrowdReader;
    Publisher: typeof Publisher;
  };
  const failed = (error: unknown) => void lines.push({ bug: String(error) });
  const pairingRuns = new entry.PairingRuns({ database: address, failed });
  const crowdReader = new entry.CrowdReader({ database: address });
  const publisher = new entry.Publisher({ database: address });
  const doors = entry.frontDoor({
    db: client.db,
    mailer,
    pairingRuns,
    crowdReader,
    publisher,
    log,
    origin,
    linkOrigin: () => origin ?? `http://localhost:${port}`,
    example,
    trustProxy,
    dev: false,
    clientDirectory: join(root, "build/client"),
    loadBuild: async () => build,
  });
  const server = await listening(doors.fetch, log, { port: 0, host: "127.0.0.1" });
  port = server.port;
  afterAll(async () => {
    await server.close();
    await pairingRuns.close();
    await crowdReader.close();
    await publisher.close();
    await client.close();
  });

  const visitor = () => new Browser(port, origin ?? undefined);
  return {
    port,
    db: client.db,
    sql: client.sql,
    build,
    doors,
    mails,
    lines,
    statements,
    /** A browser nobody is signed in at. */
    visitor,
    /** A browser somebody is signed in at. */
    async signedIn(person: { id: number }): Promise<Browser> {
      const browser = visitor();
      const secure = origin?.startsWith("https:") ?? false;
      const doer = { personId: person.id, requestId: null };
      browser.keep(await change(client.db, doer, "sign in", (tx) => startSession(tx, person.id, { secure })));
      return browser;
    },
  };
}

export type App = Awaited<ReturnType<typeof openApp>>;
