import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { asAccount } from "./embedded-account.server";
import type { Binaries } from "./embedded-binaries.server";
import { type Place, placeSocket } from "./embedded-place.server";
import { clearLeftover, isServing, type Postmaster, readPostmaster } from "./embedded-postmaster.server";
import { EmbeddedRefusal } from "./embedded-refusal.server";

export const SUPERUSER = "portolan";
export const DATABASE = "portolan";

/** What a cluster is run with; `fast` gives up every guarantee against a crash, for tests. */
export interface Running extends Place {
  binaries: Binaries;
  fast: boolean;
}

/** Whether the directory holds a whole cluster. */
export function isCluster(cluster: string): boolean {
  return existsSync(join(cluster, "PG_VERSION")) && existsSync(join(cluster, "global", "pg_control"));
}

/** Makes sure that a server of this cluster is up and answering; says where, and whether this call started it. */
export async function runCluster(running: Running): Promise<Postmaster & { startedHere: boolean }> {
  const { cluster } = running;
  requireMajor(running);
  const giveUp = Date.now() + 60_000;
  for (;;) {
    const found = readPostmaster(cluster);
    if (found && isServing(cluster, found.pid)) {
      if (found.status === "ready") return { ...found, startedHere: false };
      await pause(20);
      continue;
    }
    clearLeftover(cluster);
    const launched = await launch(running);
    if ("status" in launched) return { ...launched, startedHere: true };
    // Another start was quicker; or the processes of a killed server are still leaving.
    const passing = /lock file .+(already exists|is empty)|still in use|could not create lock file/.test(launched.log);
    if (!passing || Date.now() > giveUp) {
      throw new EmbeddedRefusal(`PostgreSQL does not start on ${cluster}: its own words are below.`, launched.log);
    }
    await pause(100);
  }
}

/** Ends the server: running transactions are rolled back, everything committed is written. Waits until it is gone. */
export async function stopCluster(cluster: string): Promise<void> {
  const found = readPostmaster(cluster);
  if (!found) return;
  const started = Date.now();
  for (const [signal, patienceMs] of [
    ["SIGINT", 10_000],
    ["SIGQUIT", 20_000],
  ] as const) {
    if (!isServing(cluster, found.pid)) return;
    try {
      process.kill(found.pid, signal);
    } catch {
      // It ended between the look and the signal.
      return;
    }
    while (isServing(cluster, found.pid) && Date.now() - started < patienceMs) await pause(10);
  }
}

/**
 * Starts PostgreSQL in a session of its own, so that Ctrl-C in the terminal reaches the app alone, which then ends both in
 * order. It outlives this process when that is killed, and the next start finds it.
 */
async function launch(running: Running): Promise<Postmaster | { log: string }> {
  const { cluster, account, binaries, fast } = running;
  const socket = placeSocket(running);
  const settings = {
    listen_addresses: "",
    unix_socket_directories: socket.directory,
    unix_socket_permissions: "0700",
    port: String(socket.port),
    timezone: "UTC",
    log_timezone: "UTC",
    // The log tells of the server, never of the people: no statements, no values.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    jit: "off",
    ...(fast
      ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "400" }
      : { max_connections: "100" }),
  };
  const logFile = join(dirname(cluster), "postgres.log");
  const logged = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const tooLong = logged > 1_000_000;
  const log = openSync(logFile, tooLong ? "w" : "a", 0o600);
  const child = spawn(
    binaries.postgres,
    ["-D", cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    { ...asAccount(account), detached: true, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  child.unref();

  let ended = false;
  let failure = "";
  child.once("error", (error) => {
    ended = true;
    failure = error.message;
  });
  child.once("exit", () => {
    ended = true;
  });
  while (!ended) {
    const found = readPostmaster(cluster);
    if (found && found.pid === child.pid && found.status === "ready") return found;
    await pause(5);
  }
  return {
    log:
      failure ||
      readFileSync(logFile)
        .subarray(tooLong ? 0 : logged)
        .toString("utf8")
        .trim(),
  };
}

function requireMajor({ cluster, binaries }: Running): void {
  const made = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (made === binaries.major) return;
  throw new EmbeddedRefusal(
    `The data in ${cluster} was made by PostgreSQL ${made}, and this Portolan brings ${binaries.major}: carry it over with pg_dump of version ${made}, or set DATA_DIR to an empty place.`,
  );
}
