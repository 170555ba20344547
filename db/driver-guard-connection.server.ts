import { Socket } from "node:net";
import postgres from "postgres";

export type Rows = postgres.RowList<postgres.Row[]>;
export type BoundValues = postgres.ParameterOrJSON<never>[];
export type HowToAsk = postgres.UnsafeQueryOptions & {
  /** Rows as arrays of their values, which is how drizzle reads them. */
  asValues?: boolean;
};

/** How the driver is told where the database is and how to speak to it. */
export type DriverOptions = postgres.Options<Record<string, never>>;

/** What drizzle changes about the reading and writing of types; every connection of a pool is given the same. */
export interface TypeHandlers {
  parsers: Record<number, (text: string) => unknown>;
  serializers: Record<number, (value: unknown) => unknown>;
}

/** One connection to PostgreSQL, from its first statement to its end. It never comes back: a new one is opened instead. */
export interface Connection {
  /** Sends one statement; refuses when the connection has ended, and ends it when no answer comes in time. */
  send(text: string, parameters?: BoundValues, how?: HowToAsk): Promise<Rows>;
  readonly openedAt: number;
  /** Resolves when the connection has ended, whoever ended it. */
  readonly gone: Promise<void>;
  isGone(): boolean;
  /** Says good-bye to the server and lets go of the socket, also when the server no longer answers. */
  end(): void;
}

/** What the driver hands to a socket maker: its options, parsed. */
interface Destination {
  path: string | false;
  host: string[];
  port: number[];
}

/**
 * Makes a client of the driver that holds one connection and may dial once.
 *
 * The driver's own pool uses a connection object again after its backend died. Whatever still holds it (a transaction's
 * rollback, its next statement, a reserved connection) then writes to a socket that is null, inside a setImmediate callback
 * where nothing can catch it, or, when it has been dialled again meanwhile, runs outside its transaction on a stranger's
 * connection. A client that cannot dial twice can do neither: late statements are refused like any failed query.
 *
 * Array types are not fetched, because the driver does that in a promise nobody holds: a backend that dies meanwhile is an
 * unhandled rejection, which ends the process too.
 */
export function openConnection(
  url: string | undefined,
  options: DriverOptions,
  types: TypeHandlers,
  answerMs: number,
  onStatement: (text: string) => void = () => {},
): Connection {
  let socket: Socket | undefined;
  let over = false;
  let announce = () => {};
  const gone = new Promise<void>((resolve) => {
    announce = resolve;
  });
  const ended = () => {
    over = true;
    // Refuses what the driver still keeps in line for this connection; it would wait for ever.
    void client.end({ timeout: 0 });
    announce();
  };

  const settings: DriverOptions & { socket: (destination: Destination) => Socket } = {
    ...options,
    max: 1,
    fetch_types: false,
    idle_timeout: 0,
    max_lifetime: null,
    onclose: ended,
    socket(destination) {
      if (socket || over) {
        ended();
        throw connectionError("CONNECTION_CLOSED", "The connection to the database has ended; open a new one");
      }
      socket = dial(destination);
      return socket;
    },
  };
  const client = url === undefined ? postgres(settings) : postgres(url, settings);
  refuseWhatCannotDialOnce(client.options);
  Object.assign(client.options.parsers, types.parsers);
  Object.assign(client.options.serializers, types.serializers);

  const connection: Connection = {
    openedAt: Date.now(),
    gone,
    isGone: () => over,
    async send(text, parameters, { asValues = false, ...how } = {}) {
      if (over) throw connectionError("CONNECTION_CLOSED", "The connection to the database has ended");
      onStatement(text);
      const query = client.unsafe(text, parameters, how);
      const patience = answerMs > 0 ? setTimeout(connection.end, answerMs) : undefined;
      try {
        return asValues ? ((await query.values()) as unknown as Rows) : await query;
      } finally {
        clearTimeout(patience);
      }
    },
    end() {
      over = true;
      client.end({ timeout: 1 }).then(() => {
        socket?.destroy();
        ended();
      });
    },
  };
  return connection;
}

/** Trying one host after another needs several dials, and asking each for its state is another promise nobody holds. */
function refuseWhatCannotDialOnce(parsed: { host: string[]; target_session_attrs?: unknown }): void {
  if (parsed.host.length > 1) throw new Error("The database address names several hosts; name the one to use");
  if (parsed.target_session_attrs) throw new Error("Take target_session_attrs out of the database address");
}

/** An error that says by its code that the connection is at fault, not the statement; see `isUnavailable`. */
export function connectionError(code: `CONNECTION_${string}`, message: string): Error {
  return Object.assign(new Error(message), { code });
}

/** The driver writes as soon as it has the socket; Node keeps that until the socket is connected. */
function dial({ path, host, port }: Destination): Socket {
  const socket = new Socket();
  if (path) return socket.connect(path);
  const [name = "localhost"] = host;
  const [number = 5432] = port;
  // The driver reads the name the certificate must show from the socket.
  return Object.assign(socket, { host: name }).connect(number, name);
}
