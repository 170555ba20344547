import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { keepSaying, runQuietly } from "./command.mjs";
import { root } from "./project.mjs";

const lockFile = join(root, "package-lock.json");
const installedFile = join(root, "node_modules", ".package-lock.json");
const stampFile = join(root, "node_modules", ".portolan-installed");

/**
 * Installs the packages when they are missing or older than package-lock.json.
 * @param {(sentence: string) => void} say
 */
export async function ensureInstalled(say) {
  const wanted = stamp();
  if (readIfThere(stampFile) === wanted) return;
  if (!isInstalled()) {
    const names = Object.keys(packagesOf(lockFile)).filter(Boolean);
    say("Installing the packages, once; this takes about a minute");
    const done = keepSaying(() => {
      const there = names.filter((name) => existsSync(join(root, name, "package.json"))).length;
      return `Installing: ${there} packages are in place`;
    }, say);
    try {
      // Building needs the development packages, also where NODE_ENV says production.
      const [program, ...args] = [...npm(), "ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
      await runQuietly("npm ci", program, args);
    } finally {
      done();
    }
  }
  writeFileSync(stampFile, wanted);
}

/** What an installation depends on: the lock file, and the system that packages with programs in them are made for. */
function stamp() {
  const hash = createHash("sha256").update(readFileSync(lockFile)).digest("hex");
  return `${hash} ${process.platform}-${process.arch}\n`;
}

/** Whether npm, run by hand, has installed just what the lock file says; npm writes its own list at the end. */
function isInstalled() {
  if (!existsSync(installedFile)) return false;
  const installed = packagesOf(installedFile);
  return Object.entries(packagesOf(lockFile)).every(
    ([name, { version, optional }]) =>
      name === "" || installed[name]?.version === version || (optional === true && !installed[name]),
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

/** The npm that started us, else the one of the system. */
function npm() {
  const starter = process.env.npm_execpath;
  return starter && basename(starter) === "npm-cli.js" ? [process.execPath, starter] : ["npm"];
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
