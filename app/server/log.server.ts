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

/** A path as the log may know it: addresses that are secrets (sign-in links, the setup address) are cut short. */
export const loggable = (path: string): string => path.replace(/^\/(sign-in|setup)\/[^/]+/, "/$1/…");
