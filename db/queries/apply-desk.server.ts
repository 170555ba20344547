import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { DeskPreview } from "../../app/domain/roadmap/desk-preview";
import { keysAfter } from "../../app/domain/roadmap/placing";
import type { PlannedTask, PlannedTheme } from "../../app/domain/roadmap/reconcile-types";
import type { Transaction } from "../client.server";
import { pillars } from "../schema/pillars";
import { questions } from "../schema/questions";
import { tasks } from "../schema/tasks";
import { type AppliedIds, applyImport } from "./apply-import.server";
import { holdTheme } from "./boards.server";
import { dropNeeds } from "./import-needs.server";
import { finishReached } from "./preparation-endings.server";

type Here = { communityId: number; themeId: number };

/**
 * Writes what a desk says of a theme that is locked and unchanged since the plan was made: new and changed lines as an
 * import does, needs and texts that are no longer there away, everything in the order of the text, and what is going gone.
 */
export async function applyDesk(tx: Transaction, here: Here, { plan, going }: DeskPreview, by: number): Promise<void> {
  const { communityId } = here;
  const [theme] = plan.themes;
  if (!theme) return;
  const stored = {
    tasks: new Map(theme.tasks.flatMap(({ key, id }) => (id === null ? [] : [[key, Number(id)] as const]))),
    questions: new Map(theme.questions.flatMap(({ key, id }) => (id === null ? [] : [[key, Number(id)] as const]))),
  };
  await dropNeeds(tx, communityId, theme.tasks, stored);
  const { ids } = await applyImport(tx, communityId, plan, by);
  const idsOf = (what: string) => going.flatMap(({ of, id }) => (of === what ? [Number(id)] : []));
  await takeOff(tx, communityId, tasks, idsOf("task"), by);
  await takeOff(tx, communityId, questions, idsOf("question"), by);
  await takeOff(tx, communityId, pillars, idsOf("pillar"), by);
  await orderAs(tx, here, theme, ids);
  // What was taken off the roadmap stands in nobody's way any more.
  if (going.length > 0) await finishReached(tx, communityId);
}

/** Deletes rows of a theme; each gives its place free. */
async function takeOff(
  tx: Transaction,
  communityId: number,
  table: typeof tasks | typeof questions | typeof pillars,
  ids: readonly number[],
  by: number,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(table)
    .set({ deletedAt: sql`app_now()`, deletedBy: by, position: sql`'~' || id`, rev: sql`rev + 1` })
    .where(and(eq(table.communityId, communityId), inArray(table.id, [...ids]), isNull(table.deletedAt)));
}

/** Puts the theme's questions, pillars and tasks into the order of the text; what the text does not name goes behind. */
async function orderAs(tx: Transaction, here: Here, theme: PlannedTheme, ids: AppliedIds): Promise<void> {
  const rowsOf = (nodes: readonly { key: string }[], known: ReadonlyMap<string, number>) =>
    nodes.flatMap(({ key }) => known.get(key) ?? []);
  await putInOrder(tx, here, questions, rowsOf(theme.questions, ids.questions));
  await putInOrder(tx, here, pillars, rowsOf(theme.pillars, ids.pillars));
  const places = new Map<string, PlannedTask[]>();
  for (const task of theme.tasks) {
    const place = task.pillarKey ?? "";
    places.set(place, [...(places.get(place) ?? []), task]);
  }
  for (const [place, nodes] of places) {
    await putInOrder(tx, here, tasks, rowsOf(nodes, ids.tasks), place === "" ? null : (ids.pillars.get(place) ?? null));
  }
}

/** Gives a list new places when it stands in another order than wanted: all of them, behind every place there is. */
async function putInOrder(
  tx: Transaction,
  { communityId, themeId }: Here,
  table: typeof tasks | typeof questions | typeof pillars,
  wanted: readonly number[],
  pillarId?: number | null,
): Promise<void> {
  const inPillar =
    pillarId === undefined ? undefined : pillarId === null ? isNull(tasks.pillarId) : eq(tasks.pillarId, pillarId);
  const rows = await tx
    .select({ id: table.id, position: table.position })
    .from(table)
    .where(and(eq(table.communityId, communityId), eq(table.themeId, themeId), isNull(table.deletedAt), inPillar))
    .orderBy(asc(table.position));
  const present = new Set(rows.map(({ id }) => id));
  const first = wanted.filter((id) => present.has(id));
  const order = [...first, ...rows.map(({ id }) => id).filter((id) => !first.includes(id))];
  if (order.every((id, at) => rows[at]?.id === id)) return;
  await holdTheme(tx, communityId, themeId);
  const keys = keysAfter(rows.at(-1)?.position ?? null, order.length);
  const places = JSON.stringify(order.map((id, at) => ({ id, position: keys[at] })));
  await tx.execute(sql`
    update ${table} t set position = w.position
    from json_to_recordset(${places}::json) as w (id bigint, position text)
    where t.community_id = ${communityId} and t.id = w.id`);
}
