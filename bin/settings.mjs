import { statSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import { root } from "./project.mjs";

/** @typedef {import("../app/server/settings").Settings & { dev: boolean }} Settings */

/** A value that cannot be used; its message is the sentence for the person at the terminal. */
class Unusable extends Error {}

/**
 * Reads the settings of a start from the environment and the command line, and checks every one of them. An empty variable
 * is an unset one. What cannot be used comes back as one sentence that says what to write instead.
 * @param {Record<string, string | undefined>} env
 * @param {string[]} argv what follows `bin/start.mjs`: `--dev`, `--empty`
 * @returns {{ settings: Settings, problem?: undefined } | { settings?: undefined, problem: string }}
 */
export function readSettings(env, argv) {
  const read = (/** @type {string} */ name) => env[name]?.trim() || null;
  try {
    const stranger = argv.find((word) => word !== "--dev" && word !== "--empty");
    if (stranger !== undefined) {
      throw new Unusable(`${stranger} is not something npm start knows: it takes --empty, as in npm start -- --empty.`);
    }
    const origin = readOrigin(read("APP_ORIGIN"));
    const databaseUrl = readDatabaseUrl(read("DATABASE_URL"));
    const smtpUrl = readSmtpUrl(read("SMTP_URL"));
    const mailFrom = readMailFrom(read("MAIL_FROM"));
    if (smtpUrl && !mailFrom) {
      throw new Unusable(
        "SMTP_URL is set and MAIL_FROM is not: set MAIL_FROM to the address mail comes from, such as portolan@example.org.",
      );
    }
    return {
      settings: {
        port: readPort(read("PORT")),
        host: readBindAddress(read("BIND_ADDRESS"), origin),
        origin,
        databaseUrl,
        dataDir: readDataDir(read("DATA_DIR")),
        smtpUrl,
        mailFrom,
        trustProxy: readSwitch("TRUST_PROXY", read("TRUST_PROXY")),
        example: !databaseUrl && !origin,
        empty: argv.includes("--empty") || readSwitch("EMPTY", read("EMPTY")),
        dev: argv.includes("--dev"),
        projectDirectory: root,
      },
    };
  } catch (error) {
    if (error instanceof Unusable) return { problem: error.message };
    throw error;
  }
}

/** @param {string | null} value */
function readPort(value) {
  if (value === null) return 3000;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Unusable(
    `PORT is ${quote(value)}, and a port is a whole number from 1 to 65535 (0 takes any that is free): PORT=3000 npm start.`,
  );
}

/**
 * A site that has an address of its own listens for everybody; without one only this machine is let in, because the
 * example's doors stand open.
 * @param {string | null} value
 * @param {string | null} origin
 */
function readBindAddress(value, origin) {
  if (value === null) return origin ? "0.0.0.0" : "127.0.0.1";
  if (value === "localhost" || isIP(value)) return value;
  throw new Unusable(
    `BIND_ADDRESS is ${quote(value)}, and has to be an IP address of this machine, such as 127.0.0.1 or 0.0.0.0 for all of them.`,
  );
}

/** @param {string | null} value */
function readOrigin(value) {
  if (value === null) return null;
  const url = parseUrl(value);
  const isBare = url && !url.username && !url.password && !url.search && !url.hash && url.pathname === "/";
  if (isBare && (url.protocol === "http:" || url.protocol === "https:") && !/[?#]/.test(value)) return url.origin;
  throw new Unusable(
    `APP_ORIGIN is ${quote(value)}, and has to be the site's address without a path, such as https://portolan.example.org.`,
  );
}

/** @param {string | null} value */
function readDatabaseUrl(value) {
  if (value === null) return null;
  const url = parseUrl(value);
  // A password may be in it, so the value is not repeated.
  if (!url || (url.protocol !== "postgres:" && url.protocol !== "postgresql:")) {
    throw new Unusable(
      "DATABASE_URL has to be the address of a PostgreSQL, such as postgres://user:password@localhost:5432/portolan; without it Portolan brings its own.",
    );
  }
  if (url.pathname.length < 2) {
    throw new Unusable(
      "DATABASE_URL names no database: add it at the end, as in postgres://user:password@localhost:5432/portolan.",
    );
  }
  return value;
}

/** @param {string | null} value */
function readSmtpUrl(value) {
  if (value === null) return null;
  const url = parseUrl(value);
  if (url?.hostname && (url.protocol === "smtp:" || url.protocol === "smtps:")) return value;
  throw new Unusable(
    "SMTP_URL has to be the address of a mail server, such as smtp://user:password@mail.example.org:587.",
  );
}

/** @param {string | null} value */
function readMailFrom(value) {
  if (value === null) return null;
  const address = /^[^<>]*<([^<>]+)>$/.exec(value)?.[1] ?? value;
  if (/^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(address) && !/[\r\n]/.test(value)) return value;
  throw new Unusable(
    `MAIL_FROM is ${quote(value)}, and has to be one mail address, such as portolan@example.org or Portolan <portolan@example.org>.`,
  );
}

/** @param {string | null} value */
function readDataDir(value) {
  const directory = resolve(root, value ?? ".data");
  if (directory.includes("\0") || statSync(directory, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new Unusable(
      `DATA_DIR is ${quote(value ?? ".data")}, which is not a directory: name one, or leave it out for .data.`,
    );
  }
  return directory;
}

/**
 * @param {string} name
 * @param {string | null} value
 */
function readSwitch(name, value) {
  if (value === null || /^(0|false|no|off)$/i.test(value)) return false;
  if (/^(1|true|yes|on)$/i.test(value)) return true;
  throw new Unusable(`${name} is ${quote(value)}, and is either 1 or left out.`);
}

/** @param {string} value */
function parseUrl(value) {
  return URL.canParse(value) ? new URL(value) : null;
}

/** @param {string} value */
function quote(value) {
  return JSON.stringify(value);
}
