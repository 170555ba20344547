import { spawn } from "node:child_process";
import { root } from "./project.mjs";

/** A step that failed; the message says all the person at the terminal needs. */
export class FailedStep extends Error {
  /** @override */
  name = "FailedStep";
}

/** A failing build lists every file it has read, which would push out what is the matter. */
const IS_LISTED = /^\s+'\/.+',?$/;

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Ends what is running, for when the start itself is being ended.
 * @returns {boolean} whether there was anything
 */
export function endCommands() {
  for (const child of running) child.kill("SIGTERM");
  return running.size > 0;
}

/**
 * Runs a command and keeps what it says to itself, unless it fails: then {@link FailedStep} names the command and shows
 * its last lines.
 * @param {string} shown the command as a person would type it
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 */
export async function runQuietly(shown, program, args, { env = process.env } = {}) {
  /** @type {string[]} */
  let lines = [];
  const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  const keep = (/** @type {Buffer} */ chunk) => {
    const heard = [lines.pop() ?? "", chunk.toString()].join("").split("\n");
    lines = [...lines, ...heard.filter((line) => !IS_LISTED.test(line))].slice(-25);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const outcome = await new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) =>
      resolve(code === 0 ? null : signal ? `ended by ${signal}` : `exit code ${code}`),
    );
  });
  running.delete(child);
  if (outcome) {
    const said = lines.join("\n").trim();
    throw new FailedStep(`\`${shown}\` failed (${outcome}).${said ? ` Its last lines:\n\n${said}` : ""}`);
  }
}

/**
 * Says every ten seconds how far a long step is.
 * @param {() => string} progress
 * @param {(sentence: string) => void} say
 * @returns {() => void} ends it
 */
export function keepSaying(progress, say) {
  const began = Date.now();
  const timer = setInterval(() => say(`${progress()} (${Math.round((Date.now() - began) / 1000)} s)`), 10_000);
  return () => clearInterval(timer);
}
