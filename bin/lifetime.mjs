import { readFileSync } from "node:fs";
import { endCommands } from "./command.mjs";

/**
 * Ends the process in order: on Ctrl-C, when it is told to end, when its terminal closes, and when the npm that started
 * it is gone. What `onEnd` was given last is closed first. A second Ctrl-C ends at once.
 * @returns {{ onEnd(close: () => Promise<void>): Promise<void>, isEnding(): boolean }}
 */
export function guardLifetime() {
  /** @type {(() => Promise<void>) | null} */
  let close = null;
  let firstAskedAt = 0;

  const end = async () => {
    if (endCommands()) process.exit(130);
    if (!close) return;
    try {
      await close();
      process.exit(0);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  };
  const asked = () => {
    // Ctrl-C reaches us twice: from the terminal, and handed on by npm. Only what comes later is a second one.
    if (firstAskedAt === 0) {
      firstAskedAt = Date.now();
      void end();
    } else if (Date.now() - firstAskedAt > 500) {
      process.exit(130);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, asked);
  // A terminal or an npm that is gone cannot be written to: that is no reason to fall over.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

  if (process.env.npm_lifecycle_event) {
    const starters = findStarters();
    setInterval(() => firstAskedAt === 0 && findStarters() !== starters && asked(), 1_000).unref();
  }

  return {
    isEnding: () => firstAskedAt > 0,
    async onEnd(closeIt) {
      close = closeIt;
      // Asked while it was still starting.
      if (firstAskedAt) await end();
    },
  };
}

/**
 * The numbers of the processes whose end is ours: npm, and the shell that npm may have put in between. A shell does not end
 * when npm is killed, so its own parent has to be looked at, which Linux shows in /proc.
 */
function findStarters() {
  try {
    const shell = readFileSync(`/proc/${process.ppid}/cmdline`, "utf8");
    if (!shell.includes("start.mjs")) return `${process.ppid}`;
    const status = readFileSync(`/proc/${process.ppid}/status`, "utf8");
    return `${process.ppid} ${/^PPid:\s*(\d+)/m.exec(status)?.[1]}`;
  } catch {
    return `${process.ppid}`;
  }
}
