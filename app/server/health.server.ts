import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.server";
import { version } from "../../package.json";

export type Health = { status: "ok" | "unavailable"; database: "ok" | "away"; version: string };

/** Asks the database for an answer within a second. */
export async function health(db: Database): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the database did not answer within a second")), 1_000);
  });
  try {
    await Promise.race([db.execute(sql`select 1`), late]);
    return { status: "ok", database: "ok", version };
  } catch {
    return { status: "unavailable", database: "away", version };
  } finally {
    clearTimeout(timer);
  }
}
