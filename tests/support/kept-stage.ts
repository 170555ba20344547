import type { Sql } from "../../db/client.server";

/**
 * Remembers every row and every sequence of a test's database as they are now. Says how to bring them back: what was
 * written since is undone at a twentieth of the price of setting the stage again, and every id is what it was.
 */
export async function keepStage(sql: Sql): Promise<() => Promise<void>> {
  const tables = await sql<{ name: string; columns: string }>`
    select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname`;
  const keep = tables.map(({ name, columns }) => `create table kept.${name} as select ${columns} from ${name}`);
  await sql.unsafe(`create schema kept; ${keep.join("; ")}`);
  const sequences = await sql<{ name: string; value: string | null }>`
    select sequencename as name, last_value as value from pg_sequences where schemaname = 'public'`;

  const bringBack = [
    // Neither triggers nor foreign keys: what was kept has passed them.
    "set local session_replication_role = replica",
    ...tables.map(
      ({ name, columns }) =>
        `delete from ${name}; insert into ${name} (${columns}) overriding system value select ${columns} from kept.${name}`,
    ),
    ...sequences.map(({ name, value }) => `select setval('${name}', ${value ?? 1}, ${value !== null})`),
  ].join("; ");
  // Sent as one text, they are one transaction.
  return async () => {
    await sql.unsafe(bringBack);
  };
}
