import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { readAddress } from "./address.server";
import { handleArrays } from "./array-text.server";
import { type GuardedClient, openGuardedClient } from "./driver-guard.server";

/** What every query of the project speaks to: drizzle over the pool. */
export type Database = PostgresJsDatabase;

/** What the callback of `db.transaction(async (tx) => …)` receives. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** The first argument of every query: the pool, or the transaction the caller has open. */
export type Queryable = Database | Transaction;

/**
 * Plain SQL for what drizzle is too much for: `` sql`select pg_notify(${channel}, ${text})` ``. Every value is bound, never
 * spliced. Dates and times come back as PostgreSQL's text.
 */
export interface Sql {
  // biome-ignore lint/suspicious/noExplicitAny: the shape of a row is the caller's knowledge, as in the driver
  <Row extends object = Record<string, any>>(strings: TemplateStringsArray, ...values: unknown[]): Promise<Row[]>;
  /** Runs the text as it stands; with several statements in it, only without parameters. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  unsafe<Row extends object = Record<string, any>>(text: string, parameters?: unknown[]): Promise<Row[]>;
}

export interface ClientOptions {
  /**
   * A `postgres://` address; `?host=/run/postgresql&port=5432` in it names a Unix socket, as in libpq. Without it the single
   * parts below say where the database is.
   */
  url?: string;
  /** The directory of the Unix socket; wins over `host`. */
  socketDir?: string;
  host?: string;
  port?: number;
  database?: string;
  user?: string;
  /** The most connections the pool may hold; 10 unless said. */
  max?: number;
  /** What `pg_stat_activity` calls these connections; "portolan" unless said. */
  applicationName?: string;
  /** How long one statement may run, in milliseconds; 15 s unless said; 0 leaves it to the server, which sets none by itself. */
  statementTimeoutMs?: number;
  /** How long one statement may wait for a lock, in milliseconds; 5 s unless said; 0 as above. */
  lockTimeoutMs?: number;
  /** Told the text of each statement as it is sent, `begin` and `commit` included; for counting what a page costs. */
  onStatement?: (text: string) => void;
}

export interface Client {
  sql: Sql;
  db: Database;
  /** Lets running queries end, for five seconds at most, and closes every connection. */
  close(): Promise<void>;
}

/**
 * Opens a pool of connections. Nothing is dialled until the first query, so a database that is away shows as a rejected
 * query ({@link isUnavailable}), never here; the pool recovers by itself when the database is back.
 *
 * Whoever calls keeps the client and closes it: there is no pool at module level, because development evaluates modules again.
 */
export function openClient(options: ClientOptions): Client {
  const address = options.url === undefined ? undefined : readAddress(options.url);
  const { max = 10, applicationName = "portolan", statementTimeoutMs = 15_000, lockTimeoutMs = 5_000 } = options;
  const host = options.socketDir ?? options.host ?? address?.host;
  const port = options.port ?? address?.port;
  const guarded = openGuardedClient(
    address?.url,
    {
      ...(host === undefined ? {} : { host }),
      ...(port === undefined ? {} : { port }),
      ...(options.database === undefined ? {} : { database: options.database }),
      ...(options.user === undefined ? {} : { user: options.user }),
      connect_timeout: 5,
      onnotice: () => {},
      connection: {
        application_name: applicationName,
        TimeZone: "UTC",
        statement_timeout: statementTimeoutMs,
        lock_timeout: lockTimeoutMs,
        idle_in_transaction_session_timeout: 30_000,
      },
    },
    {
      max,
      waitMs: 15_000,
      idleMs: 30_000,
      ageMs: 30 * 60_000,
      // A server that is there ends the statement itself, well before.
      answerMs: statementTimeoutMs === 0 ? 0 : statementTimeoutMs + 5_000,
    },
    options.onStatement,
  );
  handleArrays(guarded.options);
  return {
    sql: plainSql(guarded),
    // drizzle needs no more of the driver's client than the guarded one has.
    db: drizzle(guarded as unknown as postgres.Sql),
    close: () => guarded.close(5_000),
  };
}

function plainSql(guarded: GuardedClient): Sql {
  const bound = (values: unknown[]) =>
    values.map((value) => (value instanceof Date ? value.toISOString() : value)) as Parameters<
      GuardedClient["unsafe"]
    >[1];
  const run = <Row extends object>(text: string, values: unknown[], prepare: boolean) =>
    guarded.unsafe(text, bound(values), { prepare }) as Promise<unknown> as Promise<Row[]>;
  const tagged = <Row extends object>(strings: TemplateStringsArray, ...values: unknown[]) =>
    run<Row>(
      strings.reduce((text, part, index) => `${text}$${index}${part}`),
      values,
      values.length > 0,
    );
  return Object.assign(tagged, {
    unsafe: <Row extends object>(text: string, parameters: unknown[] = []) => run<Row>(text, parameters, false),
  });
}

/** Follows `cause`, because drizzle wraps what the driver throws. */
function* causes(error: unknown): Generator<Record<string, unknown>> {
  for (let depth = 0; depth < 8 && typeof error === "object" && error !== null; depth += 1) {
    yield error as Record<string, unknown>;
    error = "cause" in error ? error.cause : undefined;
  }
}

const away = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "CONNECT_TIMEOUT",
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now: starting up, shutting down
]);

/**
 * Whether the database is away or has no room, so that the honest answer is 503 and "try again", not an apology for a bug.
 * SQLSTATE classes 08 (connection) and 53 (out of connections, memory or disk) are read from PostgreSQL's Appendix A.
 */
export function isUnavailable(error: unknown): boolean {
  for (const { code, syscall } of causes(error)) {
    if (typeof code !== "string") continue;
    if (away.has(code) || code.startsWith("CONNECTION_") || /^(08|53)[0-9A-Z]{3}$/.test(code)) return true;
    if ((code === "ENOENT" || code === "EACCES") && syscall === "connect") return true;
  }
  return false;
}

/**
 * The name of the unique, foreign key, check or exclusion constraint that refused the row, or null when the error is another.
 * A query turns the one violation it expects into the sentence its verdict would have said.
 */
export function violatedConstraint(error: unknown): string | null {
  for (const { code, constraint_name } of causes(error)) {
    if (typeof code === "string" && code.startsWith("23") && typeof constraint_name === "string")
      return constraint_name;
  }
  return null;
}
