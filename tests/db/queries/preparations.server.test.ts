import { expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { fillGuidance } from "../../../db/queries/guidance.server";
import { join } from "../../../db/queries/memberships.server";
import type { Person } from "../../../db/queries/people.server";
import {
  endPreparation,
  findPreparation,
  listPreparationsOf,
  listPreparing,
  takePreparation,
} from "../../../db/queries/preparations.server";
import { addTaskWaiting } from "../../../db/queries/task-revision.server";
import { editTheme } from "../../../db/queries/theme-writing.server";
import { type Cast, makeCast, readyTask, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { comeTo } from "../../support/pairs";
import { pieceOf } from "../../support/preparations";
import { TEST_NOW } from "../../support/test-clock";

const { db, sql, setClock, now, stageOnce } = await testDatabase();
let cast: Cast;

stageOnce(async () => {
  cast = await makeCast(db);
  const { django, kofi, zoe } = cast;
  await change(db, stage, "join community", async (tx) => {
    for (const { id } of [kofi, zoe]) await join(tx, django.id, id);
  });
});

const piece = () => pieceOf(cast.django, cast.django.unready);
const take = (person: Person, of = piece()) =>
  change(db, { personId: person.id, requestId: null }, "claim preparation", (tx) =>
    takePreparation(tx, { ...cast.django, now: new Date(now()) }, of, { personId: person.id, reached: false }),
  );
const finishedOf = async (person: Person) =>
  (await listPreparationsOf(db, cast.django.id, person.id)).map(({ title, reason }) => [title, reason]);

it("of two members who press in the same moment, one prepares the task, and the other is told who", async () => {
  const { kofi, zoe } = cast;
  const outcomes = await Promise.all([take(kofi), take(zoe)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const winner = outcomes[0]?.ok ? kofi : zoe;
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
    verdict: { status: 409, because: expect.stringContaining(`${winner.name} prepares this now.`) },
  });
});

it("once the last missing text is there, whoever wrote it, the preparation is finished and credited to its holder", async () => {
  const { django, zoe, mireia } = cast;
  await take(zoe);
  const key = { communityId: django.id, id: django.ids.get(django.unready) ?? 0 };
  const fill = (field: "start" | "verify") =>
    change(db, { personId: mireia.id, requestId: null }, "fill guidance", (tx) =>
      fillGuidance(tx, key, field, "Here."),
    );
  await fill("start");
  expect(await finishedOf(zoe)).toEqual([["Think about tokens", null]]);
  await fill("verify");
  expect(await finishedOf(zoe)).toEqual([["Think about tokens", "finished"]]);
  expect(await listPreparing(db, django.id)).toEqual([]);
  const [ending] = await sql`select ended_by::int as by from preparation_endings`;
  expect(ending).toEqual({ by: mireia.id });
});

it("a split is finished by a task that is ready and was written since; a mentor is found by one who comes", async () => {
  const { django, zoe, priya } = cast;
  const of = { kind: "split" as const, themeId: django.themeId, taskId: null, questionId: null, sprintId: null };
  await take(zoe, of);
  const [sprint] = await sql<{ id: number }>`select id::int from sprints where community_id = ${django.id}`;
  await take(zoe, { ...of, kind: "mentor", sprintId: sprint?.id ?? 0 });
  const nothing = { waitsFor: [], questionIds: [] };
  const place = { communityId: django.id, themeId: django.themeId, pillarId: django.pillarId };
  await setClock(new Date(Date.parse(TEST_NOW) + 3_600_000).toISOString());
  await change(db, stage, "add task", (tx) => addTaskWaiting(tx, place, readyTask("Half", { start: "" }), nothing));
  expect((await finishedOf(zoe)).map(([, reason]) => reason)).toEqual([null, null]);
  await change(db, stage, "add task", (tx) => addTaskWaiting(tx, place, readyTask("Whole"), nothing));
  expect((await finishedOf(zoe)).map(([, reason]) => reason)).toEqual([null, "finished"]);
  await comeTo(db, django, [{ person: priya, mentor: true, more: { themes: [django.themeId] } }]);
  expect((await finishedOf(zoe)).map(([, reason]) => reason)).toEqual(["finished", "finished"]);
});

it("a task that lacked only the theme's why is prepared once the theme says why", async () => {
  const { django, zoe, mireia } = cast;
  const doer = { personId: mireia.id, requestId: null };
  const [theme] = await sql<{ rev: number }>`select rev::int from themes where id = ${django.themeId}`;
  const key = { communityId: django.id, id: django.themeId };
  await change(db, doer, "edit theme", (tx) => editTheme(tx, { ...key, rev: theme?.rev ?? 0 }, { why: " " }));
  const place = { communityId: django.id, themeId: django.themeId, pillarId: django.pillarId };
  const nothing = { waitsFor: [], questionIds: [] };
  await change(db, stage, "add task", (tx) =>
    addTaskWaiting(tx, place, readyTask("Say what it is for", { goal: "" }), nothing),
  );
  const [task] = await sql<{ id: number }>`select id::int from tasks where title = 'Say what it is for'`;
  await take(zoe, { ...piece(), taskId: task?.id ?? 0 });
  expect(await finishedOf(zoe)).toEqual([["Say what it is for", null]]);
  const rewrite = { ...key, rev: (theme?.rev ?? 0) + 1 };
  await change(db, doer, "edit theme", (tx) => editTheme(tx, rewrite, { why: "People lose their passwords." }));
  expect(await finishedOf(zoe)).toEqual([["Say what it is for", "finished"]]);
});

it("what was handed back, or whose time ran out, is free for the next, with the note", async () => {
  const { django, kofi, zoe } = cast;
  const taken = await take(zoe);
  const id = taken.ok ? taken.id : 0;
  const end = () =>
    change(db, stage, "end preparation", (tx) =>
      endPreparation(tx, { communityId: django.id, id }, { reason: "released", note: "Ask Omar.", endedBy: zoe.id }),
    );
  expect(await end()).toBe(true);
  expect(await end()).toBe(false);
  expect(await findPreparation(db, django.id, id)).toMatchObject({
    holds: false,
    reason: "released",
    note: "Ask Omar.",
  });

  expect((await take(kofi)).ok).toBe(true);
  await setClock(new Date(Date.parse(TEST_NOW) + django.claimHours * 3_600_000).toISOString());
  expect((await take(zoe)).ok).toBe(true);
  const reasons = await sql`select reason from preparation_endings order by preparation_id`;
  expect(reasons.map(({ reason }) => reason)).toEqual(["released", "expired"]);
});

it("somebody holds two pieces, however many they ask for at once", async () => {
  const { django, zoe } = cast;
  const pieces = django.ready.slice(0, 4).map((number) => pieceOf(django, number));
  const outcomes = await Promise.all(pieces.map((of) => take(zoe, of)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
    verdict: { because: expect.stringContaining("the most at a time") },
  });
});
