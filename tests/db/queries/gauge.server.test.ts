import { expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { claimTask } from "../../../db/queries/claims.server";
import { countFreeTasks } from "../../../db/queries/free-tasks.server";
import {
  findWishes,
  listGaugePage,
  listGaugeSprints,
  listGaugeThemes,
  listPreparable,
} from "../../../db/queries/gauge.server";
import { addAwaitedQuestions, addBlockers } from "../../../db/queries/task-writing.server";
import { type Cast, makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { comeTo } from "../../support/pairs";

const { db, sql, stageOnce } = await testDatabase();
let cast: Cast;
let openQuestion: number;

stageOnce(async () => {
  cast = await makeCast(db);
  const [row] = await sql<{ id: number }>`
    select id::int from questions where number = ${cast.django.question} and community_id = ${cast.django.id}`;
  openQuestion = row?.id ?? 0;
});

const id = (number = 0) => cast.django.ids.get(number) ?? 0;

it("a theme tells what is ready and free, what lacks only words, and which answers tasks wait for", async () => {
  const { django } = cast;
  const [one = 0, two = 0, three = 0, four = 0] = django.ready;
  await claimTask(db, stage, django, one, { personId: cast.kofi.id, note: "" });
  await change(db, stage, "set the stage", async (tx) => {
    await addAwaitedQuestions(tx, django.id, id(two), [openQuestion]);
    await addAwaitedQuestions(tx, django.id, id(three), [openQuestion]);
    await addBlockers(tx, django.id, [id(three)], [id(four)]);
  });
  const [theme] = await listGaugeThemes(db, django.id);
  const { themeId, themeSlug } = django;
  expect(theme).toEqual({ id: themeId, slug: themeSlug, title: "Modernise Django auth", open: 7, ready: 3 });
  expect(await listPreparable(db, django.id, [themeId, cast.wagtail.themeId])).toEqual([
    {
      id: themeId,
      near: [{ number: django.unready, title: "Think about tokens", lacks: ["where to start", "how to verify it"] }],
      questions: [{ number: django.question, title: "Which hasher comes first?", waits: 2, unlocks: 1 }],
    },
  ]);
  expect(theme?.ready).toBe(await countFreeTasks(db, django.id));
});

it("a page of themes says how many there are besides, and a page that is none is empty", async () => {
  const part = (offset: number) => listGaugePage(db, cast.django.id, { limit: 1, offset });
  expect(await part(0)).toMatchObject({ themes: [{ ready: 6, open: 7 }], count: 1, ready: 6, mostReady: 6 });
  expect(await part(1)).toEqual({ themes: [], count: 0, ready: 0, mostReady: 0 });
});

it("newcomers are counted by what they wish for, those who hold a task left out, and mentors by what they have left", async () => {
  const { django, kofi, zoe, priya } = cast;
  const themes = [django.themeId];
  const { sprintId } = await comeTo(db, django, [
    { person: kofi, more: { themes } },
    { person: zoe, more: { themes } },
    { person: priya, mentor: true, more: { themes } },
  ]);
  expect(await findWishes(db, django.id, sprintId)).toEqual({
    newcomers: [{ themes, people: 2, paired: 0 }],
    mentors: [{ themes, days: ["2026-05-20"], mentorHours: 8, pairs: 0, namedTasks: 0 }],
  });
  await claimTask(db, stage, django, django.ready[0] ?? 0, { personId: kofi.id, note: "" });
  expect((await findWishes(db, django.id, sprintId)).newcomers).toEqual([{ themes, people: 1, paired: 0 }]);
  expect(await findWishes(db, cast.wagtail.id, sprintId)).toEqual({ newcomers: [], mentors: [] });
});

it("the sprints of a community come with what a pair costs, the latest first", async () => {
  expect(await listGaugeSprints(db, cast.django.id)).toMatchObject([{ slug: cast.django.sprint, pairHours: 2 }]);
});
