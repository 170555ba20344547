import { describe, expect, it } from "vitest";
import type { ClaimEnding } from "../../../app/domain/claims/endings";
import { change } from "../../../db/queries/change.server";
import { endClaim, endClaimsOfFinished } from "../../../db/queries/claim-endings.server";
import {
  claimTask,
  countActiveClaims,
  findHolder,
  listClaimsOfPerson,
  listHandOvers,
} from "../../../db/queries/claims.server";
import { findRole } from "../../../db/queries/memberships.server";
import type { Person } from "../../../db/queries/people.server";
import { deleteFreeTask } from "../../../db/queries/task-deletion.server";
import { addBlockers, finishTask } from "../../../db/queries/task-writing.server";
import { findTask } from "../../../db/queries/tasks.server";
import { deleteTheme } from "../../../db/queries/theme-writing.server";
import { type Cast, enter, makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { TEST_NOW } from "../../support/test-clock";

const { db, sql, setClock, stageOnce } = await testDatabase();
let cast: Cast;
let one: number;
let two: number;
let three: number;

stageOnce(async () => {
  cast = await makeCast(db);
  [one = 0, two = 0, three = 0] = cast.django.ready;
});

const later = (hours: number, seconds = 0) =>
  new Date(new Date(TEST_NOW).getTime() + hours * 3_600_000 + seconds * 1_000).toISOString();
const idOf = (number: number) => cast.django.ids.get(number) ?? 0;
const claim = (person: Person, number: number, note = "") =>
  claimTask(db, { personId: person.id, requestId: null }, cast.django, number, { personId: person.id, note });
const holderOf = async (number: number) => (await findHolder(db, cast.django.id, idOf(number)))?.name ?? null;

async function end(person: Person, number: number, reason: ClaimEnding, note = "") {
  const holder = await findHolder(db, cast.django.id, idOf(number));
  const key = { communityId: cast.django.id, id: holder?.claimId ?? 0 };
  return change(db, { personId: person.id, requestId: null }, "release task", (tx) =>
    endClaim(tx, key, { reason, note, endedBy: person.id }),
  );
}

/** What must never be: rows that two people would fight over. Each query of it returns nothing in a sound database. */
const doubles = () => sql`
  select community_id, task_id from claims where ended_at is null and expires_at > app_now()
  group by community_id, task_id having count(*) > 1`;
const overLimit = () => sql`
  select c.person_id from claims c join communities on communities.id = c.community_id
  where c.ended_at is null and c.expires_at > app_now()
  group by c.community_id, c.person_id, communities.active_claims having count(*) > communities.active_claims`;
const halfEnded = () => sql`
  select c.id from claims c left join claim_endings e on e.community_id = c.community_id and e.claim_id = c.id
  where (c.ended_at is null) <> (e.claim_id is null)`;

async function expectSound() {
  expect({ doubles: await doubles(), overLimit: await overLimit(), halfEnded: await halfEnded() }).toEqual({
    doubles: [],
    overLimit: [],
    halfEnded: [],
  });
}

describe("the clock of a claim", () => {
  it("holds the task for 72 hours, and not a moment longer", async () => {
    expect(await claim(cast.zoe, one)).toEqual({ ok: true, expiresAt: new Date(later(72)) });
    await setClock(later(72, -1));
    expect(await holderOf(one)).toBe("Zoë Lindqvist");
    expect(await findTask(db, cast.django.id, one)).toMatchObject({ holderId: cast.zoe.id });
    await setClock(later(72));
    expect(await holderOf(one)).toBeNull();
    expect(await findTask(db, cast.django.id, one)).toMatchObject({ holderId: null, holderName: null });
  });

  it("is the community's own", async () => {
    const quick = { ...cast.django, claimHours: 1 };
    const outcome = await claimTask(db, stage, quick, one, { personId: cast.zoe.id, note: "" });
    expect(outcome).toEqual({ ok: true, expiresAt: new Date(later(1)) });
  });

  it("when it has run out, the next person's claim writes down when, and starts a full clock", async () => {
    await claim(cast.zoe, one);
    await setClock(later(100));
    expect(await claim(cast.priya, one)).toEqual({ ok: true, expiresAt: new Date(later(172)) });
    const endings = await sql`
      select e.reason, e.note, e.ended_by, e.ended_at = c.expires_at as on_time, c.ended_at = c.expires_at as same
      from claim_endings e join claims c on c.community_id = e.community_id and c.id = e.claim_id`;
    expect(endings).toEqual([{ reason: "expired", note: "", ended_by: null, on_time: true, same: true }]);
    expect(await holderOf(one)).toBe("Priya Sharma");
    await expectSound();
  });

  it("when it has run out, its holder can claim the same task again", async () => {
    await claim(cast.zoe, one);
    await setClock(later(72));
    expect(await claim(cast.zoe, one)).toMatchObject({ ok: true });
    await expectSound();
  });

  it("when it has run out, it takes up none of its holder's slots", async () => {
    await claim(cast.zoe, one);
    await claim(cast.zoe, two);
    expect(await claim(cast.zoe, three)).toMatchObject({ ok: false });
    await setClock(later(72));
    expect(await countActiveClaims(db, cast.django.id, cast.zoe.id)).toBe(0);
    expect(await claim(cast.zoe, three)).toMatchObject({ ok: true });
    const expired = await sql`select reason from claim_endings`;
    expect(expired.map(({ reason }) => reason)).toEqual(["expired", "expired"]);
    await expectSound();
  });

  it("once it has run out, nobody ends the claim any more", async () => {
    await claim(cast.zoe, one);
    const holder = await findHolder(db, cast.django.id, idOf(one));
    await setClock(later(72));
    const ended = await change(db, stage, "release task", (tx) =>
      endClaim(
        tx,
        { communityId: cast.django.id, id: holder?.claimId ?? 0 },
        { reason: "finished", note: "", endedBy: cast.zoe.id },
      ),
    );
    expect(ended).toBe(false);
    expect(await sql`select * from claim_endings`).toEqual([]);
  });
});

describe("who gets a task", () => {
  it("somebody who is no member becomes one by claiming", async () => {
    expect(await findRole(db, cast.django.id, cast.kofi.id)).toBeNull();
    await claim(cast.kofi, one, "I begin with the tests.");
    expect(await findRole(db, cast.django.id, cast.kofi.id)).toBe("member");
    expect(await sql`select note, slot from claims`).toEqual([{ note: "I begin with the tests.", slot: 1 }]);
  });

  it("an organizer who claims stays an organizer", async () => {
    await claim(cast.mireia, one);
    expect(await findRole(db, cast.django.id, cast.mireia.id)).toBe("organizer");
  });

  it("whoever is refused has not become a member, and nothing was written", async () => {
    await claim(cast.zoe, one);
    const [before] = await sql`select count(*)::int as rows from audit_rows`;
    const outcome = await claim(cast.kofi, one);
    expect(outcome).toMatchObject({
      ok: false,
      verdict: { status: 409, because: expect.stringContaining("Zoë Lindqvist holds this task now") },
      holder: { personId: cast.zoe.id, expiresAt: new Date(later(72)) },
    });
    expect(await findRole(db, cast.django.id, cast.kofi.id)).toBeNull();
    expect((await sql`select count(*)::int as rows from audit_rows`)[0]).toEqual(before);
  });

  it("a third task at a time is refused at a limit of two, and taken at three", async () => {
    await claim(cast.zoe, one);
    await claim(cast.zoe, two);
    expect(await claim(cast.zoe, three)).toMatchObject({
      ok: false,
      verdict: { because: expect.stringContaining("You hold 2 tasks now") },
    });
    const generous = { ...cast.django, activeClaims: 3 };
    expect(await claimTask(db, stage, generous, three, { personId: cast.zoe.id, note: "" })).toMatchObject({
      ok: true,
    });
  });

  it("claims in another community do not count", async () => {
    await claim(cast.zoe, one);
    await claim(cast.zoe, two);
    const there = await claimTask(db, stage, cast.wagtail, cast.wagtail.ready[0] ?? 0, {
      personId: cast.zoe.id,
      note: "",
    });
    expect(there).toMatchObject({ ok: true });
  });

  it("only tasks that are there, ready, of a theme that goes on", async () => {
    const { unready, finished, deleted } = cast.django;
    expect(await claim(cast.zoe, 9_999)).toBeNull();
    expect(await claim(cast.zoe, deleted)).toBeNull();
    expect(await claim(cast.zoe, cast.wagtail.ready[0] ?? 0)).toBeNull();
    expect(await claim(cast.zoe, unready)).toMatchObject({
      ok: false,
      verdict: { because: expect.stringMatching(/cannot be claimed yet/) },
    });
    expect(await claim(cast.zoe, finished)).toMatchObject({
      ok: false,
      verdict: { because: expect.stringMatching(/is finished/) },
    });
    for (const state of ["parked", "done"]) {
      await change(db, stage, "edit theme", (tx) =>
        tx.execute(`update themes set state = '${state}' where community_id = ${cast.django.id}`),
      );
      expect(await claim(cast.zoe, one)).toMatchObject({
        ok: false,
        verdict: { because: expect.stringMatching(/is parked/) },
      });
    }
    await change(db, stage, "delete theme", (tx) =>
      deleteTheme(tx, cast.django.id, cast.django.themeId, cast.mireia.id),
    );
    expect(await claim(cast.zoe, one)).toBeNull();
    expect(await sql`select * from claims`).toEqual([]);
  });

  it("a task that waits is free for the taking once what it waits for is finished", async () => {
    await change(db, stage, "edit task", (tx) =>
      addBlockers(tx, cast.django.id, [idOf(two), idOf(three)], [idOf(one)]),
    );
    expect(await claim(cast.zoe, two)).toMatchObject({
      ok: false,
      verdict: { because: expect.stringContaining("It waits for “Name hasher one”") },
    });
    await change(db, stage, "finish task", (tx) => finishTask(tx, cast.django.id, idOf(one)));
    expect(await claim(cast.zoe, two)).toMatchObject({ ok: true });
    expect(await claim(cast.kofi, three)).toMatchObject({ ok: true });
  });
});

describe("handing a task back", () => {
  it("keeps the note for whoever comes next, who gets a full clock", async () => {
    await claim(cast.zoe, one);
    await setClock(later(50));
    expect(await end(cast.zoe, one, "released", "The tests are written, the docs are not.")).toBe(true);
    expect(await holderOf(one)).toBeNull();
    await setClock(later(60));
    expect(await claim(cast.kofi, one)).toEqual({ ok: true, expiresAt: new Date(later(132)) });
    expect(await listHandOvers(db, cast.django.id, idOf(one))).toMatchObject([
      {
        name: "Zoë Lindqvist",
        reason: "released",
        note: "The tests are written, the docs are not.",
        endedAt: new Date(later(50)),
      },
    ]);
    await expectSound();
  });

  it("happens once, however often it is pressed", async () => {
    await claim(cast.zoe, one);
    const holder = await findHolder(db, cast.django.id, idOf(one));
    const key = { communityId: cast.django.id, id: holder?.claimId ?? 0 };
    const pressed = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        change(db, stage, "release task", (tx) =>
          endClaim(tx, key, { reason: "released", note: `${i}`, endedBy: cast.zoe.id }),
        ),
      ),
    );
    expect(pressed.filter(Boolean)).toHaveLength(1);
    expect(await sql`select * from claim_endings`).toHaveLength(1);
  });

  it("is not done with a claim of another community", async () => {
    await claim(cast.zoe, one);
    const holder = await findHolder(db, cast.django.id, idOf(one));
    const ended = await change(db, stage, "release task", (tx) =>
      endClaim(
        tx,
        { communityId: cast.wagtail.id, id: holder?.claimId ?? 0 },
        { reason: "removed", note: "", endedBy: cast.omar.id },
      ),
    );
    expect([ended, await holderOf(one)]).toEqual([false, "Zoë Lindqvist"]);
  });

  it("an organizer frees a task under their own name", async () => {
    await claim(cast.zoe, one);
    expect(await end(cast.mireia, one, "removed", "Zoë is on holiday.")).toBe(true);
    expect(await sql`select reason, ended_by::int from claim_endings`).toEqual([
      { reason: "removed", ended_by: cast.mireia.id },
    ]);
    expect(await claim(cast.kofi, one)).toMatchObject({ ok: true });
  });

  it("the database knows when a claim ended once: ending and claim cannot disagree", async () => {
    await claim(cast.zoe, one);
    const wrong = change(db, stage, "release task", (tx) =>
      tx.execute(
        `insert into claim_endings (community_id, claim_id, reason, ended_at) select community_id, id, 'released', app_now() from claims`,
      ),
    );
    await expect(wrong).rejects.toThrow();
  });

  it("tasks that turn out to be finished are held by nobody", async () => {
    await claim(cast.zoe, one);
    await claim(cast.kofi, two);
    await claim(cast.zoe, three);
    await change(db, stage, "import roadmap", (tx) =>
      endClaimsOfFinished(tx, cast.django.id, [idOf(one), idOf(two)], null),
    );
    expect([await holderOf(one), await holderOf(two), await holderOf(three)]).toEqual([null, null, "Zoë Lindqvist"]);
    expect(await sql`select distinct reason from claim_endings`).toEqual([{ reason: "finished" }]);
    await expectSound();
  });
});

