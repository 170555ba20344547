import pino from "pino";

export type Log = pino.Logger;

/**
 * One line of JSON an event, on standard output unless `to` is given. `LOG_LEVEL` decides; in the example, where a person
 * reads the terminal, only what went wrong.
 */
export const openLog = (quiet: boolean, to?: pino.DestinationStream): Log => {
  const options: pino.LoggerOptions = {
    level: process.env.LOG_LEVEL || (quiet ? "error" : "info"),
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return to ? pino(options, to) : pino(options);
};

/**
 * A path as the log may know it: addresses that are secrets (sign-in links, the setup address) are cut short, however
 * they are spelled. `path` is one whose escapes can be read.
 */
export function loggable(path: string): string {
  const [, door] = /^\/+(sign-in|setup)\/+./i.exec(decodeURIComponent(path)) ?? [];
  return door ? `/${door.toLowerCase()}/…` : path;
}

type Bug = { type: string; message: string; at: string[]; cause?: Bug; [fact: string]: unknown };

/**
 * A bug as the log may know it: what and where, without the values of a query, which are what people typed. The database
 * repeats them in an error's detail, and at the end of its message when it could not read one.
 */
export function bug(error: unknown): Bug {
  if (!(error instanceof Error))
    return { type: typeof error, message: "something that is no error was thrown", at: [] };
  const facts = error as Error & Record<string, unknown>;
  const isQuery = typeof facts.query === "string" && "params" in facts;
  const isDatabase = typeof facts.severity === "string";
  const names = ["code", "table_name", "column_name", "constraint_name"].filter((name) => facts[name] !== undefined);
  return {
    type: error.name,
    message: isQuery ? "a query failed" : isDatabase ? error.message.replace(/: ".*"$/s, "") : error.message,
    ...(isQuery ? { query: facts.query } : {}),
    ...Object.fromEntries(names.map((name) => [name, facts[name]])),
    at: (error.stack ?? "").split("\n").flatMap((line) => /^ +(at .*)/.exec(line)?.[1] ?? []),
    ...(error.cause === undefined ? {} : { cause: bug(error.cause) }),
  };
}
