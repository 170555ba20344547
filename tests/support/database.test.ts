import { expect, it } from "vitest";
import { openClient } from "../../db/client.server";
import { testDatabase } from "./database";
import { TEST_NOW } from "./test-clock";

const { sql, url, setClock, now } = await testDatabase();

async function clockOf(connection: typeof sql): Promise<string> {
  const [row] = await connection<{
    at: string;
  }>`select to_char(app_now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`;
  return row?.at ?? "";
}

it("a test file finds every table, and nobody in it", async () => {
  const [people] = await sql<{ count: string }>`select count(*) from people`;
  expect(people?.count).toBe("0");
});

it("the clock a test sets is read by every connection", async () => {
  const other = openClient({ url });
  expect(await clockOf(other.sql)).toBe(TEST_NOW);
  await setClock("2026-05-06T14:00:00Z");
  expect(await clockOf(sql)).toBe("2026-05-06T14:00:00Z");
  expect(await clockOf(other.sql)).toBe("2026-05-06T14:00:00Z");
  expect(now()).toBe("2026-05-06T14:00:00Z");
  await other.close();
});
