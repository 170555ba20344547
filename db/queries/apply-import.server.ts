import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { ImportPlan, Planned, PlannedTask, PlannedTheme } from "../../app/domain/roadmap/reconcile-types";
import type { Transaction } from "../client.server";
import { communities } from "../schema/communities";
import { pillars } from "../schema/pillars";
import { questions } from "../schema/questions";
import { tasks } from "../schema/tasks";
import { themes } from "../schema/themes";
import { endClaimsOfFinished } from "./claim-endings.server";
import { addNeeds } from "./import-needs.server";
import { addPillars, editPillar } from "./pillars.server";
import { finishReached } from "./preparation-endings.server";
import { addQuestions, editQuestion, questionKeysAtEnd } from "./questions.server";
import { rewriteTasks } from "./rewrite-tasks.server";
import { addTasks, keysAtEnd, type TaskPlace } from "./task-writing.server";
import { addThemes, editTheme } from "./theme-writing.server";

/**
 * Writes what a plan says, for a community whose roadmap is locked and unchanged since the plan was made. What is new goes
 * to the end of its place; what exists keeps its place, or goes to the end of the one it moves to. What is "same" is not
 * touched. A task that the file says is done is finished, and whoever holds it is let go. `retitled`: the roadmap's own
 * title or introduction are not what they were.
 */
export async function applyImport(
  tx: Transaction,
  communityId: number,
  plan: ImportPlan,
  by: number | null,
): Promise<{ retitled: boolean; ids: AppliedIds }> {
  const retitled = await sayTitle(tx, communityId, plan);
  const known = await readKnown(tx, communityId, plan);
  const themeIds = await placeThemes(tx, communityId, plan.themes, known.themes);
  const ids = {
    tasks: new Map<string, number>(),
    questions: new Map<string, number>(),
    pillars: new Map<string, number>(),
  };
  for (const theme of plan.themes) {
    const themeId = idOf(themeIds, theme.key);
    await placeQuestions(tx, { communityId, themeId }, theme, known.questions, ids.questions);
    await placePillars(tx, { communityId, themeId }, theme, known.pillars, ids.pillars);
    await placeTasks(tx, { communityId, themeId }, theme, ids.pillars, known.tasks, ids.tasks);
  }
  const planned = plan.themes.flatMap((theme) => theme.tasks);
  await addNeeds(tx, communityId, planned, ids);
  const finished = changed(planned).filter(({ fields }) => fields.done);
  await endClaimsOfFinished(
    tx,
    communityId,
    finished.map(({ id }) => Number(id)),
    by,
  );
  await finishReached(tx, communityId);
  return { retitled, ids };
}

/** The rows behind the keys of a plan that was written. */
export type AppliedIds = Record<"tasks" | "questions" | "pillars", ReadonlyMap<string, number>>;

const news = <Node extends Planned<unknown>>(nodes: readonly Node[]) => nodes.filter(({ change }) => change === "new");
const changed = <Node extends Planned<unknown>>(nodes: readonly Node[]) =>
  nodes.filter(({ change }) => change === "changed");

