import { spawn } from "node:child_process";
import { root } from "./project.mjs";

/** A step that failed; the message says all the person at the terminal needs. */
export class FailedStep extends Error {
  /** @override */
  name = "FailedStep";
}

const MOST_LINES = 25;

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
 * what it said.
 * @param {string} shown the command as a person would type it
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 */
export async function runQuietly(shown, program, args, { env = process.env } = {}) {
  let heard = "";
  const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  const keep = (/** @type {Buffer} */ chunk) => {
    heard = (heard + chunk.toString()).slice(-500_000);
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
    const said = whatWentWrong(heard);
    throw new FailedStep(`\`${shown}\` failed (${outcome}).${said ? ` It said:\n\n${said}` : ""}`);
  }
}

/**
 * The lines that matter of what a failed command said: those from the first that speaks of an error, else the last. npm ends
 * with a page on its options, and a build with a list of every file it has read.
 * @param {string} heard
 */
function whatWentWrong(heard) {
  const lines = heard.trim().split("\n");
  const first = lines.findIndex((line) => /\berror\b|✗/i.test(line) && !/^npm warn/.test(line));
  return (first < 0 ? lines.slice(-MOST_LINES) : lines.slice(first, first + MOST_LINES)).join("\n");
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
