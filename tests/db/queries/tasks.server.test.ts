import { describe, expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { claimTask } from "../../../db/queries/claims.server";
import { countFreeTasks, listAlternatives, listFreeTasks } from "../../../db/queries/free-tasks.server";
import {
  addBlockers,
  addTasks,
  deleteTask,
  editTask,
  finishTask,
  passOnBlocking,
} from "../../../db/queries/task-writing.server";
import { findDeletedTask, findTask, isPillarOf, listTasksOfTheme } from "../../../db/queries/tasks.server";
import { deleteTheme } from "../../../db/queries/theme-writing.server";
import { type Cast, makeCast, readyTask, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { TEST_NOW } from "../../support/test-clock";

const { db, setClock, stageOnce } = await testDatabase();
let cast: Cast;

stageOnce(async () => {
  cast = await makeCast(db);
});

const place = () => ({ communityId: cast.django.id, themeId: cast.django.themeId, pillarId: cast.django.pillarId });
const idOf = (number: number) => cast.django.ids.get(number) ?? 0;
const add = (...tasks: ReturnType<typeof readyTask>[]) =>
  change(db, stage, "add task", (tx) => addTasks(tx, place(), tasks));
const titles = async () => (await listTasksOfTheme(db, cast.django.id, cast.django.themeId)).map(({ title }) => title);
const key = (number: number, rev = 1) => ({ communityId: cast.django.id, id: idOf(number), rev });

describe("adding", () => {
  it("numbers tasks in their community, and puts them at the end in the order given", async () => {
    const made = await add(readyTask("A"), readyTask("B"));
    expect(made.map(({ number }) => number)).toEqual([10, 11]);
    expect((await titles()).slice(-2)).toEqual(["A", "B"]);
  });

  it("gives everybody who adds at once numbers and places of their own", async () => {
    const made = await Promise.all(Array.from({ length: 10 }, (_, i) => add(readyTask(`A${i}`), readyTask(`B${i}`))));
    const numbers = made.flat().map(({ number }) => number);
    expect(new Set(numbers).size).toBe(20);
    expect(Math.max(...numbers)).toBe(29);
    const order = (await titles()).slice(-20);
    for (let i = 0; i < 10; i += 1) expect(order.indexOf(`B${i}`)).toBe(order.indexOf(`A${i}`) + 1);
  });

  it("adds nothing to a theme that was deleted, and uses up no place", async () => {
    await change(db, stage, "delete theme", (tx) =>
      deleteTheme(tx, cast.django.id, cast.django.themeId, cast.mireia.id),
    );
    expect(await add(readyTask("A"))).toEqual([]);
  });

  it("puts a task right behind another where that is asked for", async () => {
    const [first = 0] = cast.django.ready;
    await change(db, stage, "divide task", (tx) =>
      addTasks(tx, place(), [readyTask("A"), readyTask("B")], idOf(first)),
    );
    expect((await titles()).slice(0, 4)).toEqual(["Name hasher one", "A", "B", "Name hasher two"]);
  });

  it("takes no pillar of another theme or community: the database refuses the row", async () => {
    const wrong = { ...place(), pillarId: cast.wagtail.pillarId };
    await expect(change(db, stage, "add task", (tx) => addTasks(tx, wrong, [readyTask("A")]))).rejects.toThrow();
    const foreign = { ...place(), themeId: cast.wagtail.themeId };
    expect(await change(db, stage, "add task", (tx) => addTasks(tx, foreign, [readyTask("A")]))).toEqual([]);
    expect(await isPillarOf(db, cast.django.id, cast.django.themeId, cast.django.pillarId)).toBe(true);
    expect(await isPillarOf(db, cast.django.id, cast.django.themeId, cast.wagtail.pillarId)).toBe(false);
  });
});

describe("finding", () => {
  it("knows a task by its number in its own community alone", async () => {
    const [ours = 0] = cast.django.ready;
    expect(await findTask(db, cast.django.id, ours)).toMatchObject({
      title: "Name hasher one",
      themeSlug: cast.django.themeSlug,
    });
    expect(await findTask(db, cast.wagtail.id, ours)).toBeNull();
    expect(await findTask(db, cast.django.id, cast.wagtail.ready[0] ?? 0)).toBeNull();
    expect(await findTask(db, cast.django.id, 2_147_483_647)).toBeNull();
  });

  it("says of a deleted task who deleted it and when, and of no other", async () => {
    const { deleted } = cast.django;
    const [ours = 0] = cast.django.ready;
    expect(await findTask(db, cast.django.id, deleted)).toBeNull();
    expect(await findDeletedTask(db, cast.django.id, deleted)).toEqual({
      title: "Draw a new logo",
      deletedAt: new Date(TEST_NOW),
      deletedBy: "Mireia Puig",
      into: null,
    });
    expect(await findDeletedTask(db, cast.wagtail.id, deleted)).toBeNull();
    expect(await findDeletedTask(db, cast.django.id, ours)).toBeNull();
    await change(db, stage, "delete theme", (tx) =>
      deleteTheme(tx, cast.django.id, cast.django.themeId, cast.mireia.id),
    );
    expect(await findDeletedTask(db, cast.django.id, ours)).toMatchObject({
      title: "Name hasher one",
      deletedBy: "Mireia Puig",
    });
  });
});

describe("rewriting", () => {
  it("needs the revision that the writer saw, and counts as checking", async () => {
    const [ours = 0] = cast.django.ready;
    await setClock("2026-05-06T09:00:00Z");
    const write = (rev: number, title: string) =>
      change(db, stage, "edit task", (tx) => editTask(tx, key(ours, rev), { title }));
    expect(await write(1, "Mine")).toBe(true);
    expect(await write(1, "Too late")).toBe(false);
    expect(await findTask(db, cast.django.id, ours)).toMatchObject({
      title: "Mine",
      rev: 2,
      checkedAt: new Date("2026-05-06T09:00:00Z"),
    });
  });

  it("of five who save at the same moment one is first, and the others are told", async () => {
    const [ours = 0] = cast.django.ready;
    const saved = await Promise.all(
      Array.from({ length: 5 }, (_, i) =>
        change(db, stage, "edit task", (tx) => editTask(tx, key(ours), { title: `Version ${i}` })),
      ),
    );
    expect(saved.filter(Boolean)).toHaveLength(1);
    expect(await findTask(db, cast.django.id, ours)).toMatchObject({ title: `Version ${saved.indexOf(true)}`, rev: 2 });
  });

  it("does not bring a deleted task back", async () => {
    const { deleted } = cast.django;
    expect(await change(db, stage, "edit task", (tx) => editTask(tx, key(deleted, 2), { title: "Back" }))).toBe(false);
    expect(
      await change(db, stage, "delete task", (tx) => deleteTask(tx, cast.django.id, idOf(deleted), cast.zoe.id)),
    ).toBe(false);
    expect(await findDeletedTask(db, cast.django.id, deleted)).toMatchObject({ deletedBy: "Mireia Puig" });
  });

  it("finishing twice keeps the first time", async () => {
    const [ours = 0] = cast.django.ready;
    await change(db, stage, "finish task", (tx) => finishTask(tx, cast.django.id, idOf(ours)));
    await setClock("2026-05-06T09:00:00Z");
    await change(db, stage, "finish task", (tx) => finishTask(tx, cast.django.id, idOf(ours)));
    expect(await findTask(db, cast.django.id, ours)).toMatchObject({ finishedAt: new Date(TEST_NOW) });
  });
});

it("what waited for a divided task waits for all its parts", async () => {
  const [whole = 0, waiting = 0, partA = 0, partB = 0] = cast.django.ready;
  await change(db, stage, "divide task", async (tx) => {
    await addBlockers(tx, cast.django.id, [idOf(waiting)], [idOf(whole)]);
    await passOnBlocking(tx, cast.django.id, idOf(whole), [idOf(partA), idOf(partB)]);
  });
  const found = await findTask(db, cast.django.id, waiting);
  expect(found?.openBlockers.map(({ number }) => number)).toEqual([whole, partA, partB]);
});

describe("what a newcomer can take", () => {
  const free = async () =>
    (await listFreeTasks(db, cast.django.id, { limit: 50, offset: 0 })).map(({ title }) => title);

  it("is ready, unheld and unfinished, the shortest first", async () => {
    await add(readyTask("Short", { sizeMinutes: 30 }), readyTask("Unknown", { sizeMinutes: null }));
    const [one = 0] = cast.django.ready;
    await claimTask(db, stage, cast.django, one, { personId: cast.zoe.id, note: "" });
    expect(await free()).toEqual([
      "Short",
      ...["two", "three", "four", "five", "six"].map((word) => `Name hasher ${word}`),
      "Unknown",
    ]);
    await setClock("2026-05-07T09:00:00Z");
    expect(await free()).toContain("Name hasher one");
  });

  it("comes in pages that together are the whole, of one kind where that is asked for", async () => {
    await add(...Array.from({ length: 7 }, (_, i) => readyTask(`Code ${i}`, { kind: "code" })));
    const pages = [];
    for (const offset of [0, 5, 10]) pages.push(...(await listFreeTasks(db, cast.django.id, { limit: 5, offset })));
    expect(new Set(pages.map(({ number }) => number)).size).toBe(13);
    expect(await countFreeTasks(db, cast.django.id)).toBe(13);
    expect(await countFreeTasks(db, cast.django.id, "code")).toBe(7);
    expect(await listFreeTasks(db, cast.django.id, { limit: 50, offset: 0, kind: "code" })).toHaveLength(7);
    expect(await countFreeTasks(db, cast.django.id, "design")).toBe(0);
  });

  it("instead of another is of its theme first, then of its kind, then the nearest in size, and never itself", async () => {
    const [one = 0] = cast.django.ready;
    await add(readyTask("Long code", { kind: "code", sizeMinutes: 480 }), readyTask("Long docs", { sizeMinutes: 480 }));
    const task = await findTask(db, cast.django.id, one);
    if (!task) throw new Error("the task is there");
    const titles = (await listAlternatives(db, cast.django.id, task, 10)).map(({ title }) => title);
    expect(titles).not.toContain("Name hasher one");
    expect(titles.slice(-2)).toEqual(["Long docs", "Long code"]);
    expect(await listAlternatives(db, cast.django.id, task, 3)).toHaveLength(3);
  });

  it("is nothing of another community", async () => {
    const numbers = (await listFreeTasks(db, cast.django.id, { limit: 50, offset: 0 })).map(({ number }) => number);
    expect(numbers.some((number) => cast.wagtail.ready.includes(number))).toBe(false);
  });
});
