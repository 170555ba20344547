import { describe, expect, it } from "vitest";
import type { Transaction } from "../../../db/client.server";
import { change } from "../../../db/queries/change.server";
import { claimTask, findHolder } from "../../../db/queries/claims.server";
import { findCycleWith, listWaits } from "../../../db/queries/dependencies.server";
import { addBlocker, findTasksCalled, removeBlocker, type Waited } from "../../../db/queries/task-blockers.server";
import { addBlockers, addTasks, deleteTask } from "../../../db/queries/task-writing.server";
import { findTask } from "../../../db/queries/tasks.server";
import { addThemes, deleteTheme } from "../../../db/queries/theme-writing.server";
import { type Cast, makeCast, readyTask, stage } from "../../support/cast";
import { findCircles } from "../../support/circles";
import { testDatabase } from "../../support/database";

const { db, sql, stageOnce } = await testDatabase();
let cast: Cast;
let [one, two, three, four, five, six] = [0, 0, 0, 0, 0, 0];

stageOnce(async () => {
  cast = await makeCast(db);
  [one = 0, two = 0, three = 0, four = 0, five = 0, six = 0] = cast.django.ready;
});

const idOf = (number: number) => cast.django.ids.get(number) ?? 0;
const keyOf = (number: number) => ({ communityId: cast.django.id, id: idOf(number), number });
const add = (number: number, blocker: number) =>
  change(db, stage, "add blocker", (tx) => addBlocker(tx, keyOf(number), blocker));
const remove = (number: number, blocker: number) =>
  change(db, stage, "remove blocker", (tx) => removeBlocker(tx, keyOf(number), blocker));
const claim = (number: number) =>
  claimTask(db, stage, cast.django, number, { personId: cast.zoe.id, note: "I begin." });
const waitsOf = async (number: number) =>
  (await listWaits(db, cast.django.id, [idOf(number)]))
    .filter(({ task }) => task === number)
    .map(({ waitsFor }) => waitsFor);

/** How a wait comes in, for races: the real way, or one with something left out. */
type Adding = (tx: Transaction, number: number, blocker: number) => Promise<Waited["is"]>;

const really: Adding = async (tx, number, blocker) => (await addBlocker(tx, keyOf(number), blocker)).is;

/** Looks first and writes then, with nobody held meanwhile. */
const withoutLock: Adding = async (tx, number, blocker) => {
  const others = [{ id: idOf(blocker), number: blocker }];
  const cycle = await findCycleWith(tx, cast.django.id, { number }, others);
  await everybodyHasLooked();
  if (cycle) return "circle";
  await addBlockers(tx, cast.django.id, [idOf(number)], [idOf(blocker)]);
  return "added";
};

let looking = 0;
let goOn: (() => void)[] = [];

/** Resolves once as many as take part have looked. */
function everybodyHasLooked(): Promise<void> {
  looking -= 1;
  const all = new Promise<void>((resolve) => goOn.push(resolve));
  if (looking === 0) for (const next of goOn) next();
  return all;
}

/** Lets every part of a circle come in at the same moment, each over a connection of its own. */
async function race(adding: Adding, parts: readonly (readonly [number, number])[]): Promise<string[]> {
  [looking, goOn] = [parts.length, []];
  const done = parts.map(([number, blocker]) =>
    change(db, stage, "add blocker", (tx) => adding(tx, number, blocker)).catch(
      (error: { cause?: { constraint_name?: string } }) => error.cause?.constraint_name ?? String(error),
    ),
  );
  return (await Promise.all(done)).sort();
}

describe("tasks that would wait for one another", () => {
  it("two halves of a circle at the same moment: one comes in, the other is told the circle", async () => {
    for (let round = 0; round < 8; round += 1) {
      const parts = [
        [one, two],
        [two, one],
      ] as const;
      expect(await race(really, parts)).toEqual(["added", "circle"]);
      expect(await findCircles(sql)).toEqual([]);
      await Promise.all(parts.map(([number, blocker]) => remove(number, blocker)));
    }
  });

  it("six parts of a longer circle at the same moment: all but one come in", async () => {
    const ring = [one, two, three, four, five, six];
    const parts = ring.map((number, index) => [number, ring[(index + 1) % ring.length] ?? 0] as const);
    for (let round = 0; round < 3; round += 1) {
      expect(await race(really, parts)).toEqual(["added", "added", "added", "added", "added", "circle"]);
      expect(await findCircles(sql)).toEqual([]);
      await Promise.all(parts.map(([number, blocker]) => remove(number, blocker)));
    }
  });

  it("with nobody held the database itself has the last word", async () => {
    expect(
      await race(withoutLock, [
        [one, two],
        [two, one],
      ]),
    ).toEqual(["added", "dependencies_no_circle"]);
    expect(await findCircles(sql)).toEqual([]);
  });

  it("with that taken out as well, both halves come in, and this file would tell", async () => {
    await sql`alter table dependencies disable trigger no_circle`;
    try {
      expect(
        await race(withoutLock, [
          [one, two],
          [two, one],
        ]),
      ).toEqual(["added", "added"]);
      expect(await findCircles(sql)).toEqual([{ number: one }, { number: two }]);
    } finally {
      await sql`alter table dependencies enable trigger no_circle`;
    }
  });

  it("what was taken off the roadmap closes no circle, and cannot come back where it would", async () => {
    await add(one, two);
    await change(db, stage, "delete task", (tx) => deleteTask(tx, cast.django.id, idOf(one), cast.mireia.id));
    await change(db, stage, "set the stage", (tx) => addBlockers(tx, cast.django.id, [idOf(two)], [idOf(one)]));
    expect(await add(two, three)).toEqual({ is: "added", holder: null });
    const back = change(db, stage, "set the stage", (tx) =>
      tx.execute(`update tasks set deleted_at = null, deleted_by = null where id = ${idOf(one)}`),
    );
    await expect(back).rejects.toMatchObject({ cause: { constraint_name: "dependencies_no_circle" } });
  });
});

