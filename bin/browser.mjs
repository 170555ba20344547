import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join, resolve } from "node:path";
import { FailedStep, runQuietly } from "./command.mjs";
import { root } from "./project.mjs";

// A shell without windows does the same in two thirds of the time.
const onPath = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const onMac = ["Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium"].flatMap(
  (app) => [join("/Applications", app), join(process.env.HOME ?? "/", "Applications", app)],
);

/**
 * Finds a browser for the tests, or gets one: `CHROMIUM_PATH`, else an installed Chromium or Chrome, else Playwright's own,
 * else, for root on Debian, Debian's package. Without any, {@link FailedStep} says so: browser tests are never left out.
 * @param {(sentence: string) => void} say
 * @returns {Promise<string>} the whole path of the program
 */
export async function findBrowser(say) {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (isRunnable(chosen)) return wholePath(chosen);
    throw new FailedStep(
      `CHROMIUM_PATH is ${chosen}, which does not run: set it to a Chromium or Chrome, or leave it out.`,
    );
  }
  const installed = [...onPath, ...onMac].find(isRunnable);
  if (installed) return wholePath(installed);

  const { chromium } = await import("@playwright/test");
  if (isRunnable(chromium.executablePath())) return chromium.executablePath();
  say("Installing a browser for the tests, once");
  const own = [join(root, "node_modules", "@playwright", "test", "cli.js"), "install", "chromium"];
  await tryTo(() => runQuietly("npx playwright install chromium", process.execPath, own));
  if (isRunnable(chromium.executablePath())) return chromium.executablePath();

  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    say("Playwright's browser does not run here; installing Debian's");
    await tryTo(async () => {
      const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
      await runQuietly("apt-get update", "apt-get", ["update"], { env });
      const wanted = ["install", "-y", "--no-install-recommends", "chromium-headless-shell"];
      await runQuietly("apt-get install -y chromium-headless-shell", "apt-get", wanted, { env });
    });
    if (isRunnable("chromium-headless-shell")) return wholePath("chromium-headless-shell");
  }
  throw new FailedStep(
    "No browser was found for the browser tests, and none could be installed: install Chromium or Chrome, or set CHROMIUM_PATH to one.",
  );
}

/**
 * What the program says of itself is the proof: a file may be there and lack its libraries.
 * @param {string} program
 */
function isRunnable(program) {
  return spawnSync(program, ["--version"], { timeout: 20_000 }).status === 0;
}

/**
 * Playwright starts a program by its whole path alone.
 * @param {string} program
 */
function wholePath(program) {
  if (isAbsolute(program) || program.includes("/")) return resolve(program);
  const directories = (process.env.PATH ?? "").split(delimiter);
  return directories.map((directory) => join(directory, program)).find(existsSync) ?? program;
}

/** @param {() => Promise<void>} attempt one of several ways: when it fails, the next is tried */
async function tryTo(attempt) {
  try {
    await attempt();
  } catch (error) {
    if (!(error instanceof FailedStep)) throw error;
  }
}
