import type { Sql } from "../../db/client.server";

/** Everything that is stored but the record of refusals and what is kept for a day, in one line: equal as long as nothing changed. */
export async function fingerprint(sql: Sql): Promise<string> {
  const tables = await sql<{
    name: string;
  }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`;
  const parts = tables
    .filter(({ name }) => name !== "kept_forms")
    .map(({ name }) => {
      const where = name === "audit_rows" ? "where outcome = 'ok'" : "";
      return `select '${name} ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as part from ${name} t ${where}`;
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
