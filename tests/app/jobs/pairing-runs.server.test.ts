import { afterAll, beforeEach, expect, it } from "vitest";
import { PairingRuns } from "../../../app/jobs/pairing-runs.server";
import { findDraft } from "../../../db/queries/plans.server";
import { holdSprint } from "../../../db/queries/sprints.server";
import { type Cast, makeCast } from "../../support/cast";
import { comes, sprintOf } from "../../support/crowd";
import { testDatabase } from "../../support/database";

const { db, sql, address, stageOnce } = await testDatabase();
const failures: unknown[] = [];
const runs = new PairingRuns({ database: address, failed: (error) => failures.push(error) });
let cast: Cast;
let at: { communityId: number; sprintId: number; personId: number };

stageOnce(async () => {
  cast = await makeCast(db);
  const sprint = await sprintOf(db, cast.django);
  at = { communityId: cast.django.id, sprintId: sprint.id, personId: cast.mireia.id };
  await comes(db, cast.django, "Priya Sharma", { seats: 3 });
  await comes(db, cast.django, "Kofi Abara");
});
beforeEach(() => {
  failures.length = 0;
});
afterAll(() => runs.close());

const begin = (order = {}) =>
  runs.begin(
    { doer: { personId: at.personId, requestId: "test" }, at, seen: null, ...order },
    { by: "Mireia Puig", people: 2, newcomers: 1 },
  );
const over = async () => {
  while (runs.find(at.sprintId)) await sql`select 1`;
};
const draftOf = () => findDraft(db, at.communityId, at.sprintId);

/** Does something while a run waits for its sprint, which somebody else holds. */
const whileItWaits = <Done>(deed: () => Promise<Done>): Promise<Done> =>
  db.transaction(async (tx) => {
    await holdSprint(tx, at.communityId, at.sprintId);
    begin();
    const waiting = async () =>
      (
        await sql`select 1 from pg_stat_activity where application_name = 'portolan pairing'
        and datname = current_database() and wait_event_type = 'Lock'`
      ).length > 0;
    while (runs.find(at.sprintId) && !(await waiting()));
    return deed();
  });

it("pairs a crowd in a thread of its own and says what came of it, until the draft is another", async () => {
  expect(begin()).toBe(true);
  expect(runs.find(at.sprintId)).toMatchObject({ by: "Mireia Puig", step: "reading" });
  await over();
  expect((await draftOf())?.pairs).toMatchObject([{ newcomer: "Kofi Abara", mentor: "Priya Sharma" }]);
  expect(runs.newsOf(at.sprintId, 1)).toMatchObject({ isDone: true, said: expect.stringContaining("best plan") });
  expect(runs.newsOf(at.sprintId, 2)).toBeNull();
  expect(failures).toEqual([]);
});

it("runs once a sprint at a time", async () => {
  await whileItWaits(async () => expect(begin()).toBe(false));
  await over();
});

it("stops at once when it is told to, and leaves everything as it was", async () => {
  expect(await whileItWaits(() => runs.stop(at.sprintId, "Zoë"))).toBe(true);
  expect([runs.find(at.sprintId), await draftOf()]).toEqual([null, null]);
  expect(runs.newsOf(at.sprintId, null)).toMatchObject({
    said: "Zoë stopped the pairing. Everything is as it was before.",
  });
  expect(await runs.stop(at.sprintId, "Zoë")).toBe(false);
});

it("ends with the server, and nothing is left that says it goes on", async () => {
  await whileItWaits(() => runs.close());
  await over();
  expect(await draftOf()).toBeNull();
  expect(begin()).toBe(true);
  await over();
  expect((await draftOf())?.rev).toBe(1);
});

it("that fails is written down, and the organizers are told to run again", async () => {
  begin({ at: { ...at, sprintId: 0 } });
  while (runs.find(0)) await sql`select 1`;
  expect(String(failures[0])).toContain("there is no such sprint");
  expect(runs.newsOf(0, null)?.said).toContain("something went wrong on our side");
});