it("a person's work lists what they hold first, the most urgent on top, then what was", async () => {
  await claim(cast.zoe, one);
  await end(cast.zoe, one, "released");
  await setClock(later(1));
  await claim(cast.zoe, two);
  await setClock(later(2));
  await claimTask(db, stage, cast.wagtail, cast.wagtail.ready[0] ?? 0, { personId: cast.zoe.id, note: "" });
  await claim(cast.kofi, three);
  const listed = await listClaimsOfPerson(db, cast.zoe.id);
  expect(listed.map(({ communitySlug, number, holds, reason }) => [communitySlug, number, holds, reason])).toEqual([
    ["django", two, true, null],
    ["wagtail", cast.wagtail.ready[0], true, null],
    ["django", one, false, "released"],
  ]);
});

describe("at the same moment", () => {
  const crowd = (count: number) =>
    change(db, stage, "set the stage", async (tx) => {
      const people = [];
      for (let i = 0; i < count; i += 1)
        people.push(
          await enter(tx, `P${"abcdefghijklmnopqrstuvwxyz"[i % 26]}${"abcdefghij"[Math.floor(i / 26)]} Newcomer`),
        );
      return people;
    });

  it("of thirty people who want one task one gets it, and the others are told who", async () => {
    const people = await crowd(30);
    const outcomes = await Promise.all(people.map((person) => claim(person, one)));
    const winners = people.filter((_, i) => outcomes[i]?.ok);
    expect(winners).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome && !outcome.ok) expect(outcome.verdict.because).toContain(`${winners[0]?.name} holds this task now`);
    }
    expect(
      await sql`select person_id::int as id from memberships where person_id = any(${people.map(({ id }) => id)})`,
    ).toEqual([{ id: winners[0]?.id }]);
    await expectSound();
  });

  it("somebody with one slot left who presses twice gets one of the two", async () => {
    for (let round = 0; round < 5; round += 1) {
      await claim(cast.zoe, one);
      const both = await Promise.all([claim(cast.zoe, two), claim(cast.zoe, three)]);
      expect(both.filter((outcome) => outcome?.ok)).toHaveLength(1);
      const refused = both.find((outcome) => outcome && !outcome.ok);
      expect(refused).toMatchObject({
        verdict: { status: 409, because: expect.stringContaining("You hold 2 tasks now") },
      });
      await expectSound();
      for (const number of [one, two, three]) await end(cast.mireia, number, "removed");
    }
  });

  it("somebody with both slots free who presses twice gets both", async () => {
    for (let round = 0; round < 5; round += 1) {
      const both = await Promise.all([claim(cast.zoe, two), claim(cast.zoe, three)]);
      expect(both.map((outcome) => outcome?.ok)).toEqual([true, true]);
      for (const number of [two, three]) await end(cast.zoe, number, "released");
    }
    await expectSound();
  });

  it("a task whose holder's time is up goes to one of those who come for it", async () => {
    const people = await crowd(20);
    await claim(cast.zoe, one);
    await setClock(later(72));
    const outcomes = await Promise.all(people.map((person) => claim(person, one)));
    expect(outcomes.filter((outcome) => outcome?.ok)).toHaveLength(1);
    expect(await sql`select reason from claim_endings`).toEqual([{ reason: "expired" }]);
    await expectSound();
  });

  it("two people whose time is up on each other's wish do not wait for each other", async () => {
    for (let round = 0; round < 5; round += 1) {
      await sql`truncate claims cascade`;
      await setClock(TEST_NOW);
      await claim(cast.zoe, one);
      await claim(cast.kofi, two);
      await setClock(later(72));
      const both = await Promise.all([claim(cast.zoe, two), claim(cast.kofi, one)]);
      expect(both.map((outcome) => outcome?.ok)).toEqual([true, true]);
      await expectSound();
    }
  });

  it("a task is claimed or deleted, never both", async () => {
    const outcomes = new Set<string>();
    for (const number of cast.django.ready) {
      const [claimed, deleted] = await Promise.all([
        claim(cast.kofi, number),
        change(db, stage, "delete task", (tx) => deleteFreeTask(tx, cast.django.id, idOf(number), cast.mireia.id)),
      ]);
      const got = claimed?.ok ?? false;
      expect([got, deleted.ok]).toEqual([got, !got]);
      if (!got) expect(claimed).toBeNull();
      const [task] =
        await sql`select deleted_at is not null as gone from tasks where community_id = ${cast.django.id} and number = ${number}`;
      expect(task?.gone).toBe(!got);
      outcomes.add(got ? "claimed" : "deleted");
      if (got) await end(cast.kofi, number, "released");
    }
    expect(outcomes.size).toBeGreaterThan(0);
  });

  it("a task is claimed or its theme is deleted, never both", async () => {
    const [claimed, deleted] = await Promise.all([
      claim(cast.kofi, one),
      change(db, stage, "delete theme", (tx) => deleteTheme(tx, cast.django.id, cast.django.themeId, cast.mireia.id)),
    ]);
    expect(claimed?.ok ?? false).toBe(!deleted.ok);
    await expectSound();
  });
});

