import { join } from "node:path";
import type { frontDoor } from "../../app/server/front-door.server";
import { openLog } from "../../app/server/log.server";

export const origin = "http://localhost:3000";

/** What a bench gives the front door of the built app: a quiet log, mail that goes nowhere, no example. */
export const doorSettings = (
  db: Parameters<typeof frontDoor>[0]["db"],
  build: Awaited<ReturnType<Parameters<typeof frontDoor>[0]["loadBuild"]>>,
) => ({
  db,
  mailer: { kind: "smtp" as const, send: async () => {} },
  log: openLog(true),
  origin,
  linkOrigin: () => origin,
  example: false,
  trustProxy: false,
  dev: false,
  clientDirectory: join(process.cwd(), "build/client"),
  loadBuild: async () => build,
});
