import { describe, expect, it } from "vitest";
import { healthOf } from "../../../app/domain/pairs/health";
import type { CheckInMood } from "../../../app/domain/sprint/words";
import { change } from "../../../db/queries/change.server";
import { addCheckIn, listCheckIns } from "../../../db/queries/check-ins.server";
import { endClaim } from "../../../db/queries/claim-endings.server";
import { claimTask, findHolder } from "../../../db/queries/claims.server";
import { addLockIn, listLockIns } from "../../../db/queries/lock-ins.server";
import { listClaimsAtSprint, listStandings, listWishedThemes } from "../../../db/queries/overview.server";
import { endPair } from "../../../db/queries/pair-endings.server";
import {
  findPair,
  listPairsOfMentor,
  listPairsOfPerson,
  listTrackedPairs,
} from "../../../db/queries/pair-tracking.server";
import { pageOfRegistrations, type RegistrationPart } from "../../../db/queries/registrations.server";
import { findSprint } from "../../../db/queries/sprints.server";
import { type Cast, makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { comeTo, makePair } from "../../support/pairs";
import { TEST_NOW } from "../../support/test-clock";

const { db, sql, setClock, stageOnce } = await testDatabase();
let cast: Cast;
let pairId: number;
let sprintId: number;

stageOnce(async () => {
  cast = await makeCast(db);
  pairId = await makePair(db, cast.django, cast.kofi, cast.priya);
  sprintId = (await findSprint(db, cast.django.id, cast.django.sprint))?.id ?? 0;
});

const later = (hours: number) => new Date(new Date(TEST_NOW).getTime() + hours * 3_600_000);
const at = (hours: number) => setClock(later(hours).toISOString());
const checkIn = (person: { id: number }, mood: CheckInMood, more: { blocks?: string; nextAt?: Date } = {}) =>
  change(db, { personId: person.id, requestId: null }, "check in", (tx) =>
    addCheckIn(
      tx,
      { communityId: cast.django.id, pairId, authorId: person.id },
      { mood, blocks: "", nextAt: null, ...more },
    ),
  );
const end = (by: { id: number }, note = "") =>
  change(db, { personId: by.id, requestId: null }, "end pair", (tx) =>
    endPair(tx, { communityId: cast.django.id, id: pairId }, { reason: "not_a_fit", note, endedBy: by.id }),
  );
const tracked = async () => {
  const pair = await findPair(db, cast.django.id, pairId);
  if (!pair) throw new Error("the pair is missing");
  return pair;
};
const health = async (hours: number) => healthOf(await tracked(), later(hours));

describe("a pair's health as it is read from the tables", () => {
  it("waits for a hello, goes well, is stuck since the first of a row, and is quiet after two days", async () => {
    expect(await health(1)).toEqual({ is: "new", since: later(0) });
    await at(1);
    await checkIn(cast.priya, "well");
    expect(await health(1)).toEqual({ is: "well", since: later(1) });
    await at(2);
    await checkIn(cast.kofi, "stuck", { blocks: "The tests do not start." });
    await at(5);
    await checkIn(cast.kofi, "stuck", { blocks: "Still not." });
    expect(await health(6)).toEqual({ is: "stuck", since: later(2) });
    await at(6);
    await checkIn(cast.priya, "slow");
    expect(await health(7)).toEqual({ is: "slow", since: later(6) });
    await at(7);
    await checkIn(cast.kofi, "stuck", { blocks: "Again." });
    expect(await health(8)).toEqual({ is: "stuck", since: later(7) });
    await checkIn(cast.priya, "well");
    expect(await health(7 + 49)).toEqual({ is: "quiet", since: later(7) });
  });

  it("a task taken or finished by the newcomer is news, one freed by an organizer is not", async () => {
    await checkIn(cast.priya, "well");
    const [number = 0] = cast.django.ready;
    await at(40);
    await claimTask(db, stage, cast.django, number, { personId: cast.kofi.id, note: "" });
    expect((await tracked()).newsAt).toEqual(later(40));
    expect((await tracked()).tasks).toEqual([
      { number, title: "Name hasher one", expiresAt: later(40 + cast.django.claimHours) },
    ]);
    await at(60);
    const holder = await findHolder(db, cast.django.id, cast.django.ids.get(number) ?? 0);
    await change(db, stage, "end claim", (tx) =>
      endClaim(
        tx,
        { communityId: cast.django.id, id: holder?.claimId ?? 0 },
        { reason: "removed", note: "", endedBy: cast.mireia.id },
      ),
    );
    expect(await tracked()).toMatchObject({ newsAt: later(40), tasks: [] });
  });

  it("a lock-in to come keeps a pair from being quiet, until it is over", async () => {
    await checkIn(cast.priya, "well");
    const lockIn = { title: "Hashers", startsAt: later(70), endsAt: later(72), place: "Table 3", doneWhen: "Merged" };
    const by = { communityId: cast.django.id, sprintId, pairId, madeBy: cast.kofi.id };
    expect(await change(db, stage, "book lock-in", (tx) => addLockIn(tx, by, lockIn))).toBe(true);
    expect(await listLockIns(db, cast.django.id, pairId)).toMatchObject([lockIn]);
    expect((await health(71)).is).toBe("well");
    expect((await health(73)).is).toBe("quiet");
  });
});

describe("ending a pair", () => {
  it("frees the mentor's seat, keeps why and by whom, and leaves everything to be read", async () => {
    await checkIn(cast.priya, "well", { blocks: "Hello" });
    await at(3);
    expect(await end(cast.kofi, "We wanted different things.")).toMatchObject({ id: pairId, known: true, lockIns: 0 });
    expect((await tracked()).ending).toEqual({
      reason: "not_a_fit",
      note: "We wanted different things.",
      by: cast.kofi.name,
      at: later(3),
    });
    expect(await listCheckIns(db, cast.django.id, pairId)).toHaveLength(1);
    expect(await listPairsOfPerson(db, cast.kofi.id)).toEqual([]);
    expect(await listPairsOfMentor(db, cast.django.id, sprintId, cast.priya.id)).toHaveLength(1);
    const again = await makePair(db, cast.django, cast.kofi, cast.priya);
    expect(again).not.toBe(pairId);
    expect(await sql`select seat from pairs where ended_at is null`).toEqual([{ seat: 1 }]);
  });

  it("happens once, however many do it in one moment", async () => {
    const people = [cast.kofi, cast.priya, cast.mireia, cast.kofi, cast.priya, cast.mireia];
    const outcomes = await Promise.all(people.map((person) => end(person)));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await sql`select count(*)::int from pair_endings`).toEqual([{ count: 1 }]);
  });

  it("calls off the lock-ins that have not begun, and takes neither check-in nor booking any more", async () => {
    const by = { communityId: cast.django.id, sprintId, pairId, madeBy: cast.kofi.id };
    const lockIn = (hours: number) => ({
      title: `After ${hours}`,
      startsAt: later(hours),
      endsAt: later(hours + 2),
      place: "Table 3",
      doneWhen: "Merged",
    });
    await change(db, stage, "book lock-in", (tx) => addLockIn(tx, by, lockIn(1)));
    await change(db, stage, "book lock-in", (tx) => addLockIn(tx, by, lockIn(30)));
    await at(2);
    await end(cast.priya);
    expect((await listLockIns(db, cast.django.id, pairId)).map(({ title }) => title)).toEqual(["After 1"]);
    expect(await checkIn(cast.kofi, "well")).toBe(false);
    expect(await change(db, stage, "book lock-in", (tx) => addLockIn(tx, by, lockIn(40)))).toBe(false);
    expect(await sql`select count(*)::int from check_ins`).toEqual([{ count: 0 }]);
  });
});

