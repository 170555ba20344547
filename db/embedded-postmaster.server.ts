import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a running server says of itself in the file postmaster.pid of its data directory. */
export interface Postmaster {
  pid: number;
  port: number;
  socketDir: string;
  /** "starting", "stopping", "ready" or "standby"; empty until the server has got that far. */
  status: string;
}

/** Reads postmaster.pid (its lines are fixed by PostgreSQL's miscadmin.h); null when there is none, or it says nothing yet. */
export function readPostmaster(cluster: string): Postmaster | null {
  const lines = readIfThere(join(cluster, "postmaster.pid")).split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return null;
  return { pid, port: Number(lines[3]), socketDir: lines[4] ?? "", status: (lines[7] ?? "").trim() };
}

/**
 * Whether that process lives and is a server of this very cluster: its number may have gone to another program since, or
 * it may be dead and only waiting to be buried.
 */
export function isServing(cluster: string, pid: number): boolean {
  if (!isTaken(pid)) return false;
  if (existsSync("/proc/self/stat")) {
    try {
      // The state stands after the program's name, which is in parentheses and may hold anything.
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const state = stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3);
      return state !== "Z" && state !== "X" && readlinkSync(`/proc/${pid}/cwd`) === cluster;
    } catch {
      return false;
    }
  }
  const { stdout } = spawnSync("ps", ["-ww", "-o", "stat=,command=", "-p", String(pid)], { encoding: "utf8" });
  return !stdout.startsWith("Z") && stdout.includes(cluster);
}

/**
 * Takes away a postmaster.pid that PostgreSQL itself would take for a live server's: its number went to another process,
 * or a crash of the machine left the file empty. PostgreSQL deals with every other leftover. Should a server have started
 * in between, its file is put back; and PostgreSQL's lock on its shared memory still keeps a second server out.
 */
export function clearLeftover(cluster: string): void {
  const file = join(cluster, "postmaster.pid");
  const found = readPostmaster(cluster);
  if (found ? isServing(cluster, found.pid) || !isTaken(found.pid) : !isOld(file)) return;

  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = Number(readIfThere(aside).split("\n")[0]);
  if (moved > 1 && isServing(cluster, moved)) {
    renameSync(aside, file);
    return;
  }
  rmSync(aside, { force: true });
  if (found?.socketDir) rmSync(join(found.socketDir, `.s.PGSQL.${found.port}.lock`), { force: true });
}

/** A server writes the file's contents right after making it; one that is still empty after two seconds never will. */
function isOld(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > 2_000;
}

function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
