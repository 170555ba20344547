#!/usr/bin/env node
// `npm test`: everything, in a real database and a real browser. `npm test -- tests/db -t mentor` takes a part of it.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { FailedStep } from "./command.mjs";
import { prepare } from "./preparing.mjs";
import { root } from "./project.mjs";
import { countPlaywright, countVitest, shareArguments } from "./test-runs.mjs";

const say = (/** @type {string} */ sentence) => console.log(sentence);
const results = join(root, ".cache");

try {
  process.chdir(root);
  const { vitest, playwright } = shareArguments(process.argv.slice(2));
  await prepare(say, { build: true });
  mkdirSync(results, { recursive: true });
  const totals = { passed: 0, failed: 0 };
  if (vitest) add(totals, await runVitest(vitest));
  if (playwright) add(totals, await runPlaywright(playwright, await findBrowser(say)));
  say(`${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = totals.failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof FailedStep ? error.message : error);
  process.exitCode = 1;
}

/** @param {string[]} args */
async function runVitest(args) {
  const report = join(results, "vitest.json");
  const program = join(root, "node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return counted(report, countVitest, [program, "run", ...reporters, ...args], {});
}

/**
 * @param {string[]} args
 * @param {string} browser
 */
async function runPlaywright(args, browser) {
  const report = join(results, "playwright.json");
  const program = join(root, "node_modules", "@playwright", "test", "cli.js");
  const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  return counted(report, countPlaywright, [program, "test", "--reporter=list,json", ...args], env);
}

/**
 * Runs one of the two to its end, and counts from its own report. A run that fails without a failed test (a file that
 * cannot be read, an error outside of any test) counts as one failure.
 * @param {string} report
 * @param {(report: any) => import("./test-runs.mjs").Totals} count
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
async function counted(report, count, args, env) {
  rmSync(report, { force: true });
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  // Ctrl-C reaches the child too, which then clears up; this process waits for that, and goes no further.
  let isInterrupted = false;
  const interrupt = (/** @type {NodeJS.Signals} */ signal) => {
    isInterrupted = true;
    if (signal === "SIGTERM") child.kill(signal);
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (isInterrupted) process.exit(130);
  process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  const totals = readTotals(report, count);
  if (code !== 0 && totals.failed === 0) totals.failed = 1;
  return totals;
}

/**
 * @param {string} report
 * @param {(report: any) => import("./test-runs.mjs").Totals} count
 */
function readTotals(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    // It ended before it could write one.
    return { passed: 0, failed: 1 };
  }
}

/**
 * @param {import("./test-runs.mjs").Totals} totals
 * @param {import("./test-runs.mjs").Totals} more
 */
function add(totals, more) {
  totals.passed += more.passed;
  totals.failed += more.failed;
}
