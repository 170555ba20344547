import { sql as drizzleSql } from "drizzle-orm";
import { expect, it } from "vitest";
import { pairingDefaults } from "../../../app/domain/pairing/settings";
import { change } from "../../../db/queries/change.server";
import { findPairing } from "../../../db/queries/pairing.server";
import { listPartners } from "../../../db/queries/partners.server";
import { runPlan } from "../../../db/queries/planning.server";
import { findDraft } from "../../../db/queries/plans.server";
import { findSprint, storePairingSettings } from "../../../db/queries/sprints.server";
import { type Cast, makeCast } from "../../support/cast";
import { comes, newcomersCome, sprintOf } from "../../support/crowd";
import { testDatabase } from "../../support/database";

const { db, stageOnce } = await testDatabase();
let cast: Cast;
let at: { communityId: number; sprintId: number; personId: number };

stageOnce(async () => {
  cast = await makeCast(db);
  const sprint = await sprintOf(db, cast.django);
  at = { communityId: cast.django.id, sprintId: sprint.id, personId: cast.mireia.id };
});

const doer = () => ({ personId: at.personId, requestId: "test" });
const partner = async (id: number) =>
  (await listPartners(db, at.communityId, at.sprintId)).find((one) => one.id === id);
const write = (statement: ReturnType<typeof drizzleSql>) => change(db, doer(), "test", (tx) => tx.execute(statement));

it("whom somebody wishes for, and that a mentor pauses, reach the pairing", async () => {
  const priya = await comes(db, cast.django, "Priya Sharma", { seats: 2 });
  const [kofi] = await newcomersCome(db, cast.django, 1);
  await write(drizzleSql`insert into wished_people (community_id, sprint_id, registration_id, other_id)
    values (${at.communityId}, ${at.sprintId}, ${kofi?.registrationId}, ${priya.registrationId})`);
  expect(await partner(kofi?.registrationId ?? 0)).toMatchObject({ wishes: [priya.registrationId], workedWith: [] });
  expect(await partner(priya.registrationId)).toMatchObject({ paused: false, namedTasks: 0 });
  await write(drizzleSql`update registrations set paused_at = app_now() where id = ${priya.registrationId}`);
  expect(await runPlan(db, doer(), at, null)).toMatchObject({ is: "done" });
  expect(await findDraft(db, at.communityId, at.sprintId)).toMatchObject({ pairs: [], waits: [expect.anything()] });
});

it("what a sprint has set about its pairing is what its pairing goes by", async () => {
  const settings = { ...pairingDefaults, seatCosts: [0, 0, 50], keepBonus: 3 };
  const set = { pairing: settings, pairHours: 2, taskHours: 1 };
  const { slug, rev } = await sprintOf(db, cast.django);
  const key = { communityId: at.communityId, id: at.sprintId, rev };
  expect(await change(db, doer(), "set pairing", (tx) => storePairingSettings(tx, key, set))).toBe(true);
  expect(await change(db, doer(), "set pairing", (tx) => storePairingSettings(tx, key, set))).toBe(false);
  const sprint = await findSprint(db, at.communityId, slug);
  if (!sprint) throw new Error("there is no sprint");
  expect((await findPairing(db, at.communityId, sprint)).settings).toEqual(settings);
});
