import { expect, it } from "vitest";
import { limits } from "../../../app/domain/limits";
import { holdSprint, type Sprint } from "../../../db/queries/sprints.server";
import { openApp } from "../../support/app";
import type { Cast } from "../../support/cast";
import { comes, makePlanning, newcomersCome, seating } from "../../support/crowd";
import { testDatabase } from "../../support/database";
import type { Browser } from "../../support/http";
import { formTo, saidBy, wordsOf } from "../../support/page";

const { db, sql, address, stageOnce } = await testDatabase();
const app = await openApp(address);
let cast: Cast;
let sprint: Sprint;
let plan: string;
let mireia: Browser;
let zoe: Browser;

/** One newcomer less than would be a crowd together with Priya. */
stageOnce(async () => {
  ({ cast, sprint, plan } = await makePlanning(db));
  await comes(db, cast.django, "Priya Sharma", { seats: 2 });
  await newcomersCome(db, cast.django, limits.pairedAtOnce - 1);
  [mireia, zoe] = [await app.signedIn(cast.mireia), await app.signedIn(cast.zoe)];
});

const run = (who: Browser, seen = "") => who.post(`${plan}/run`, { seen });
const stop = (who: Browser) => who.post(`${plan}/run/ending`, {});
const progress = async () => JSON.parse((await zoe.get(`${plan}/run/progress`)).text).running;
const over = async () => {
  while (await progress());
};

/** Does something while a run waits for its sprint, which somebody else holds. */
const whileItWaits = (deed: () => Promise<void>): Promise<void> =>
  db.transaction(async (tx) => {
    await holdSprint(tx, cast.django.id, sprint.id);
    await deed();
  });

it("is paired at once up to two thousand people, and beside the server from the next on", async () => {
  expect(saidBy(await run(mireia))).toBe("Here is the best plan there is. Nobody has been told.");
  expect((await seating(db, cast.django)).draft.filter((line) => line.includes("Priya")).length).toBe(2);

  await comes(db, cast.django, "Late Lee", { themes: [] });
  const ran = await run(mireia, "1");
  expect([ran.status, ran.headers.location]).toEqual([303, plan]);
  expect(saidBy(ran)).toBe(
    "The pairing has begun. It takes a few seconds, and you can go on with something else meanwhile.",
  );
  await over();
  const words = wordsOf(await zoe.get(plan));
  expect(words).toContain("Here is the best plan there is. Nobody has been told.");
  expect(words).toContain("2 of 2,000 newcomers paired, the most there can be.");
  expect(words).toContain("Made by Mireia Puig");
  expect(words).toContain("One more mentor who speaks English on Wednesday 20 May would pair 3 more.");
  expect(words).toContain("A third seat with Priya Sharma would pair 1 more.");
  expect((await seating(db, cast.django)).draft.length).toBe(2_000);

  expect(words).toContain("Here you can choose the newcomers this page of the table shows.");
  const html = (await zoe.get(plan)).text;
  const toChoose = /<select[^>]*name="newcomer".*?<\/select>/s.exec(html)?.[0] ?? "";
  expect(toChoose.match(/<option value="\d+"/g)).toHaveLength(limits.tableRows + 2);
  const [waits] = await sql<{ id: number }>`select newcomer_id::int as id from planned_waits limit 1`;
  const { seats } = JSON.parse((await zoe.get(`${plan}/seats?newcomer=${waits?.id}`)).text);
  expect(seats).toMatchObject([{ can: false, words: expect.stringContaining("Every seat is taken.") }]);
});

it("is published beside the server too: whole, once, and everybody is written to", async () => {
  await comes(db, cast.django, "Late Lee");
  await run(mireia);
  await over();
  app.mails.length = 0;
  const publish = (who: Browser, seen: string) => who.post(`${plan}/publication`, { seen });
  expect((await publish(zoe, "7")).status).toBe(409);
  const both = await Promise.all([publish(mireia, "1"), publish(zoe, "1")]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
  const done = both.find(({ status }) => status === 303);
  expect(done && saidBy(done)).toBe("2 pairs are published, and 3 people have been told.");
  expect(both.map(wordsOf).join()).toMatch(/(Mireia Puig|Zoë Lindqvist) has published this plan/);
  expect((await seating(db, cast.django)).pairs).toHaveLength(2);
  expect(app.mails.map(({ to }) => to).sort()).toEqual([
    "newcomer.1@example.org",
    "newcomer.2@example.org",
    "priya.sharma@example.org",
  ]);
  const [pair] = await sql<{ id: number }>`select min(id)::int as id from pairs`;
  expect(app.mails[0]?.text).toContain(`http://localhost:${app.port}/django/pairs/${pair?.id}\n`);
  expect(await sql`select id from letters`).toHaveLength(0);
  const words = wordsOf(await zoe.get(plan));
  expect(words).toContain("A third seat with Priya Sharma would pair 1 more.");
});

it("shows how far it is, refuses a second run in a sentence, and is stopped by whoever organizes", async () => {
  await comes(db, cast.django, "Late Lee");
  await whileItWaits(async () => {
    await run(mireia);
    const table = await zoe.get(plan);
    expect(wordsOf(table)).toContain("Pairing 2,001 people");
    expect(wordsOf(table)).toContain(
      "Now Reading who comes Next Comparing every newcomer with every mentor Next Placing",
    );
    expect(table.text).toContain(`<a href="${plan}">Look again</a>`);
    expect(await progress()).toMatchObject({ by: "Mireia Puig", people: 2_001, step: "reading" });

    const second = await run(zoe);
    expect(second.status).toBe(409);
    expect(wordsOf(second)).toContain("Mireia Puig is having 2,001 people paired at this moment.");

    expect(formTo(table, `${plan}/run/ending`)).toBeTruthy();
    expect((await stop(zoe)).headers.location).toBe(plan);
    expect(await progress()).toBeNull();
    for (const who of [zoe, mireia]) {
      expect(wordsOf(await who.get(plan))).toContain(
        "Zoë Lindqvist stopped the pairing. Everything is as it was before.",
      );
    }
    expect(saidBy(await stop(zoe))).toBe("The pairing was over already, so there was nothing to stop.");
  });
  expect((await seating(db, cast.django)).draft).toEqual([]);
  expect(await sql`select because from audit_rows where outcome = 'denied'`).toHaveLength(1);
});

it("is nobody's business but the organizers'", async () => {
  await comes(db, cast.django, "Late Lee");
  const omar = await app.signedIn(cast.omar);
  await whileItWaits(async () => {
    await run(mireia);
    expect((await omar.get(`${plan}/run/progress`)).status).toBe(403);
    expect((await stop(omar)).status).toBe(403);
    expect(await progress()).not.toBeNull();
    await stop(mireia);
  });
});
