import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { root } from "./project.mjs";

const lock = join(root, ".cache", "preparing");

/**
 * Installs and builds what is missing or stale. Of two starts at once one does it, and the other waits for it.
 * @param {(sentence: string) => void} say
 * @param {{ build: boolean }} what
 */
export async function prepare(say, { build }) {
  mkdirSync(join(root, ".cache"), { recursive: true });
  let hasSaid = false;
  while (!take()) {
    if (!hasSaid) say("Waiting for another start that is installing or building here");
    hasSaid = true;
    await pause(200);
  }
  const release = () => rmSync(lock, { force: true });
  process.once("exit", release);
  const beat = setInterval(() => utimesSync(lock, new Date(), new Date()), 2_000);
  try {
    await ensureInstalled(say);
    if (build) await ensureBuilt(say);
  } finally {
    clearInterval(beat);
    process.off("exit", release);
    release();
  }
}

/** Whether the lock is ours now; one whose holder is gone is taken away. */
function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (!isHeld()) rmSync(lock, { force: true });
    return false;
  }
}

/** Whether the holder lives, and has touched the lock lately: the number of a dead one may have gone to another program. */
function isHeld() {
  try {
    if (Date.now() - statSync(lock).mtimeMs > 10_000) return false;
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
