import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { type ClientOptions, isUnavailable, openClient } from "../../db/client.server";
import { runDoomedTransactions, runOrdinaryTransactions } from "./doomed-transactions";

/** What the process is told, as JSON in its one argument. */
export interface VictimOrder {
  address: ClientOptions & { database: string };
  count: number;
  /** The project's client, or the driver as it comes. */
  client: "guarded" | "bare";
}

/** What it says, as JSON on standard output, when it is still alive afterwards. */
export interface VictimReport {
  refused: number;
  served: number;
}

// A process of its own, with no handler for failures, so that what nobody catches ends it.
const { address, count, client }: VictimOrder = JSON.parse(process.argv[2] ?? "");
const { db, close } = client === "guarded" ? openClient({ ...address, max: 5 }) : openBare();
const executioner = openClient({ ...address, max: 5 });

const outcomes = await runDoomedTransactions(db, executioner, count);
const report: VictimReport = {
  refused: outcomes.filter(({ error }) => isUnavailable(error)).length,
  served: await runOrdinaryTransactions(db, count),
};
await close();
await executioner.close();
process.stdout.write(JSON.stringify(report));

function openBare() {
  const { socketDir: host, port, user, database } = address;
  const sql = postgres({ host, port, user, database, max: 5, connection: { application_name: "bare" } });
  return { db: drizzle(sql), close: () => sql.end() };
}
