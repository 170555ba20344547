import { type DriverOptions, openConnection, type TypeHandlers } from "./driver-guard-connection.server";
import { openPool, type PoolLimits } from "./driver-guard-pool.server";
import { type GuardedScope, runTransaction, startStatement } from "./driver-guard-transaction.server";

/** The part of the driver's client that drizzle speaks to, safe against backends that die at any moment. */
export interface GuardedClient {
  readonly options: TypeHandlers;
  unsafe: GuardedScope["unsafe"];
  begin<Result>(body: (scope: GuardedScope) => Promise<Result>): Promise<Result>;
  close(patienceMs: number): Promise<void>;
}

/**
 * A client over a pool of connections of which each dials once; see docs/decisions/002-guarding-the-driver.md.
 *
 * A statement or transaction whose backend dies rejects; nothing is tried again by itself, since after a lost COMMIT nobody
 * knows whether it happened. `options` collects what drizzle changes, and must be complete before the first statement. `onStatement`
 * hears the text of each statement as it is sent.
 */
export function openGuardedClient(
  url: string | undefined,
  driver: DriverOptions,
  limits: PoolLimits,
  onStatement?: (text: string) => void,
): GuardedClient {
  const options: TypeHandlers = { parsers: {}, serializers: {} };
  const pool = openPool(() => openConnection(url, driver, options, limits.answerMs, onStatement), limits);

  return {
    options,
    unsafe: (text, parameters, how) =>
      startStatement(async (asValues) => {
        const connection = await pool.take();
        let sound = true;
        try {
          return await connection.send(text, parameters, { ...how, asValues });
        } catch (error) {
          sound = isAboutTheStatement(error);
          throw error;
        } finally {
          pool.giveBack(connection, sound);
        }
      }),
    async begin(body) {
      const connection = await pool.take();
      let settled = false;
      try {
        return await runTransaction(connection, options, body, () => {
          settled = true;
        });
      } finally {
        pool.giveBack(connection, settled);
      }
    },
    close: pool.close,
  };
}

/** PostgreSQL refused this statement and listens for the next; after any other failure the connection is given up. */
function isAboutTheStatement(error: unknown): boolean {
  return error instanceof Error && "severity" in error && error.severity === "ERROR";
}
