import { sql } from "drizzle-orm";
import type { StepChange, StepRow } from "../../app/domain/roadmap/step-change";
import type { Transaction } from "../client.server";
import { holdsNow } from "./task-facts.server";

/** The columns of each table that a step keeps; the others are counted and measured by the database itself. */
export const stepColumns = {
  pillars: ["theme_id", "title", "intro", "position", "deleted_at", "deleted_by"],
  questions: ["theme_id", "title", "notes", "owner_id", "position", "deleted_at", "deleted_by"],
  tasks: [
    ...["theme_id", "pillar_id", "title", "kind", "size_minutes", "goal", "start", "done_when", "verify", "notes"],
    ...["skills", "links", "mentor_id", "divided_from_id", "merged_into_id", "position", "finished_at"],
    ...["deleted_at", "deleted_by"],
  ],
} as const;

export type StepTable = keyof typeof stepColumns;
export const stepTables = Object.keys(stepColumns) as StepTable[];

/** Everything in these themes that a step can change, as it is now. */
export async function pictureOf(
  tx: Transaction,
  communityId: number,
  themeIds: readonly number[],
): Promise<StepChange> {
  const inThemes = sql`in (select value::bigint from json_array_elements_text(${JSON.stringify(themeIds)}::json))`;
  const rows = async (table: StepTable) => {
    const found = await tx.execute<{ id: string; row: Record<string, unknown> }>(sql`
      select id::text as id, to_jsonb(t) as row from ${sql.identifier(table)} t
      where t.community_id = ${communityId} and t.theme_id ${inThemes}`);
    const columns: readonly string[] = stepColumns[table];
    return Object.fromEntries(
      found.map(({ id, row }): [string, StepRow] => [id, Object.fromEntries(columns.map((name) => [name, row[name]]))]),
    );
  };
  const ours = sql`(select id from tasks where community_id = ${communityId} and theme_id ${inThemes})`;
  const whys = await tx.execute<{ id: string; row: Record<string, unknown> }>(sql`
    select id::text as id, jsonb_build_object('why', why, 'why_changed_at', why_changed_at) as row from themes
    where community_id = ${communityId} and id ${inThemes}`);
  const pillars = await rows("pillars");
  const questions = await rows("questions");
  const tasks = await rows("tasks");
  const held = await tx.execute<{ id: string; task_id: number }>(sql`
    select id::text as id, task_id::int as task_id from claims
    where community_id = ${communityId} and task_id in ${ours} and ${holdsNow}`);
  const waits = await tx.execute<{ edge: string }>(sql`
    select task_id || '>' || blocked_by_id as edge from dependencies
    where community_id = ${communityId} and (task_id in ${ours} or blocked_by_id in ${ours})`);
  const awaits = await tx.execute<{ edge: string }>(sql`
    select task_id || '>' || question_id as edge from awaited_questions
    where community_id = ${communityId} and task_id in ${ours}`);
  return {
    themes: Object.fromEntries(whys.map(({ id, row }) => [id, row])),
    pillars,
    questions,
    tasks,
    claims: Object.fromEntries(held.map(({ id, task_id }) => [id, { task_id }])),
    waits: waits.map(({ edge }) => edge),
    awaits: awaits.map(({ edge }) => edge),
  };
}

/** What differs between two pictures, on both sides; null when nothing does. */
export function whatChanged(was: StepChange, is: StepChange): { before: StepChange; after: StepChange } | null {
  const before = emptyChange();
  const after = emptyChange();
  let differs = false;
  for (const table of ["themes", ...stepTables] as const) {
    const [all, others] = [was[table] ?? {}, is[table] ?? {}];
    for (const id of new Set([...Object.keys(all), ...Object.keys(others)])) {
      const [one, other] = [all[id] ?? null, others[id] ?? null];
      if (sameRow(one, other)) continue;
      before[table] = { ...before[table], [id]: one };
      after[table] = { ...after[table], [id]: other };
      differs = true;
    }
  }
  for (const [id, row] of Object.entries(is.claims)) {
    const held = was.claims[id];
    if (!held || sameRow(held, row)) continue;
    before.claims[id] = held;
    after.claims[id] = row;
    differs = true;
  }
  for (const edges of ["waits", "awaits"] as const) {
    before[edges] = was[edges].filter((edge) => !is[edges].includes(edge));
    after[edges] = is[edges].filter((edge) => !was[edges].includes(edge));
    differs ||= before[edges].length + after[edges].length > 0;
  }
  return differs ? { before, after } : null;
}

/** Whether two rows say the same; `but` are columns that do not count. */
export function sameRow(one: StepRow, other: StepRow, but: readonly string[] = []): boolean {
  const said = (row: StepRow) =>
    row &&
    JSON.stringify(
      Object.entries(row)
        .filter(([name]) => !but.includes(name))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return said(one) === said(other);
}

const emptyChange = (): StepChange => ({ pillars: {}, questions: {}, tasks: {}, claims: {}, waits: [], awaits: [] });

/** The ids of a side of a step, as a list to look for rows in. */
export const idList = (ids: readonly string[]) =>
  sql`(select value::bigint from json_array_elements_text(${JSON.stringify(ids)}::json))`;