it("a pair of one community is not there in another", async () => {
  expect(await findPair(db, cast.wagtail.id, pairId)).toBeNull();
  expect(await listCheckIns(db, cast.wagtail.id, pairId)).toEqual([]);
  expect(await listTrackedPairs(db, cast.wagtail.id, sprintId)).toEqual([]);
});

it("what a check-in says stays out of the audit trail, and that there was one is in it", async () => {
  await checkIn(cast.kofi, "stuck", { blocks: "My laptop is broken." });
  await end(cast.kofi, "I am tired.");
  const trail = await sql<{ action: string; after: string }>`
    select action, after::text from audit_rows where object in ('check_ins', 'pair_endings') order by id`;
  expect(trail.map(({ action }) => action)).toEqual(["check in", "end pair"]);
  expect(trail.map(({ after }) => after).join()).not.toMatch(/laptop|tired|stuck/);
});

describe("the overview", () => {
  it("counts a mentor's pairs and the tasks they are named on outside one", async () => {
    const [inPair = 0, outside = 0] = cast.django.ready;
    await change(db, stage, "name mentor", (tx) =>
      tx.execute(
        `update tasks set mentor_id = ${cast.priya.id} where community_id = ${cast.django.id} and number in (${inPair}, ${outside})`,
      ),
    );
    const priya = async () => (await listStandings(db, cast.django.id, sprintId)).find(({ role }) => role === "mentor");
    expect(await priya()).toMatchObject({ name: cast.priya.name, pairs: 1, namedTasks: 2 });
    await claimTask(db, stage, cast.django, inPair, { personId: cast.kofi.id, note: "" });
    expect(await priya()).toMatchObject({ pairs: 1, namedTasks: 1 });
    await claimTask(db, stage, cast.django, outside, { personId: cast.zoe.id, note: "" });
    expect(await priya()).toMatchObject({ pairs: 1, namedTasks: 1 });
    await end(cast.kofi);
    expect(await priya()).toMatchObject({ pairs: 0, namedTasks: 2 });
  });

  it("sets ready tasks against the newcomers who wish for them, and lists what people of the sprint hold", async () => {
    const themes = [cast.django.themeId];
    await comeTo(db, cast.django, [{ person: cast.zoe, more: { themes } }]);
    expect(await listWishedThemes(db, cast.django.id, sprintId, 50)).toEqual([
      { slug: cast.django.themeSlug, title: "Modernise Django auth", ready: 6, wishes: 1, first: 1 },
    ]);
    const [number = 0] = cast.django.ready;
    await claimTask(db, stage, cast.django, number, { personId: cast.kofi.id, note: "" });
    expect(await listWishedThemes(db, cast.django.id, sprintId, 50)).toMatchObject([{ ready: 5 }]);
    expect(await listClaimsAtSprint(db, cast.django.id, sprintId)).toMatchObject([{ number, name: cast.kofi.name }]);
    expect(await listClaimsAtSprint(db, cast.wagtail.id, sprintId)).toEqual([]);
  });

  it("says why the plan leaves somebody waiting", async () => {
    const { ids } = await comeTo(db, cast.django, [{ person: cast.zoe }]);
    await change(db, stage, "run plan", async (tx) => {
      await tx.execute(`insert into plans (community_id, sprint_id) values (${cast.django.id}, ${sprintId})`);
      await tx.execute(`insert into planned_waits (community_id, sprint_id, plan_id, newcomer_id, because)
        select community_id, sprint_id, id, ${ids[0]}, 'No mentor speaks Swedish.' from plans`);
    });
    const zoe = (await listStandings(db, cast.django.id, sprintId)).find(({ name }) => name === cast.zoe.name);
    expect(zoe).toMatchObject({ pairs: 0, because: "No mentor speaks Swedish." });
  });

  it("has a list behind each of its numbers of people: newcomers, mentors, those in line", async () => {
    const list = async (part: RegistrationPart | null) =>
      (await pageOfRegistrations(db, cast.django.id, sprintId, { limit: 50, offset: 0, part })).map(({ name }) => name);
    await change(db, stage, "set the stage", (tx) => tx.execute("update sprints set capacity = 1"));
    const onSite = { attendance: "on_site" as const };
    await comeTo(db, cast.django, [
      { person: cast.zoe, more: onSite },
      { person: cast.omar, more: onSite },
    ]);
    expect(await list("newcomer")).toEqual([cast.kofi.name, cast.zoe.name]);
    expect(await list("mentor")).toEqual([cast.priya.name]);
    expect(await list("waiting")).toEqual([cast.omar.name]);
    expect(await list(null)).toHaveLength(4);
  });
});
