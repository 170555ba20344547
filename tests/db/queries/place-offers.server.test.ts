import { beforeEach, expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { join } from "../../../db/queries/memberships.server";
import { letPlacePass, standInLine, takePlace } from "../../../db/queries/own-standing.server";
import { listLapsing, moveLineOn } from "../../../db/queries/place-offers.server";
import { listPreparationsOf, takePreparation } from "../../../db/queries/preparations.server";
import { type RegistrationText, register, withdraw } from "../../../db/queries/registering.server";
import { countRegistrations, findRegistration } from "../../../db/queries/registrations.server";
import { holdSprint } from "../../../db/queries/sprints.server";
import { makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { makeSprint, palafrugell } from "../../support/sprints";
import { TEST_NOW } from "../../support/test-clock";

const { db, sql, setClock } = await testDatabase();
const { mireia, kofi, zoe, priya, omar, django } = await makeCast(db);

const coming: RegistrationText = {
  role: "newcomer",
  days: [palafrugell.startsOn],
  attendance: "on_site",
  timeZone: "UTC",
  weeklyHours: [],
  languages: ["en"],
  skills: [],
  wants: [],
  themes: [],
  firstTime: false,
  seats: null,
  mentorHours: null,
};

let sprintId = 0;
/** A sprint with one place, which Mireia has; Kofi, then Zoë, wait for it. */
beforeEach(async () => {
  await setClock(TEST_NOW);
  sprintId = (await makeSprint(db, django.id, { name: "Small", capacity: 1 })).id;
  for (const person of [mireia, kofi, zoe]) await comes(person);
});

type Tx = Parameters<typeof holdSprint>[0];
const onSprint = <Result>(
  work: (tx: Tx, sprint: NonNullable<Awaited<ReturnType<typeof holdSprint>>>) => Promise<Result>,
) =>
  change(db, stage, "set the stage", async (tx) => {
    const held = await holdSprint(tx, django.id, sprintId);
    if (!held) throw new Error("there is no such sprint");
    return work(tx, held);
  });
const comes = (person: { id: number }, more: Partial<RegistrationText> = {}) =>
  onSprint((tx, held) => register(tx, django.id, held, person.id, { ...coming, ...more }));
const leaves = (person: { id: number }) => onSprint((tx, held) => withdraw(tx, django.id, held, person.id));
const takes = (person: { id: number }) => onSprint((tx, held) => takePlace(tx, django.id, held, person.id));
const passes = (person: { id: number }) => onSprint((tx, held) => letPlacePass(tx, django.id, held, person.id));
const queues = (person: { id: number }) => onSprint((tx, held) => standInLine(tx, django.id, held, person.id));
const movesOn = () => onSprint((tx, held) => moveLineOn(tx, django.id, held));
const later = (hours: number) => setClock(new Date(new Date(TEST_NOW).getTime() + hours * 3_600_000).toISOString());
const how = async (person: { id: number }) => {
  const found = await findRegistration(db, django.id, sprintId, person.id);
  return found && (found.waitingFor ?? "comes");
};

it("a free place is held for the next in line for the hours the sprint says, and nobody passes by", async () => {
  const left = await leaves(mireia);
  expect(left?.news.offered).toMatchObject([{ personId: kofi.id, until: new Date("2026-05-05T09:00:00Z") }]);
  expect([await how(kofi), await how(zoe)]).toEqual(["answer", "place"]);
  expect(await comes(omar)).toMatchObject({ waitingFor: "place", waitingPlace: 2 });
});

it("whoever takes it has it, once, and the line stays as it was", async () => {
  await leaves(mireia);
  const both = await Promise.all([takes(kofi), takes(kofi)]);
  expect(both.map(({ verdict }) => verdict.ok)).toEqual([true, true]);
  expect([await how(kofi), await how(zoe)]).toEqual(["comes", "place"]);
  expect(await sql`select ending from place_offers where sprint_id = ${sprintId}`).toEqual([{ ending: "taken" }]);
  expect((await takes(omar)).verdict).toMatchObject({
    ok: false,
    because: expect.stringContaining("No place is offered"),
  });
});

it("whoever lets it pass makes way at once, keeps their registration, and can stand in line again", async () => {
  await leaves(mireia);
  const passed = await passes(kofi);
  expect(passed).toMatchObject({ verdict: { ok: true }, news: { offered: [{ personId: zoe.id }] } });
  expect([await how(kofi), await how(zoe)]).toEqual(["word", "answer"]);
  expect(await countRegistrations(db, django.id, sprintId)).toMatchObject({ waiting: 1, offered: 1, all: 2 });
  expect(await passes(kofi)).toMatchObject({ verdict: { ok: true }, news: { offered: [] } });
  expect((await takes(kofi)).verdict).toMatchObject({
    ok: false,
    because: expect.stringContaining("held for you no longer"),
  });
  await takes(zoe);
  expect((await passes(zoe)).verdict).toMatchObject({ ok: false, because: expect.stringContaining("withdraw on") });
  expect((await passes(omar)).verdict).toMatchObject({ ok: false, status: 409 });
  expect([(await queues(kofi)).verdict.ok, await how(kofi)]).toEqual([true, "place"]);
});

it("after its hours it is over by the database's clock, and the next in line is asked", async () => {
  await leaves(mireia);
  await later(23.99);
  expect(await listLapsing(db)).not.toContainEqual({ communityId: django.id, slug: "django", sprintId });
  await later(24);
  expect(await listLapsing(db)).toContainEqual({ communityId: django.id, slug: "django", sprintId });
  const late = await takes(kofi);
  expect(late.verdict).toMatchObject({
    ok: false,
    because: expect.stringContaining("This offer is over"),
  });
  expect(late.news.offered).toMatchObject([{ personId: zoe.id, until: new Date("2026-05-06T09:00:00Z") }]);
  expect([await how(kofi), await how(zoe)]).toEqual(["word", "answer"]);
  expect((await takes(zoe)).verdict.ok).toBe(true);
});

it("moves on by itself, however many copies of the app look after it at once", async () => {
  await leaves(mireia);
  await later(25);
  const news = await Promise.all([movesOn(), movesOn(), movesOn()]);
  expect(news.flatMap(({ offered }) => offered.map(({ personId }) => personId))).toEqual([zoe.id]);
});

it("whoever let it pass is not asked again and again, but can stand in line once more", async () => {
  await leaves(mireia);
  await leaves(zoe);
  await later(25);
  expect((await movesOn()).offered).toEqual([]);
  expect((await takes(kofi)).verdict).toMatchObject({ ok: false });
  const again = await queues(kofi);
  expect(again).toMatchObject({
    verdict: { ok: true },
    standing: "answer",
    news: { offered: [{ personId: kofi.id }] },
  });
  expect(await queues(kofi)).toMatchObject({ verdict: { ok: true }, news: { offered: [] } });
  expect((await takes(kofi)).verdict.ok).toBe(true);
  expect((await queues(kofi)).verdict).toMatchObject({ ok: false, status: 409 });
});

it("somebody who withdraws while a place is held for them frees it for the next at once", async () => {
  await leaves(mireia);
  expect((await leaves(kofi))?.news.offered).toMatchObject([{ personId: zoe.id }]);
  expect(await sql`select ending from place_offers where sprint_id = ${sprintId} order by id`).toEqual([
    { ending: "withdrawn" },
    { ending: null },
  ]);
});

it("somebody looks for a mentor, and has found one once that one comes in from the waiting list", async () => {
  await comes(kofi, { role: "mentor", themes: [django.themeId], seats: 2, mentorHours: 6 });
  const nothing = { taskId: null, questionId: null };
  const piece = { ...nothing, kind: "mentor" as const, themeId: django.themeId, sprintId };
  await change(db, { personId: priya.id, requestId: null }, "claim preparation", async (tx) => {
    await join(tx, django.id, priya.id);
    return takePreparation(tx, { ...django, now: new Date(TEST_NOW) }, piece, { personId: priya.id, reached: false });
  });
  const found = async () => (await listPreparationsOf(db, django.id, priya.id)).map(({ reason }) => reason);
  await leaves(mireia);
  expect(await found()).toEqual([null]);
  expect((await takes(kofi)).verdict.ok).toBe(true);
  expect(await found()).toEqual(["finished"]);
});

it("a newcomer to the line does not get what lapsed a moment before, and whoever comes online now need not wait", async () => {
  await leaves(mireia);
  await later(25);
  expect(await comes(priya)).toMatchObject({ waitingFor: "place", news: { offered: [{ personId: zoe.id }] } });
  expect(await comes(zoe, { attendance: "online" })).toMatchObject({
    waitingFor: null,
    news: { offered: [{ personId: priya.id }] },
  });
});

it("while the sprint is on a place is held for two hours, and after it nobody is asked", async () => {
  await setClock("2026-05-08T09:00:00Z");
  const left = await leaves(mireia);
  expect(left?.news.offered).toMatchObject([{ until: new Date("2026-05-08T11:00:00Z") }]);
  await setClock("2026-05-10T09:00:00Z");
  expect((await movesOn()).offered).toEqual([]);
  expect((await takes(zoe)).verdict).toMatchObject({ ok: false, because: expect.stringContaining("is over") });
});
