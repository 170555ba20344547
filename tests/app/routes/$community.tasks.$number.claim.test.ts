import { describe, expect, it } from "vitest";
import { startSession } from "../../../app/auth/session.server";
import { change } from "../../../db/queries/change.server";
import { findOrAddPerson } from "../../../db/queries/people.server";
import { openApp } from "../../support/app";
import { type Cast, makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import type { Answered, Browser } from "../../support/http";
import { TEST_NOW } from "../../support/test-clock";

const { db, sql, address, setClock, stageOnce } = await testDatabase();
const app = await openApp(address);
let cast: Cast;
let one: number;
let two: number;

stageOnce(async () => {
  cast = await makeCast(db);
  [one = 0, two = 0] = cast.django.ready;
});

const task = (number: number) => `/django/tasks/${number}`;
const claim = (visitor: Browser, number: number, note = "") => visitor.post(`${task(number)}/claim`, { note });
const end = (visitor: Browser, number: number, reason: string, note = "") =>
  visitor.post(`${task(number)}/claim/ending`, { reason, note });
const main = ({ text }: Answered) => /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? "";
const offered = (answered: Answered) =>
  [...main(answered).matchAll(/class="[^"]*title[^"]*" href="(\/django\/tasks\/\d+)"/g)].map(([, href]) => href);
const trail = () =>
  sql<{ outcome: string; object: string; count: number }>`
    select outcome, object, count(*)::int from audit_rows where action in ('claim task', 'end claim') group by 1, 2 order by 1, 2`;

/** Newcomers, each at a browser of their own. */
async function crowd(count: number): Promise<{ name: string; browser: Browser }[]> {
  return change(db, stage, "set the stage", async (tx) => {
    const people = [];
    for (let i = 0; i < count; i += 1) {
      const name = `Newcomer ${i}`;
      const person = await findOrAddPerson(tx, { name, email: `newcomer${i}@example.org` });
      const browser = app.visitor();
      browser.keep(await startSession(tx, person.id, { secure: false }));
      people.push({ name, browser });
    }
    return people;
  });
}

describe("a hundred people who want one task in the same moment", () => {
  async function race(people: { name: string; browser: Browser }[]) {
    const noteOf = (name: string) => `I am ${name}, and I begin with the tests.`;
    const answers = await Promise.all(
      people.map(async ({ name, browser }) => ({ name, answered: await claim(browser, one, noteOf(name)) })),
    );
    const winners = answers.filter(({ answered }) => answered.status === 303);
    const losers = answers.filter(({ answered }) => answered.status === 409);
    expect([winners.length, losers.length]).toEqual([1, people.length - 1]);

    const [winner] = winners;
    expect(winner?.answered.headers.location).toBe(task(one));
    for (const { name, answered } of losers) {
      expect(main(answered)).toContain(`${winner?.name} holds this task now`);
      expect(main(answered)).toContain(noteOf(name));
      expect(offered(answered)).toHaveLength(3);
      expect(offered(answered)).not.toContain(task(one));
      expect(main(answered)).toContain(answered.headers["x-request-id"]);
    }
    const claims =
      await sql`select p.name, c.note from claims c join people p on p.id = c.person_id where c.ended_at is null`;
    expect(claims).toEqual([{ name: winner?.name, note: noteOf(winner?.name ?? "") }]);
    return winner;
  }

  it("one gets it; the others are told who, keep what they wrote, and see three others", async () => {
    const people = await crowd(100);
    const winner = await race(people);
    expect(await trail()).toEqual([
      { outcome: "denied", object: "tasks", count: 99 },
      { outcome: "ok", object: "claims", count: 1 },
      { outcome: "ok", object: "memberships", count: 1 },
    ]);
    const members =
      await sql`select p.name from memberships m join people p on p.id = m.person_id where p.name like 'Newcomer%'`;
    expect(members).toEqual([{ name: winner?.name }]);
  });

  it("the same when the time of whoever held it has just run out", async () => {
    await claim(await app.signedIn(cast.zoe), one);
    await setClock(new Date(new Date(TEST_NOW).getTime() + 72 * 3_600_000).toISOString());
    await race(await crowd(50));
    expect(await sql`select reason from claim_endings`).toEqual([{ reason: "expired" }]);
  });
});

it("somebody with one slot left who presses ten buttons gets one task, and none twice", async () => {
  const zoe = await app.signedIn(cast.zoe);
  await claim(zoe, one);
  const rest = cast.django.ready.slice(1);
  const answers = await Promise.all([...rest, ...rest].map((number) => claim(zoe, number)));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
  expect(await sql`select count(*)::int from claims where ended_at is null`).toEqual([{ count: 2 }]);
});

describe("claiming", () => {
  it("leads to the task, which says that it is yours, and until when", async () => {
    const kofi = await app.signedIn(cast.kofi);
    expect((await claim(kofi, one, "First the tests.")).headers.location).toBe(task(one));
    const page = await kofi.get(task(one));
    expect(page.text).toContain("This task is yours");
    expect(page.text).toContain("3 days left");
    const everybody = await app.visitor().get(task(one));
    expect(everybody.text).toContain("Kofi Abara holds this task now");
    expect(everybody.text).not.toContain("kofi@example.org");
  });

  it("of a task one holds already says so, and changes nothing", async () => {
    const kofi = await app.signedIn(cast.kofi);
    await claim(kofi, one);
    const again = await claim(kofi, one, "Once more.");
    expect([
      again.status,
      main(again).includes("You hold this task already"),
      main(again).includes("Once more."),
    ]).toEqual([409, true, true]);
    expect(await sql`select count(*)::int from claims`).toEqual([{ count: 1 }]);
  });

  it("a third task at a time is refused with the limit as a sentence", async () => {
    const kofi = await app.signedIn(cast.kofi);
    const [, , three = 0] = cast.django.ready;
    await claim(kofi, one);
    await claim(kofi, two);
    const third = await claim(kofi, three, "And this one.");
    expect(third.status).toBe(409);
    expect(main(third)).toContain("You hold 2 tasks now, which is the most at a time.");
    expect(main(third)).toContain("And this one.");
  });

  it("a note of 2,000 characters is kept, one more is refused and given back", async () => {
    const kofi = await app.signedIn(cast.kofi);
    const long = await claim(kofi, one, "é".repeat(2_001));
    expect(long.status).toBe(422);
    expect(long.text).toContain("é".repeat(2_001));
    expect(long.text).toContain("(you have 2,001)");
    expect(long.text).toContain(long.headers["x-request-id"]);
    expect((await claim(kofi, one, "é".repeat(2_000))).status).toBe(303);
  });

  it("for somebody else, or with another's slot, is not something a form can say", async () => {
    const kofi = await app.signedIn(cast.kofi);
    for (const name of ["person_id", "claimed_by", "slot", "expires_at", "community_id"]) {
      expect((await kofi.post(`${task(one)}/claim`, { note: "", [name]: "1" })).status).toBe(422);
    }
    expect(await sql`select * from claims`).toEqual([]);
    expect(await sql`select count(*)::int from audit_rows where outcome = 'denied'`).toEqual([{ count: 5 }]);
  });
});

describe("ending a claim", () => {
  it("its holder hands it back with a note, which whoever comes next reads", async () => {
    const kofi = await app.signedIn(cast.kofi);
    await claim(kofi, one);
    expect((await end(kofi, one, "released", "Half the tests are there.")).status).toBe(303);
    const page = await app.visitor().get(task(one));
    expect(page.text).toContain("Half the tests are there.");
    expect(page.text).toContain("Claim this task");
  });

  it("its holder finishes it, and what waited for it can be claimed", async () => {
    const kofi = await app.signedIn(cast.kofi);
    await change(db, stage, "edit task", (tx) =>
      tx.execute(
        `insert into dependencies (community_id, task_id, blocked_by_id) values (${cast.django.id}, ${cast.django.ids.get(two)}, ${cast.django.ids.get(one)})`,
      ),
    );
    expect((await claim(kofi, two)).status).toBe(409);
    await claim(kofi, one);
    expect((await end(kofi, one, "finished")).status).toBe(303);
    expect((await app.visitor().get(task(one))).text).toContain("This task is finished");
    expect((await claim(kofi, two)).status).toBe(303);
  });

  it("nobody else's claim is ended, and the attempt is on the trail", async () => {
    await claim(await app.signedIn(cast.kofi), one);
    const others = [cast.zoe, cast.omar];
    for (const person of others) {
      for (const reason of ["released", "finished", "removed"]) {
        const answered = await end(await app.signedIn(person), one, reason, "Mine now.");
        expect(answered.status).toBe(403);
        expect(main(answered)).toContain("Only the person who holds a task, or an organizer");
        expect(main(answered)).toContain(`href="${task(one)}"`);
      }
    }
    expect(await sql`select ended_at from claims`).toEqual([{ ended_at: null }]);
    const denied =
      await sql`select actor_id::int, object, object_key, community_id::int from audit_rows where outcome = 'denied' order by id`;
    expect(denied).toEqual(
      others.flatMap(({ id }) =>
        Array(3).fill({ actor_id: id, object: "tasks", object_key: String(one), community_id: cast.django.id }),
      ),
    );
  });

  it("an organizer frees it, and can say so", async () => {
    await claim(await app.signedIn(cast.kofi), one);
    const mireia = await app.signedIn(cast.mireia);
    expect((await end(mireia, one, "released")).status).toBe(409);
    expect((await end(mireia, one, "removed", "Kofi has moved on.")).status).toBe(303);
    expect((await claim(await app.signedIn(cast.zoe), one)).status).toBe(303);
  });

  it("what has ended, or was never held, is not ended: the note is given back", async () => {
    const kofi = await app.signedIn(cast.kofi);
    await claim(kofi, one);
    await end(kofi, one, "released");
    for (const number of [one, two]) {
      const answered = await end(kofi, number, "finished", "All of it is done.");
      expect([answered.status, main(answered).includes("All of it is done.")]).toEqual([409, true]);
    }
    expect(await sql`select count(*)::int from claim_endings`).toEqual([{ count: 1 }]);
  });

  it("once its time has run out its holder cannot end it, and is told", async () => {
    const kofi = await app.signedIn(cast.kofi);
    await claim(kofi, one);
    await setClock("2026-05-07T09:00:00Z");
    const answered = await end(kofi, one, "finished", "Done just now.");
    expect([
      answered.status,
      main(answered).includes("its time ran out"),
      main(answered).includes("Done just now."),
    ]).toEqual([409, true, true]);
    const [row] = await sql`select finished_at from tasks where community_id = ${cast.django.id} and number = ${one}`;
    expect(row?.finished_at).toBeNull();
  });

  it.each([
    ["no reason", {}],
    ["a reason there is not", { reason: "bored" }],
    ["an empty reason", { reason: "" }],
  ])("%s is asked for again, with the note still there", async (_, fields) => {
    const kofi = await app.signedIn(cast.kofi);
    await claim(kofi, one);
    const answered = await kofi.post(`${task(one)}/claim/ending`, { note: "Nearly there.", ...fields });
    expect([answered.status, main(answered).includes("Nearly there.")]).toEqual([422, true]);
    expect(main(answered)).toContain("Choose what happened.");
  });
});