describe("a task that has to wait", () => {
  it("is at a new revision with each change, so that an edit form that was open says so", async () => {
    const before = (await findTask(db, cast.django.id, one))?.rev ?? 0;
    expect(await add(one, two)).toEqual({ is: "added", holder: null });
    expect(await add(one, two)).toEqual({ is: "known" });
    expect(await waitsOf(one)).toEqual([two]);
    expect(await remove(one, two)).toBe(true);
    expect(await remove(one, two)).toBe(false);
    expect((await findTask(db, cast.django.id, one))?.rev).toBe(before + 2);
  });

  it("waits neither for a number that is nobody's, nor for what is off the roadmap, nor once it is finished", async () => {
    expect(await add(one, 9_999)).toEqual({ is: "gone" });
    expect(await add(one, cast.wagtail.ready[0] ?? 0)).toEqual({ is: "gone" });
    expect(await add(one, cast.django.deleted)).toEqual({ is: "gone" });
    expect(await add(cast.django.finished, one)).toMatchObject({ is: "refused" });
    expect(await waitsOf(one)).toEqual([]);
  });

  it("is held up by nothing in a theme that was taken off the roadmap", async () => {
    const { id } = cast.django;
    const [away, number] = await change(db, stage, "set the stage", async (tx) => {
      const [theme] = await addThemes(tx, id, [{ title: "Away", why: "", state: "active" }]);
      const place = { communityId: id, themeId: theme?.id ?? 0, pillarId: null };
      const [made] = await addTasks(tx, place, [readyTask("Pack")]);
      return [place.themeId, made?.number ?? 0];
    });
    await add(one, number);
    expect((await findTask(db, id, one))?.openBlockers).toHaveLength(1);
    await change(db, stage, "delete theme", (tx) => deleteTheme(tx, id, away, cast.mireia.id));
    expect((await findTask(db, id, one))?.openBlockers).toEqual([]);
    expect(await claim(one)).toMatchObject({ ok: true });
  });
});

describe("a claim and a blocker at the same moment", () => {
  it("either the claim is refused by what it waits for, or its holder keeps the task and the organizer reads who", async () => {
    for (let round = 0; round < 8; round += 1) {
      const [claimed, waited] = await Promise.all([claim(one), add(one, two)]);
      const holder = (await findHolder(db, cast.django.id, idOf(one)))?.name ?? null;
      expect(waited).toEqual({ is: "added", holder });
      expect(claimed?.ok).toBe(holder !== null);
      if (claimed && !claimed.ok) expect(claimed.verdict.because).toContain("It waits for “Name hasher two”.");
      await sql`truncate claims, claim_endings cascade`;
      await remove(one, two);
    }
  });
});

describe("looking for a task to wait for", () => {
  const find = (words: string) => findTasksCalled(db, cast.django.id, { id: idOf(one), themeId: 0 }, words);
  const titles = async (words: string) => (await find(words)).tasks.map(({ title }) => title);

  it("every word has to be in the title, in any order, whatever its case and accents", async () => {
    expect(await titles("HÀSHER two")).toEqual(["Name hasher two"]);
    expect(await titles("two name")).toEqual(["Name hasher two"]);
    expect(await titles("two tokens")).toEqual([]);
  });

  it("leaves out the task itself, what is off the roadmap and other communities; what is finished comes last", async () => {
    expect(await titles("hasher one")).toEqual([]);
    expect(await titles("logo")).toEqual([]);
    expect((await titles("o")).at(-1)).toBe("Drop the old docs");
  });

  it("takes signs as they are", async () => {
    for (const words of ["%", "_", "\\", "'", "(", "[a"]) expect(await titles(words)).toEqual([]);
  });

  it("shows at most twenty, and says that there are more", async () => {
    await change(db, stage, "set the stage", async (tx) => {
      const { id: communityId, themeId } = cast.django;
      const made = Array.from({ length: 21 }, (_, index) => readyTask(`Paint wall ${index}`));
      await addTasks(tx, { communityId, themeId, pillarId: null }, made);
    });
    const { tasks, more } = await find("wall");
    expect([tasks.length, more]).toEqual([20, true]);
    expect(await find("wall 20")).toMatchObject({ more: false });
  });
});