function idOf(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the plan names ${key}, which is not in it`);
  return id;
}

/** The ids of nodes by their keys: the stored ones, and those just added, in order. */
function remember(
  ids: Map<string, number>,
  nodes: readonly Planned<unknown>[],
  added: readonly { id: number }[],
): Map<string, number> {
  for (const { key, id } of nodes) if (id !== null) ids.set(key, Number(id));
  news(nodes).forEach(({ key }, index) => {
    const id = added[index]?.id;
    if (id !== undefined) ids.set(key, id);
  });
  return ids;
}

/** The outline's title and what it says before its first theme, where the file has them. */
async function sayTitle(tx: Transaction, communityId: number, { title, intro }: ImportPlan): Promise<boolean> {
  const said = { ...(title ? { roadmapTitle: title } : {}), ...(intro ? { roadmapIntro: intro } : {}) };
  const differs = or(
    title ? sql`${communities.roadmapTitle} <> ${title}` : undefined,
    intro ? sql`${communities.roadmapIntro} <> ${intro}` : undefined,
  );
  if (!differs) return false;
  const changed = await tx
    .update(communities)
    .set(said)
    .where(and(eq(communities.id, communityId), differs))
    .returning({ id: communities.id });
  return changed.length > 0;
}

type Known<Row extends { id: number }> = ReadonlyMap<number, Row>;

/** The revisions of what the plan rewrites, and where its questions and tasks stand. */
async function readKnown(tx: Transaction, communityId: number, plan: ImportPlan) {
  const ids = (nodes: readonly Planned<unknown>[]) => changed(nodes).map(({ id }) => Number(id));
  const byId = <Row extends { id: number }>(rows: Row[]): Known<Row> => new Map(rows.map((row) => [row.id, row]));
  const [themeRows, questionRows, pillarRows, taskRows] = await Promise.all([
    tx
      .select({ id: themes.id, rev: themes.rev, state: themes.state })
      .from(themes)
      .where(and(eq(themes.communityId, communityId), inArray(themes.id, ids(plan.themes)))),
    tx
      .select({ id: questions.id, themeId: questions.themeId })
      .from(questions)
      .where(
        and(
          eq(questions.communityId, communityId),
          inArray(questions.id, ids(plan.themes.flatMap((t) => t.questions))),
        ),
      ),
    tx
      .select({ id: pillars.id, rev: pillars.rev })
      .from(pillars)
      .where(
        and(eq(pillars.communityId, communityId), inArray(pillars.id, ids(plan.themes.flatMap((t) => t.pillars)))),
      ),
    tx
      .select({ id: tasks.id, rev: tasks.rev, themeId: tasks.themeId, pillarId: tasks.pillarId })
      .from(tasks)
      .where(
        and(
          eq(tasks.communityId, communityId),
          inArray(tasks.id, ids(plan.themes.flatMap((t) => t.tasks))),
          isNull(tasks.deletedAt),
        ),
      ),
  ]);
  return { themes: byId(themeRows), questions: byId(questionRows), pillars: byId(pillarRows), tasks: byId(taskRows) };
}

function knownRow<Row extends { id: number }>(known: Known<Row>, id: string | null): Row {
  const row = known.get(Number(id));
  if (!row) throw new Error(`the plan rewrites ${id}, which is gone`);
  return row;
}

function insistOn(written: boolean): void {
  if (!written) throw new Error("the roadmap changed under the import: it was not locked");
}

async function placeThemes(
  tx: Transaction,
  communityId: number,
  nodes: readonly PlannedTheme[],
  known: Known<{ id: number; rev: number; state: string }>,
): Promise<Map<string, number>> {
  const added = await addThemes(
    tx,
    communityId,
    news(nodes).map(({ fields: { title, why, done } }) => ({
      title,
      why,
      state: done ? "done" : "exploring",
    })),
  );
  for (const { id, fields } of changed(nodes)) {
    const { id: themeId, rev, state } = knownRow(known, id);
    const { title, why, done } = fields;
    const turned = done === (state === "done") ? {} : { state: done ? ("done" as const) : ("active" as const) };
    insistOn(await editTheme(tx, { communityId, id: themeId, rev }, { title, why, ...turned }));
  }
  return remember(new Map(), nodes, added);
}

type InTheme = { communityId: number; themeId: number };

async function placeQuestions(
  tx: Transaction,
  { communityId, themeId }: InTheme,
  { questions: nodes }: PlannedTheme,
  known: Known<{ id: number; themeId: number }>,
  ids: Map<string, number>,
): Promise<void> {
  const added = await addQuestions(
    tx,
    communityId,
    themeId,
    news(nodes).map(({ fields }) => fields),
  );
  for (const { id, fields } of changed(nodes)) {
    const stands = knownRow(known, id);
    const [position] = stands.themeId === themeId ? [] : await questionKeysAtEnd(tx, communityId, themeId, 1);
    const moved = position === undefined ? {} : { themeId, position };
    await editQuestion(tx, { communityId, id: stands.id }, { ...fields, ...moved });
  }
  remember(ids, nodes, added);
}

async function placePillars(
  tx: Transaction,
  { communityId, themeId }: InTheme,
  { pillars: nodes }: PlannedTheme,
  known: Known<{ id: number; rev: number }>,
  ids: Map<string, number>,
): Promise<void> {
  const added = await addPillars(
    tx,
    communityId,
    themeId,
    news(nodes).map(({ fields }) => fields),
  );
  for (const { id, fields } of changed(nodes)) {
    const { id: pillarId, rev } = knownRow(known, id);
    insistOn(await editPillar(tx, { communityId, id: pillarId, rev }, fields));
  }
  remember(ids, nodes, added);
}

/** A theme's tasks, place by place: those that moved there and those that are new, in the file's order. */
async function placeTasks(
  tx: Transaction,
  theme: InTheme,
  { tasks: nodes }: PlannedTheme,
  pillarIds: ReadonlyMap<string, number>,
  known: Known<{ id: number; rev: number; themeId: number; pillarId: number | null }>,
  ids: Map<string, number>,
): Promise<void> {
  const pillarOf = ({ pillarKey, pillarId }: PlannedTask) => {
    if (pillarKey !== null) return idOf(pillarIds, pillarKey);
    return pillarId === null ? null : Number(pillarId);
  };
  for (const pillarId of new Set(nodes.map(pillarOf))) {
    const place: TaskPlace = { ...theme, pillarId };
    const here = nodes.filter((task) => pillarOf(task) === pillarId);
    const old = changed(here).map((task) => ({ task, stands: knownRow(known, task.id) }));
    const moved = old.filter(({ stands }) => stands.themeId !== theme.themeId || stands.pillarId !== pillarId);
    const keys = moved.length > 0 ? await keysAtEnd(tx, place, moved.length) : [];
    const positions = new Map(moved.map(({ task }, index) => [task, keys[index]]));
    const texts = old.map(({ task, stands: { id, rev } }) => ({
      ...task.fields,
      id,
      rev,
      position: positions.get(task) ?? null,
    }));
    insistOn((await rewriteTasks(tx, place, texts)) === texts.length);
    const added = await addTasks(
      tx,
      place,
      news(here).map(({ fields: { done, ...text } }) => ({ ...text, mentorId: null, finished: done })),
    );
    remember(ids, here, added);
  }
}
