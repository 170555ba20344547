import { type Connection, connectionError } from "./driver-guard-connection.server";

/** All times in milliseconds. */
export interface PoolLimits {
  /** The most connections at once. */
  max: number;
  /** How long somebody waits for a connection before being refused. */
  waitMs: number;
  /** How long a connection nobody uses is kept. */
  idleMs: number;
  /** How old a connection may grow before it is replaced. */
  ageMs: number;
  /** How long the server may take over one statement before the connection counts as dead; 0 for ever. */
  answerMs: number;
}

interface Waiting {
  serve(connection: Connection): void;
  refuse(error: Error): void;
}

/** Lends connections, each to one borrower at a time; those that ended are replaced when somebody needs one. */
export interface Pool {
  /** Refuses with CONNECTION_WAIT_TIMEOUT when none came free in time, with CONNECTION_ENDED once the pool is closed. */
  take(): Promise<Connection>;
  /** `clean` says that the connection is sound and nothing of the borrower is left on it, such as an open transaction. */
  giveBack(connection: Connection, clean: boolean): void;
  /** Refuses who is waiting, lets borrowers finish for `patienceMs`, ends every connection. */
  close(patienceMs: number): Promise<void>;
}

/** Opens nothing yet: a connection is made by `open` when somebody takes one and none is idle. */
export function openPool(open: () => Connection, limits: PoolLimits): Pool {
  const connections = new Set<Connection>();
  const idle: { connection: Connection; since: number }[] = [];
  const line = new Set<Waiting>();
  let closed = false;

  const sweep = setInterval(() => {
    const longAgo = Date.now() - limits.idleMs;
    while (idle[0] && idle[0].since < longAgo) idle.shift()?.connection.end();
  }, limits.idleMs / 4).unref();

  function add(): Connection {
    const connection = open();
    connections.add(connection);
    connection.gone.then(() => {
      connections.delete(connection);
      const place = idle.findIndex((entry) => entry.connection === connection);
      if (place !== -1) idle.splice(place, 1);
      serveNext();
    });
    return connection;
  }

  function available(): Connection | undefined {
    for (let last = idle.pop(); last; last = idle.pop()) {
      if (!last.connection.isGone()) return last.connection;
    }
    return connections.size < limits.max ? add() : undefined;
  }

  function serveNext(): void {
    const [first] = line;
    if (!first) return;
    const connection = available();
    if (connection) first.serve(connection);
  }

  return {
    async take() {
      if (closed) throw connectionError("CONNECTION_ENDED", "The database connections have been closed");
      const connection = available();
      if (connection) return connection;
      return new Promise<Connection>((resolve, reject) => {
        const leave = () => {
          line.delete(waiting);
          clearTimeout(timer);
        };
        const waiting: Waiting = {
          serve(free) {
            leave();
            resolve(free);
          },
          refuse(error) {
            leave();
            reject(error);
          },
        };
        const timer = setTimeout(() => {
          waiting.refuse(connectionError("CONNECTION_WAIT_TIMEOUT", "Every database connection is in use"));
        }, limits.waitMs);
        line.add(waiting);
      });
    },

    giveBack(connection, clean) {
      if (connection.isGone()) return;
      if (!clean || closed || Date.now() - connection.openedAt > limits.ageMs) {
        connection.end();
        return;
      }
      idle.push({ connection, since: Date.now() });
      serveNext();
    },

    async close(patienceMs) {
      closed = true;
      clearInterval(sweep);
      for (const waiting of line) waiting.refuse(connectionError("CONNECTION_ENDED", "The database is being closed"));
      for (const { connection } of idle.splice(0)) connection.end();
      const allGone = () => Promise.all([...connections].map((connection) => connection.gone));
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([
        allGone(),
        new Promise((resolve) => {
          timer = setTimeout(resolve, patienceMs);
        }),
      ]);
      clearTimeout(timer);
      for (const connection of connections) connection.end();
      await allGone();
    },
  };
}
