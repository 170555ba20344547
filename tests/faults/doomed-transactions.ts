import { sql } from "drizzle-orm";
import type { Client, Database, Transaction } from "../../db/client.server";

/** What a transaction whose backend was killed came to. */
export interface Outcome {
  moment: string;
  /** What it rejected with; null when it resolved, which no doomed transaction may. */
  error: unknown;
}

/** Makes what the doomed transactions write to: rows that must not stay, and a table that takes a minute to commit. */
export async function makeDoomedTables(client: Client): Promise<void> {
  await client.sql.unsafe(`
    create table kept (moment text not null);
    create table slow_to_commit (id integer);
    create function take_a_minute() returns trigger language plpgsql as 'begin perform pg_sleep(60); return null; end';
    create constraint trigger take_a_minute after insert on slow_to_commit
      deferrable initially deferred for each row execute function take_a_minute();
  `);
}

/** Runs `count` transactions, five at a time, and kills the backend of each at one of the moments below, in turn. */
export async function runDoomedTransactions(db: Database, executioner: Client, count: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const kinds = Object.entries(moments);
  for (let first = 0; first < count; first += 5) {
    const batch = Array.from({ length: Math.min(5, count - first) }, async (_, place) => {
      const [moment, live] = kinds[(first + place) % kinds.length] ?? ["", noMoment];
      const error = await db
        .transaction(async (tx) => {
          const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
          await tx.execute(sql`insert into kept values (${moment})`);
          await live({ tx, db, kill: killing(executioner, row?.pid ?? 0) });
        })
        .then(
          () => null,
          (reason: unknown) => reason,
        );
      outcomes.push({ moment, error });
    });
    await Promise.all(batch);
  }
  return outcomes;
}

/** Runs `count` ordinary transactions at once, and says how many did what they were asked to. */
export async function runOrdinaryTransactions(db: Database, count: number): Promise<number> {
  const answers = await Promise.all(
    Array.from({ length: count }, (_, number) =>
      db.transaction(async (tx) => {
        const [row] = await tx.execute<{ number: number }>(sql`select ${number}::integer as number`);
        return row?.number === number;
      }),
    ),
  );
  return answers.filter(Boolean).length;
}

interface Killing {
  /** Returns when the backend is gone. */
  now(): Promise<void>;
  /** Waits until the backend is in the middle of a `pg_sleep`. */
  onceAsleep(): Promise<void>;
}

function killing({ sql }: Client, pid: number): Killing {
  async function now() {
    await sql`select pg_terminate_backend(${pid}::integer, 10000)`;
  }
  return {
    now,
    async onceAsleep() {
      for (let asleep = false; !asleep; ) {
        const [row] = await sql`select wait_event from pg_stat_activity where pid = ${pid}::integer`;
        if (!row) throw new Error("The backend was gone before it was killed");
        asleep = row.wait_event === "PgSleep";
      }
      await now();
    },
  };
}

type Moment = (doomed: { tx: Transaction; db: Database; kill: Killing }) => Promise<void>;

const asleep = (tx: Transaction) => tx.execute(sql`select pg_sleep(60)`);
const noMoment: Moment = async () => {};

const moments: Record<string, Moment> = {
  async "between two statements"({ tx, kill }) {
    await kill.now();
    await tx.execute(sql`insert into kept values ('after the kill')`);
  },
  async "while a statement is in flight"({ tx, kill }) {
    await Promise.all([asleep(tx), kill.onceAsleep()]);
  },
  async "while several statements are in flight"({ tx, kill }) {
    const large = "x".repeat(100_000);
    // All of them settle: none may be left waiting for a connection that is gone.
    await Promise.allSettled([
      asleep(tx),
      ...Array.from({ length: 5 }, () => tx.execute(sql`select length(${large})`)),
      kill.onceAsleep(),
    ]);
  },
  async "between two statements of a savepoint"({ tx, kill }) {
    await tx.transaction(async (inner) => {
      await inner.execute(sql`insert into kept values ('in a savepoint')`);
      await kill.now();
      await inner.execute(sql`insert into kept values ('after the kill')`);
    });
  },
  async "while a statement of a savepoint is in flight"({ tx, kill }) {
    await tx.transaction((inner) => Promise.all([asleep(inner), kill.onceAsleep()]));
  },
  async "with nothing left to do but COMMIT"({ kill }) {
    await kill.now();
  },
  async "while COMMIT is in flight"({ tx, kill }) {
    await tx.execute(sql`insert into slow_to_commit values (1)`);
    void kill.onceAsleep();
  },
  async "unnoticed by the callback"({ tx, kill }) {
    await Promise.all([asleep(tx).catch(() => {}), kill.onceAsleep()]);
    await tx.execute(sql`insert into kept values ('after the kill')`).catch(() => {});
  },
  async "before others have used the pool"({ tx, db, kill }) {
    await kill.now();
    await db.execute(sql`select 1`);
    await tx.execute(sql`insert into kept values ('after the kill')`);
  },
};
