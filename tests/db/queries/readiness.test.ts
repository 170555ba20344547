import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { themeStates } from "../../../app/domain/roadmap/theme-states";
import { readiness } from "../../../app/domain/tasks/readiness";
import { staleBecause } from "../../../app/domain/tasks/staleness";
import { type Standing, standing, standingOf } from "../../../app/domain/tasks/standing";
import { change } from "../../../db/queries/change.server";
import { countFreeTasks, listFreeTasks } from "../../../db/queries/free-tasks.server";
import { isReady, isStale } from "../../../db/queries/task-facts.server";
import { listTaskLines } from "../../../db/queries/task-lines.server";
import { addTasks } from "../../../db/queries/task-writing.server";
import { findTask } from "../../../db/queries/tasks.server";
import { listThemes } from "../../../db/queries/themes.server";
import { tasks } from "../../../db/schema/tasks";
import { themes } from "../../../db/schema/themes";
import { makeCast, readyTask, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { TEST_NOW } from "../../support/test-clock";

const { db, sql } = await testDatabase();
const { django, zoe } = await makeCast(db);
const now = new Date(TEST_NOW);

const text = fc.constantFrom(
  "",
  " ",
  "\n\t ",
  "\u00a0",
  "\u3000\u2003",
  "\ufeff",
  "\v\f",
  "\u2028",
  "\u00a0x",
  "Read it.",
  "0",
);
const said = fc.oneof({ weight: 3, arbitrary: fc.constant("Read it.") }, text);
const task = fc.record({
  goal: said,
  start: said,
  doneWhen: said,
  verify: said,
  finished: fc.boolean(),
  checkedHoursAgo: fc.constantFrom(0, 1, 60 * 24 - 1, 60 * 24, 100 * 24),
  deleted: fc.boolean(),
  held: fc.constantFrom(false, false, true, "until now"),
  waitsFor: fc.option(fc.nat({ max: 5 })),
  awaits: fc.constantFrom(null, "open", "decided", "deleted"),
});
const roadmap = fc.record({
  why: text,
  whyChangedHoursAgo: fc.constantFrom(null, 0, 2),
  state: fc.constantFrom(...themeStates),
  tasks: fc.array(task, { minLength: 1, maxLength: 6 }),
});

async function store({
  why,
  whyChangedHoursAgo,
  state,
  tasks,
}: typeof roadmap extends fc.Arbitrary<infer Value> ? Value : never) {
  await sql`truncate tasks, claims, dependencies, awaited_questions cascade`;
  await sql`truncate decisions`;
  return change(db, stage, "set the stage", async (tx) => {
    const whyChangedAt = whyChangedHoursAgo === null ? null : new Date(now.getTime() - whyChangedHoursAgo * 3_600_000);
    await tx.update(themes).set({ why, whyChangedAt, state }).where(eq(themes.id, django.themeId));
    const place = { communityId: django.id, themeId: django.themeId, pillarId: null };
    const made = await addTasks(
      tx,
      place,
      tasks.map(({ goal, start, doneWhen, verify, finished }) =>
        readyTask("Task", { goal, start, doneWhen, verify, finished }),
      ),
    );
    const open = `(select id from questions where community_id = ${django.id} and number = ${django.question})`;
    const decided = `(select id from questions where community_id = ${django.id} and number = ${django.decided})`;
    await tx.execute(
      `insert into decisions (community_id, number, question_id, answer) values (${django.id}, 1, ${decided}, 'No.')`,
    );
    for (const [index, { deleted, held, waitsFor, awaits, checkedHoursAgo }] of tasks.entries()) {
      const id = made[index]?.id ?? 0;
      const blocker = waitsFor === null ? undefined : made[waitsFor % made.length]?.id;
      // Only for earlier ones, because no tasks wait for one another in a circle.
      if (blocker !== undefined && blocker < id) {
        await tx.execute(
          `insert into dependencies (community_id, task_id, blocked_by_id) values (${django.id}, ${id}, ${blocker})`,
        );
      }
      if (awaits) {
        const question = awaits === "decided" ? decided : open;
        await tx.execute(
          `insert into awaited_questions (community_id, task_id, question_id) values (${django.id}, ${id}, ${question})`,
        );
      }
      if (held) {
        const until = held === true ? "app_now() + interval '1 second'" : "app_now()";
        await tx.execute(`insert into claims (community_id, task_id, person_id, slot, claimed_at, expires_at)
          select ${django.id}, ${id}, ${zoe.id}, slot, app_now() - interval '1 hour', ${until} from generate_series(1, 5) slot
          where slot not in (select slot from claims where ended_at is null) limit 1`);
      }
      await tx.execute(
        `update tasks set checked_at = app_now() - ${checkedHoursAgo} * interval '1 hour' where id = ${id}`,
      );
      if (deleted) await tx.execute(`update tasks set deleted_at = app_now(), position = '~' || id where id = ${id}`);
    }
    const gone = tasks.some(({ awaits }) => awaits === "deleted");
    await tx.execute(`update questions set deleted_at = ${gone ? "app_now()" : "null"} where id = ${open}`);
    return made;
  });
}

it("the database counts a task as ready, and as to be checked, exactly when the domain does, whatever is written and whatever it waits for", async () => {
  const seen = { ready: 0, unready: 0 };
  await fc.assert(
    fc.asyncProperty(roadmap, async (facts) => {
      const made = await store(facts);
      const counted = await db
        .select({ number: tasks.number, ready: isReady, stale: isStale })
        .from(tasks)
        .innerJoin(themes, and(eq(themes.communityId, tasks.communityId), eq(themes.id, tasks.themeId)));
      const free: number[] = [];
      const lines = new Map<number, Standing>();
      for (const { number } of made) {
        const found = await findTask(db, django.id, number);
        if (!found) continue;
        if (!lines.has(number)) {
          for (const line of await listTaskLines(db, django.id, found.themeId))
            lines.set(line.number, standingOf(line));
        }
        expect(lines.get(number)).toEqual(standing(found, now).standing);
        const { ready } = readiness({ ...found, mentorHoursLeft: null, now });
        seen[ready ? "ready" : "unready"] += 1;
        const row = counted.find((one) => one.number === number);
        expect(row?.ready).toBe(ready);
        expect(row?.stale).toBe(staleBecause({ ...found, now }) !== null);
        if (standing(found, now).standing.is === "ready" && !["parked", "done"].includes(found.themeState))
          free.push(number);
      }
      const listed = await listFreeTasks(db, django.id, { limit: 50, offset: 0 });
      expect(listed.map(({ number }) => number).sort()).toEqual(free.sort());
      expect(await countFreeTasks(db, django.id)).toBe(free.length);
      const [theme] = await listThemes(db, django.id);
      if (facts.state !== "parked" && facts.state !== "done") expect(theme?.ready).toBe(free.length);
    }),
    { numRuns: 60 },
  );
  // Both have to come up, and in sixty roadmaps they do some thirty times at least.
  expect(seen.ready).toBeGreaterThan(0);
  expect(seen.unready).toBeGreaterThan(0);
});
