import { afterAll, expect, it } from "vitest";
import { engine } from "../../../app/domain/plans/engine";
import { CrowdReader } from "../../../app/jobs/crowd-reader.server";
import { planReadings } from "../../../app/jobs/plan-readings.server";
import { findPairing } from "../../../db/queries/pairing.server";
import { runPlan } from "../../../db/queries/planning.server";
import { findSprint } from "../../../db/queries/sprints.server";
import { type Cast, makeCast, stage } from "../../support/cast";
import { type Comer, comes, sprintOf } from "../../support/crowd";
import { testDatabase } from "../../support/database";

const { db, address, stageOnce, now } = await testDatabase();
const reader = new CrowdReader({ database: address });
let cast: Cast;
let kofi: Comer;

stageOnce(async () => {
  cast = await makeCast(db);
  await comes(db, cast.django, "Priya Sharma", { seats: 1 });
  kofi = await comes(db, cast.django, "Kofi Abara");
  await comes(db, cast.django, "Ana Villa");
  const at = { communityId: cast.django.id, sprintId: (await sprintOf(db, cast.django)).id, personId: cast.mireia.id };
  await runPlan(db, stage, at, null);
});
afterAll(() => reader.close());

const here = async () => ({ community: cast.django, sprint: await sprintOf(db, cast.django) });
const look = () => ({ page: { mentors: 1, waits: 1 }, newcomerId: kofi.registrationId, now: new Date(now()) });
const seats = async () =>
  (await reader.ask(await here(), "seats", { newcomerId: kofi.registrationId })).map(({ mentorId }) => mentorId);

it("reads in a thread of its own just what would be read within the request", async () => {
  const sprint = await findSprint(db, cast.django.id, cast.django.sprint);
  if (!sprint) throw new Error("there is no sprint");
  const pairing = await findPairing(db, cast.django.id, sprint);
  const known = {
    db,
    communityId: cast.django.id,
    pairing,
    engine,
    once: <Found>(_: string, work: () => Found) => work(),
  };
  const table = await reader.ask(await here(), "table", look());
  expect(table).toEqual(await planReadings.table(known, look()));
  expect(table).toMatchObject({ waiting: 1, mentorCount: 1, open: { newcomer: "Kofi Abara" } });
  const tried = {
    settings: sprint.pairing ?? (await import("../../../app/domain/pairing/settings")).pairingDefaults,
    costs: {},
  };
  expect(await reader.ask(await here(), "preview", tried)).toEqual(planReadings.preview(known, tried));
  expect(await reader.ask(await here(), "report", {})).toEqual(await planReadings.report(known, {}));
});

it("knows of a mentor who came after it was asked before", async () => {
  const before = await seats();
  const lin = await comes(db, cast.django, "Lin Tamm", { seats: 1 });
  expect((await seats()).filter((id) => !before.includes(id))).toEqual([lin.registrationId]);
});

it("says what went wrong, and answers the next question; ended, it begins anew", async () => {
  await expect(reader.ask(await here(), "nothing" as "seats", { newcomerId: 1 })).rejects.toThrow(
    "read is not a function",
  );
  expect(await seats()).toHaveLength(0);
  const unanswered = reader.ask(await here(), "table", look());
  const gone = expect(unanswered).rejects.toThrow("has ended");
  const at = await here();
  const closing = reader.close();
  expect(await reader.ask(at, "table", look())).toMatchObject({ mentorCount: 1 });
  await Promise.all([gone, closing]);
});
