import { type SpawnOptions, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { EmbeddedRefusal } from "./embedded-refusal.server";

/** The operating system's account that PostgreSQL runs as. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** Whether this process is root; PostgreSQL then refuses to run, and needs another account. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The account root hands PostgreSQL to: `postgres` where the system has one, else `nobody`. */
export function findServantAccount(): Account {
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name, , uid, gid]) => ({ name: name ?? "", uid: Number(uid), gid: Number(gid) }));
  const found =
    accounts.find(({ name }) => name === "postgres") ??
    accounts.find(({ name }) => name === "_postgres") ??
    accounts.find(({ name }) => name === "nobody");
  if (!found) {
    throw new EmbeddedRefusal(
      "PostgreSQL refuses to run as root, and this system has neither an account postgres nor nobody: start Portolan as an ordinary user, or set DATABASE_URL.",
    );
  }
  return found;
}

/**
 * Whether the account may pass every directory on the way to `path`, and enter or run it.
 * Asked of the system itself, so that access lists and network file systems have their say.
 */
export function canReach(account: Account, path: string): boolean {
  const asked = spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", path], {
    uid: account.uid,
    gid: account.gid,
    cwd: "/",
  });
  return asked.status === 0;
}

/** How to run one of PostgreSQL's programs as that account; as ourselves when it is null. */
export function asAccount(account: Account | null): Pick<SpawnOptions, "cwd" | "env" | "uid" | "gid"> {
  // PostgreSQL reads settings from variables that start with PG: none of them is meant for this server.
  const env = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
  return { cwd: "/", env, ...(account ? { uid: account.uid, gid: account.gid } : {}) };
}
