import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Account, canReach, findServantAccount, isRoot } from "./embedded-account.server";
import { EmbeddedRefusal } from "./embedded-refusal.server";

/** Where root keeps what PostgreSQL's own account could not reach inside the project. */
export const OUTSIDE = "/var/lib/portolan";

/** Where a cluster lives, and who runs it: `account` is null when this process may run PostgreSQL itself. */
export interface Place {
  cluster: string;
  account: Account | null;
}

/**
 * Where the cluster of a data directory is: `<dataDir>/postgres`. There is one exception: root has to hand PostgreSQL to
 * another account, and when that account cannot pass the way to the data directory (a project in /root, say), the cluster
 * is in /var/lib/portolan/<hash>, and `<dataDir>/postgres` is a link to it. A cluster that is there already keeps its
 * owner and its place.
 */
export function placeCluster(dataDir: string): Place {
  const home = makeDirectory(resolve(dataDir));
  const wanted = join(home, "postgres");
  if (!isRoot()) return { cluster: followed(wanted), account: null };

  const present = followed(wanted);
  const owner = existsSync(present) ? statSync(present) : null;
  if (owner && owner.uid !== 0) {
    const account = { name: `number ${owner.uid}`, uid: owner.uid, gid: owner.gid };
    if (!canReach(account, present)) {
      throw new EmbeddedRefusal(
        `The database in ${present} belongs to user ${account.name}, who can no longer reach it: allow it with chmod o+x on the directories above it, or set DATA_DIR to another place.`,
      );
    }
    return { cluster: present, account };
  }

  const account = findServantAccount();
  if (present !== wanted || canReach(account, home)) return { cluster: present, account };
  const hash = createHash("sha256").update(home).digest("hex").slice(0, 12);
  const outside = join(makeDirectory(join(OUTSIDE, hash)), "postgres");
  linkTo(outside, wanted);
  return { cluster: outside, account };
}

/** Socket paths are limited by the kernel: 107 bytes on Linux, 103 on macOS. */
const SOCKET_PATH_LIMIT = 103;
const PORT = 5432;

/**
 * The directory of the Unix socket: the cluster's own (nobody else may enter it), or a private one in /tmp when that path
 * will not do for a socket. The name is the same at each start, so that a pool finds the way back after a restart.
 */
export function placeSocket({ cluster, account }: Place): { directory: string; port: number } {
  const fits = Buffer.byteLength(join(cluster, `.s.PGSQL.${PORT}`)) <= SOCKET_PATH_LIMIT;
  // The setting is a list with commas and quotes.
  if (fits && !/[,"]/.test(cluster)) return { directory: cluster, port: PORT };

  const hash = createHash("sha256").update(cluster).digest("hex").slice(0, 16);
  const directory = `/tmp/portolan-${hash}`;
  try {
    mkdirSync(directory, { mode: 0o700 });
    if (account) chownSync(directory, account.uid, account.gid);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  }
  const found = lstatSync(directory);
  const uid = account?.uid ?? process.getuid?.();
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new EmbeddedRefusal(
      `${directory}, where PostgreSQL's socket would go, belongs to somebody else: remove it, or set DATA_DIR to a shorter path.`,
    );
  }
  return { directory, port: PORT };
}

/** Makes the directory so that PostgreSQL's account may pass it, and returns its real path. */
function makeDirectory(path: string): string {
  try {
    makeWay(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EmbeddedRefusal(
      `The directory ${path} for the data cannot be made (${why}): set DATA_DIR to a place that can be written.`,
    );
  }
  return realpathSync(path);
}

/**
 * Makes the directory and those above it, one at a time: where nothing can be made (/proc), node's own `recursive` never
 * comes to an end.
 */
function makeWay(path: string): void {
  if (isDirectory(path)) return;
  makeWay(dirname(path));
  try {
    mkdirSync(path);
    chmodSync(path, 0o755);
  } catch (error) {
    // Two starts at once make the same way.
    if (!isCode(error, "EEXIST") || !isDirectory(path)) throw error;
  }
}

const isDirectory = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Where the path leads when it is a link, also one whose end does not exist yet. */
function followed(path: string): string {
  try {
    return resolve(dirname(path), readlinkSync(path));
  } catch (error) {
    if (isCode(error, "EINVAL") || isCode(error, "ENOENT")) return path;
    throw error;
  }
}

/** Two starts at once may both want the link: it says the same. */
function linkTo(target: string, path: string): void {
  try {
    symlinkSync(target, path);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
