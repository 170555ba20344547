import { existsSync } from "node:fs";
import { join } from "node:path";
import { FailedStep } from "./command.mjs";
import { guardLifetime } from "./lifetime.mjs";
import { listenProblem, portProblem } from "./port.mjs";
import { prepare } from "./preparing.mjs";
import { root } from "./project.mjs";
import { readSettings } from "./settings.mjs";

const say = (/** @type {string} */ sentence) => console.log(sentence);

/**
 * Starts Portolan from whatever state the clone is in, and prints where it is as the last line.
 * @param {Record<string, string | undefined>} env
 * @param {string[]} argv
 */
export async function run(env, argv) {
  process.chdir(root);
  if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
  const { settings, problem } = readSettings(env, argv);
  if (problem !== undefined) return refuse(problem);
  const busy = await portProblem(settings);
  if (busy) return refuse(busy);

  const lifetime = guardLifetime();
  try {
    await prepare(say, { build: !settings.dev });
    process.env.NODE_ENV = settings.dev ? "development" : "production";
    const { openBuild } = settings.dev ? await import("./development.mjs") : await import("./production.mjs");
    const { source, entry, close } = await openBuild();
    const served = await entry.serve({ ...settings, onStep: say }, source);
    await lifetime.onEnd(async () => {
      await served.close();
      await close();
    });
    for (const note of served.notes) say(note);
    say(`Portolan is ready at ${served.url}`);
  } catch (error) {
    // Ctrl-C reaches the programs a start runs, too: what they say about it is no news.
    if (lifetime.isEnding()) process.exit(130);
    refuse(explain(error, settings));
  }
}

/** @param {string} sentence */
function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

/**
 * What a failed start says: the sentence alone where the error is one for people, all of it where it is a bug.
 * @param {unknown} error
 * @param {{ port: number, host: string, dev: boolean, databaseUrl: string | null }} settings
 * @returns {string}
 */
function explain(error, settings) {
  if (!(error instanceof Error)) return String(error);
  // What the built server refuses with comes from its own bundle: known here by its name.
  if (error instanceof FailedStep || error.name === "EntryRefusal") return error.message;
  if (error.name === "EmbeddedRefusal") return [error.message, "detail" in error ? error.detail : ""].join("\n").trim();
  const code = "code" in error ? String(error.code) : undefined;
  const listening = "syscall" in error && error.syscall === "listen" ? listenProblem(code, settings) : null;
  if (listening) return listening;
  return `Portolan could not start.\n${error.stack}`;
}
