import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../../bin/project.mjs";

export type App = {
  /** Where it is, as its last line says. */
  url: string;
  /** Where its database is, for a story that needs more people than anybody could bring in by hand. */
  dataDir: string;
  stop(): Promise<void>;
};

const startsWithin = 120_000;

/** Starts the app as a person does, on a free port, with a new database of its own: the example, unless told otherwise. */
export async function startApp(...args: string[]): Promise<App> {
  const dataDir = mkdtempSync(join(tmpdir(), "portolan-story-"));
  // PostgreSQL is never run by root: the account it is handed to has to pass through here.
  chmodSync(dataDir, 0o755);
  const child = spawn(process.execPath, [join(root, "bin/start.mjs"), ...args], {
    env: environment(dataDir),
  });
  let said = "";
  const ready = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk;
      const url = /^Portolan is ready at (\S+)$/m.exec(said)?.[1];
      if (url) resolve(url);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", () => reject(new Error(`The app ended before it was ready:\n${said}`)));
    setTimeout(() => reject(new Error(`The app was not ready in time:\n${said}`)), startsWithin).unref();
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    }
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return { url: await ready, dataDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A person's environment, with none of the settings that this machine or a .env file may have. */
const environment = (dataDir: string): NodeJS.ProcessEnv => ({
  NODE_ENV: "production",
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  PORT: "0",
  DATA_DIR: dataDir,
  DATABASE_URL: "",
  APP_ORIGIN: "",
  SMTP_URL: "",
  MAIL_FROM: "",
  EMPTY: "",
  // Started by npm, it ends when its starter does: also when a test run is killed.
  npm_lifecycle_event: "start",
});
