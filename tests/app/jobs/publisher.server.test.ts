import { afterAll, expect, it } from "vitest";
import { Publisher } from "../../../app/jobs/publisher.server";
import { runPlan } from "../../../db/queries/planning.server";
import { holdSprint } from "../../../db/queries/sprints.server";
import { type Cast, makeCast, stage } from "../../support/cast";
import { comes, seating, sprintOf } from "../../support/crowd";
import { testDatabase } from "../../support/database";

const { db, sql, address, stageOnce } = await testDatabase();
const publisher = new Publisher({ database: address });
let cast: Cast;
let at: { communityId: number; sprintId: number; personId: number };

stageOnce(async () => {
  cast = await makeCast(db);
  at = { communityId: cast.django.id, sprintId: (await sprintOf(db, cast.django)).id, personId: cast.mireia.id };
  await comes(db, cast.django, "Priya Sharma", { seats: 3 });
  await comes(db, cast.django, "Kofi Abara");
  await runPlan(db, stage, at, null);
});
afterAll(() => publisher.close());

const publish = (sends = true) =>
  publisher.publish({
    doer: { personId: at.personId, requestId: "test" },
    at,
    seen: 1,
    community: { slug: "django" },
    sprint: { name: "Palafrugell 2026" },
    origin: "https://portolan.example",
    sends,
  });

it("publishes in a thread of its own, with the letters to send, once however many press at once", async () => {
  const outcomes = await Promise.all([publish(), publish()]);
  expect(outcomes.map(({ is }) => is).sort()).toEqual(["done", "no"]);
  const done = outcomes.find(({ is }) => is === "done");
  expect(done).toMatchObject({
    pairs: 1,
    letters: { first: [{ letter: { to: { name: "Kofi Abara" } } }, {}], more: 0 },
  });
  expect(JSON.stringify(done)).toContain("https://portolan.example/django/pairs/");
  expect(await sql`select id from letters`).toHaveLength(2);
  expect((await seating(db, cast.django)).pairs).toEqual(["Kofi Abara with Priya Sharma"]);
});

it("on a server without mail stores no letter, and names whom none reaches", async () => {
  const done = await publish(false);
  expect(done).toMatchObject({ is: "done", letters: { first: [{ letter: { to: { name: "Kofi Abara" } } }, {}] } });
  expect(await sql`select id from letters`).toEqual([]);
});

it("ended before its end has published nothing, and says that it has ended", async () => {
  await db.transaction(async (tx) => {
    await holdSprint(tx, at.communityId, at.sprintId);
    const gone = expect(publish()).rejects.toThrow("has ended");
    const waits = async () =>
      (
        await sql`select 1 from pg_stat_activity where application_name = 'portolan publishing'
          and datname = current_database() and wait_event_type = 'Lock'`
      ).length > 0;
    while (!(await waits()));
    await publisher.close();
    await gone;
  });
  expect(await seating(db, cast.django)).toMatchObject({ pairs: [], draft: ["Kofi Abara with Priya Sharma"] });
  expect(await publish()).toMatchObject({ is: "done", pairs: 1 });
});
