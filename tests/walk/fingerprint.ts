import type { Sql } from "../../db/client.server";

/**
 * Everything that is stored but the record of refusals and what is kept for a day: equal as long as nothing was written.
 * A row that is added or changed carries a newer transaction than all before it, and one that is deleted is missing.
 */
export async function fingerprint(sql: Sql): Promise<string> {
  const tables = await sql<{
    name: string;
  }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`;
  const parts = tables
    .filter(({ name }) => name !== "kept_forms")
    .map(({ name }) => {
      const where = name === "audit_rows" ? "where outcome = 'ok'" : "";
      return `select '${name} ' || count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) as part from ${name} ${where}`;
    });
  const rows = await sql.unsafe<{ part: string }>(`${parts.join(" union all ")} order by 1`);
  return rows.map(({ part }) => part).join("\n");
}

/** The refusals on record, by the request that got them. */
export async function refusals(sql: Sql): Promise<Map<string, number>> {
  const rows = await sql<{ id: string; count: number }>`
    select request_id as id, count(*)::int from audit_rows where outcome = 'denied' group by 1`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}
