import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { gaugeSprint } from "../../../app/domain/roadmap/gauge";
import { change } from "../../../db/queries/change.server";
import { claimTask } from "../../../db/queries/claims.server";
import { countFreeTasks } from "../../../db/queries/free-tasks.server";
import { findGaugeSprint, listGaugePage, listGaugeThemes, listPreparable } from "../../../db/queries/gauge.server";
import { addSprint } from "../../../db/queries/sprints.server";
import { addAwaitedQuestions, addBlockers } from "../../../db/queries/task-writing.server";
import { sprints } from "../../../db/schema/sprints";
import { type Cast, makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { comeTo } from "../../support/pairs";
import { palafrugell } from "../../support/sprints";
import { TEST_NOW } from "../../support/test-clock";

const { db, sql, stageOnce, setClock } = await testDatabase();
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
  const wishes = async () => (await findGaugeSprint(db, django.id))?.wishes;
  expect((await findGaugeSprint(db, django.id))?.sprint).toMatchObject({
    id: sprintId,
    slug: django.sprint,
    pairHours: 2,
  });
  expect(await wishes()).toEqual({
    newcomers: [{ themes, people: 2, paired: 0 }],
    mentors: [{ themes, days: ["2026-05-20"], mentorHours: 8, pairs: 0, namedTasks: 0 }],
  });
  await claimTask(db, stage, django, django.ready[0] ?? 0, { personId: kofi.id, note: "" });
  expect((await wishes())?.newcomers).toEqual([{ themes, people: 1, paired: 0 }]);
  expect((await findGaugeSprint(db, cast.wagtail.id))?.wishes).toEqual({ newcomers: [], mentors: [] });
  expect(await findGaugeSprint(db, 0)).toBeNull();
});

it("the gauge is read for the sprint the domain would choose among all, whichever was planned first and wherever it is", async () => {
  const { id: communityId } = cast.wagtail;
  const days = [
    ["2026-05-10", "2026-05-11", "UTC"],
    ["2026-05-01", "2026-05-02", "UTC"],
    ["2026-07-01", "2026-07-02", "UTC"],
    ["2026-06-01", "2026-06-02", "UTC"],
    ["2026-05-18", "2026-05-19", "Pacific/Pago_Pago"],
    ["2026-05-17", "2026-05-21", "Europe/Madrid"],
    ["2026-05-20", "2026-05-20", "Pacific/Kiritimati"],
  ] as const;
  const chosen = new Set<string>();
  for (const [startsOn, endsOn, timeZone] of days) {
    await change(db, stage, "plan sprint", (tx) =>
      addSprint(tx, communityId, { ...palafrugell, name: `From ${startsOn}`, startsOn, endsOn, timeZone }),
    );
    const all = await db.select().from(sprints).where(eq(sprints.communityId, communityId)).orderBy(sprints.id);
    for (const at of ["2026-05-19T10:30:00Z", "2026-05-20T09:59:00Z", "2026-05-20T11:30:00Z", "2026-09-01T00:00:00Z"]) {
      await setClock(at);
      const found = await findGaugeSprint(db, communityId);
      expect(found?.sprint.slug).toBe(gaugeSprint(all, new Date(at))?.sprint.slug);
      chosen.add(found?.sprint.slug ?? "");
    }
  }
  await setClock(TEST_NOW);
  expect(chosen.size).toBeGreaterThan(3);
});
