import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { findBinaries } from "./embedded-binaries.server";
import { DATABASE, isCluster, type Running, runCluster, SUPERUSER, stopCluster } from "./embedded-cluster.server";
import { makeCluster } from "./embedded-making.server";
import { placeCluster } from "./embedded-place.server";

export interface EmbeddedOptions {
  /** The directory the data lives under; made when missing. */
  dataDir: string;
  /** Is told, in sentences for a person, what takes a while, and what happens to the server later on. */
  onStep?: (sentence: string) => void;
  /** For tests: quick and forgetful. A crash of the machine may lose everything. */
  fast?: boolean;
}

/** A PostgreSQL that answers on a Unix socket and on nothing else. */
export interface EmbeddedDatabase {
  /** The directory of the socket: what libpq calls the host. It stays the same when the server is started again. */
  socketDir: string;
  port: number;
  user: string;
  database: string;
  /** The same as one address, in libpq's form. */
  url: string;
  /** Where the data really is. */
  cluster: string;
  /** False when a server of this data was running already, left by an app that was killed or shared with one that is alive. */
  startedHere: boolean;
  /** Ends the server, unless another app still uses it: the last one out turns off the light. */
  stop(): Promise<void>;
}

/**
 * Opens the embedded PostgreSQL of a data directory: makes the cluster when there is none, starts the server or joins the
 * one that is running, and starts it again by itself, for as long as the app lives, should it die. Safe to call from
 * several processes at once. Refuses with an {@link EmbeddedRefusal}, whose message is a sentence with the way out.
 */
export async function openEmbedded({
  dataDir,
  onStep = () => {},
  fast = false,
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const home = resolve(dataDir);
  const place = placeCluster(home);
  const running: Running = { ...place, binaries: findBinaries(place.account, home), fast };
  const { cluster } = place;
  if (!isCluster(cluster)) {
    onStep(`Making the database in ${cluster}`);
    await makeCluster(running);
  }
  const found = await runCluster(running);
  const { socketDir, port } = found;
  const presence = await keepPresence(running, { socketDir, port }, onStep);

  return {
    socketDir,
    port,
    user: SUPERUSER,
    database: DATABASE,
    url: `postgresql://${SUPERUSER}@localhost/${DATABASE}?host=${encodeURIComponent(socketDir)}&port=${port}`,
    cluster,
    startedHere: found.startedHere,
    async stop() {
      await presence.leave();
      if (await isUsed({ socketDir, port }, presence.name)) return;
      await stopCluster(cluster);
      if (socketDir !== cluster) rmSync(socketDir, { recursive: true, force: true });
    },
  };
}

interface Address {
  socketDir: string;
  port: number;
}

const PRESENCE = "portolan presence";

/**
 * One idle connection for each app, with two uses: the others see that somebody is there, and its end tells at once
 * that the server has died, which is then brought back, however often it takes.
 */
async function keepPresence(running: Running, address: Address, onStep: (sentence: string) => void) {
  const leaving = new AbortController();
  const name = `${PRESENCE} ${randomUUID()}`;
  let connection = await connect(lost);
  let recovery = Promise.resolve();

  async function connect(onLost: () => void): Promise<postgres.Sql> {
    let connected = false;
    const sql = single(address, name, () => connected && onLost());
    try {
      await sql`select 1`;
    } catch (error) {
      await sql.end({ timeout: 0 });
      throw error;
    }
    connected = true;
    return sql;
  }

  function lost(): void {
    if (!leaving.signal.aborted) recovery = recover();
  }

  async function recover(): Promise<void> {
    onStep("The database has gone away. Bringing it back.");
    await connection.end({ timeout: 0 });
    for (let wait = 50; !leaving.signal.aborted; wait = Math.min(wait * 2, 5_000)) {
      try {
        await runCluster(running);
        connection = await connect(lost);
        onStep("The database is back.");
        return;
      } catch (error) {
        if (wait === 800)
          onStep(`The database does not come back yet: ${error instanceof Error ? error.message : error}`);
        await pause(wait, undefined, { signal: leaving.signal }).catch(() => {});
      }
    }
  }

  return {
    name,
    async leave(): Promise<void> {
      leaving.abort();
      await recovery;
      await connection.end({ timeout: 1 });
    },
  };
}

/** Whether another app is present. This one has left by now, but its connection may take a moment to be buried. */
async function isUsed(address: Address, own: string): Promise<boolean> {
  const sql = single(address, "portolan leaving");
  try {
    const others = await sql`
      select pid from pg_stat_activity
      where application_name like ${`${PRESENCE}%`} and application_name <> ${own}`;
    return others.length > 0;
  } catch {
    // Nobody answers, so nobody is using it.
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function single(address: Address, name: string, onclose: () => void = () => {}): postgres.Sql {
  return postgres({
    host: address.socketDir,
    port: address.port,
    user: SUPERUSER,
    database: "postgres",
    max: 1,
    idle_timeout: 0,
    max_lifetime: 0,
    connect_timeout: 5,
    fetch_types: false,
    connection: { application_name: name },
    onclose,
    onnotice: () => {},
  });
}