describe("what stands behind it", () => {
  const insert = (task: number, person: Person, slot: number) =>
    change(db, stage, "claim task", (tx) =>
      tx.execute(`insert into claims (community_id, task_id, person_id, slot, expires_at)
        values (${cast.django.id}, ${idOf(task)}, ${person.id}, ${slot}, app_now() + interval '72 hours')`),
    );

  it("the database itself refuses a second open claim of a task, and of a slot", async () => {
    await insert(one, cast.zoe, 1);
    await expect(insert(one, cast.priya, 1)).rejects.toMatchObject({ cause: { constraint_name: "claims_one_a_task" } });
    await expect(insert(two, cast.zoe, 1)).rejects.toMatchObject({ cause: { constraint_name: "claims_one_a_slot" } });
    await insert(two, cast.zoe, 2);
  });

  it("the database takes no claim of somebody who is no member, or in a slot there cannot be", async () => {
    await expect(insert(one, cast.kofi, 1)).rejects.toMatchObject({ cause: { constraint_name: "claims_person" } });
    await expect(insert(one, cast.zoe, 0)).rejects.toMatchObject({ cause: { constraint_name: "claims_slot" } });
    await expect(insert(one, cast.zoe, 6)).rejects.toMatchObject({ cause: { constraint_name: "claims_slot" } });
  });

  it("without its index several people get one task, and the check for that sees it", async () => {
    const people = await change(db, stage, "set the stage", async (tx) => [
      await enter(tx, "Ana Sol"),
      await enter(tx, "Bea Sol"),
      await enter(tx, "Cai Sol"),
      await enter(tx, "Dor Sol"),
      await enter(tx, "Eva Sol"),
    ]);
    await sql`drop index claims_one_a_task`;
    let seen = 0;
    for (let round = 0; round < 20 && seen === 0; round += 1) {
      await sql`truncate claims cascade`;
      await Promise.all(people.map((person) => claim(person, one)));
      seen = (await doubles()).length;
    }
    await sql`truncate claims cascade`;
    await sql`create unique index claims_one_a_task on claims (community_id, task_id) where ended_at is null`;
    expect(seen).toBe(1);
  });
});
