import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Account, asAccount } from "./embedded-account.server";
import { DATABASE, isCluster, type Running, SUPERUSER } from "./embedded-cluster.server";
import { EmbeddedRefusal } from "./embedded-refusal.server";

/**
 * Makes the cluster with its database in a directory beside its place, and moves it there when it is whole: a start that
 * is interrupted leaves nothing that looks like a cluster. Of two starts at once the first to finish wins.
 */
export async function makeCluster({ cluster, account, binaries, fast }: Running): Promise<void> {
  removeAbandoned(cluster);
  if (isCluster(cluster)) return;
  if (existsSync(cluster) && readdirSync(cluster).length > 0) {
    renameSync(cluster, `${cluster}.unfinished-${Date.now()}`);
  }
  const half = `${cluster}.new-${process.pid}-${randomUUID()}`;
  mkdirSync(half, { mode: 0o700 });
  if (account) chownSync(half, account.uid, account.gid);

  const unsafe = fast ? ["--no-sync"] : [];
  // PostgreSQL's own C.UTF-8: the same order and the same upper and lower case on every system.
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  // Anybody who reaches the socket may come in; only this account can, and there is no port to reach.
  const made = ["-D", half, "-U", SUPERUSER, "--auth=trust", "--no-instructions", ...locale, ...unsafe];
  await runToEnd(binaries.initdb, made, account);
  const single = ["--single", ...(fast ? ["-F"] : []), "-c", "log_min_messages=fatal", "-D", half, "postgres"];
  await runToEnd(binaries.postgres, single, account, `CREATE DATABASE ${DATABASE};\n`);

  try {
    renameSync(half, cluster);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!isCluster(cluster)) throw error;
  }
}

/** Halves of clusters whose makers are no more; the maker's number is in the name. */
function removeAbandoned(cluster: string): void {
  const start = `${basename(cluster)}.new-`;
  for (const name of readdirSync(dirname(cluster)).filter((entry) => entry.startsWith(start))) {
    if (isAlive(Number.parseInt(name.slice(start.length), 10))) continue;
    // The initdb of a maker that was killed may still be writing for a moment.
    rmSync(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** In a session of its own: Ctrl-C waits until the program is done, and then ends what there is in order. */
async function runToEnd(program: string, args: string[], account: Account | null, input = ""): Promise<void> {
  let said = "";
  const child = spawn(program, args, { ...asAccount(account), detached: true, stdio: ["pipe", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk));
  child.stdin.on("error", () => {}).end(input);
  const failure = await new Promise<string | null>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code) => resolve(code === 0 ? null : said.trim()));
  });
  if (failure === null) return;
  throw new EmbeddedRefusal(
    `PostgreSQL could not make its data directory (${basename(program)} failed): its own words are below. Set DATABASE_URL to use a PostgreSQL of your own instead.`,
    failure,
  );
}
