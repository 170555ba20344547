import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keepSaying, runQuietly } from "./command.mjs";
import { root } from "./project.mjs";

const stampFile = join(root, "build", ".sources");

/** What the build is made from. */
const sources = [
  "app",
  "db",
  "public",
  "package.json",
  "package-lock.json",
  "remix.config.js",
  "tsconfig.json",
  "vite.config.ts",
];

/**
 * Builds when there is no build, or another one than these sources make.
 * @param {(sentence: string) => void} say
 */
export async function ensureBuilt(say) {
  const wanted = hashSources();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  say("Building, because the sources have changed or were never built; this takes a few seconds");
  rmSync(stampFile, { force: true });
  const done = keepSaying(() => "Building", say);
  try {
    const remix = join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js");
    const env = { ...process.env, NODE_ENV: /** @type {const} */ ("production") };
    await runQuietly("npm run build", process.execPath, [remix, "vite:build"], { env });
  } finally {
    done();
  }
  writeFileSync(stampFile, wanted);
}

function hashSources() {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((name) => filesUnder(name))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]} files, in an order that does not depend on the file system
 */
function filesUnder(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
