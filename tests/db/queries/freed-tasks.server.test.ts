import { expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { claimTask, findHolder } from "../../../db/queries/claims.server";
import { finishHeldTask } from "../../../db/queries/freed-tasks.server";
import type { Person } from "../../../db/queries/people.server";
import { addAwaitedQuestions, addBlockers, editTask } from "../../../db/queries/task-writing.server";
import { type Cast, makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";

const { db, sql, stageOnce } = await testDatabase();
let cast: Cast;
let [one, two, three] = [0, 0, 0];

stageOnce(async () => {
  cast = await makeCast(db);
  [one = 0, two = 0, three = 0] = cast.django.ready;
});

const idOf = (number: number) => cast.django.ids.get(number) ?? 0;
const waits = (number: number, ...blockers: number[]) =>
  change(db, stage, "set the stage", (tx) => addBlockers(tx, cast.django.id, [idOf(number)], blockers.map(idOf)));

/** Claims a task for somebody, and returns how they finish it. */
async function holding(person: Person, number: number) {
  await claimTask(db, stage, cast.django, number, { personId: person.id, note: "" });
  const claimId = (await findHolder(db, cast.django.id, idOf(number)))?.claimId ?? 0;
  const ending = { note: "", endedBy: person.id };
  return () =>
    change(db, stage, "finish task", (tx) => finishHeldTask(tx, cast.django.id, { id: idOf(number), claimId }, ending));
}

it("finishing a task frees what waited for it alone, and tells whom it concerns but not who did it", async () => {
  await waits(three, one);
  await waits(cast.django.unready, one);
  await change(db, stage, "set the stage", (tx) =>
    editTask(tx, { communityId: cast.django.id, id: idOf(three), rev: 1 }, { mentorId: cast.priya.id }),
  );
  const freed = await (await holding(cast.zoe, one))();
  expect(freed?.map(({ number, ready, hearers }) => [number, ready, hearers.map(({ name }) => name)])).toEqual([
    [three, true, ["Mireia Puig", "Priya Sharma"]],
    [cast.django.unready, false, ["Mireia Puig"]],
  ]);
  const own = await (await holding(cast.mireia, three))();
  expect(own).toEqual([]);
});

it("what waits for another task, or for an answer, is not free yet", async () => {
  await waits(three, one, two);
  await waits(cast.django.ready[3] ?? 0, one);
  const [question] =
    await sql`select id::int from questions where community_id = ${cast.django.id} and number = ${cast.django.question}`;
  await change(db, stage, "set the stage", (tx) =>
    addAwaitedQuestions(tx, cast.django.id, idOf(cast.django.ready[3] ?? 0), [question?.id]),
  );
  expect(await (await holding(cast.zoe, one))()).toEqual([]);
});

it("two tasks that a third one waits for, finished at the same moment: one of them frees it, once", async () => {
  await waits(three, one, two);
  const done = [await holding(cast.zoe, one), await holding(cast.kofi, two)];
  const freed = await Promise.all(done.map((finish) => finish()));
  expect(freed.flat().map((task) => task?.number)).toEqual([three]);
});

it("pressing twice finishes once, and frees once", async () => {
  await waits(three, one);
  const finish = await holding(cast.zoe, one);
  const answers = await Promise.all([finish(), finish()]);
  expect(answers.filter((freed) => freed === null)).toHaveLength(1);
  expect(answers.flatMap((freed) => freed ?? [])).toHaveLength(1);
});
