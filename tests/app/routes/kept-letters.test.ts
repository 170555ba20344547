import { expect, it } from "vitest";
import { sendDue } from "../../../app/bridges/post.server";
import { change } from "../../../db/queries/change.server";
import { addQuestions } from "../../../db/queries/questions.server";
import { addBlockers } from "../../../db/queries/task-writing.server";
import { openApp } from "../../support/app";
import { makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { makeOrganizer } from "../../support/organizers";
import { formTo, wordsOf } from "../../support/page";
import { makePair } from "../../support/pairs";

const { db, sql, address, setClock } = await testDatabase();
const { mireia, zoe, priya, kofi, django } = await makeCast(db);
await makeOrganizer(db, django, zoe);
const app = await openApp(address, { mailIsAway: true });
const [organizer, mentor] = [await app.signedIn(mireia), await app.signedIn(priya)];
const [one = 0, two = 0, , , five = 0, six = 0] = django.ready;
const champion = `/django/themes/${django.themeSlug}/champion`;

const letters = async () =>
  (
    await sql<{
      line: string;
    }>`select p.name || ': ' || l.subject as line from letters l join people p on p.id = l.person_id
    order by l.id`
  ).map(({ line }) => line);

/** What a deed writes to whom, and that it is kept while the mail server is away. */
async function keeps(deed: () => Promise<{ status: number }>): Promise<string[]> {
  const before = (await letters()).length;
  expect((await deed()).status).toBe(303);
  return (await letters()).slice(before);
}

it("whoever has to hear of something is written to with the change itself, and the letter is kept until it is taken", async () => {
  const nameOf = { mireia: mireia.name, zoe: zoe.name, priya: priya.name };
  expect(await keeps(() => organizer.post(`${champion}/ending`, { note: "" }))).toEqual([
    `${nameOf.zoe}: “Modernise Django auth” looks for a champion`,
  ]);
  const form = formTo(await organizer.get(champion), `${champion}/offers`);
  const ask = { ...form, person: String(priya.id), note: "" };
  expect(await keeps(() => organizer.post(`${champion}/offers`, ask))).toEqual([
    `${nameOf.priya}: Would you carry “Modernise Django auth”?`,
  ]);
  const [offer] = await sql`select id::int from champion_offers`;
  const answer = `${champion}/offers/${offer?.id}/answer`;
  expect(await keeps(() => mentor.post(answer, { answer: "accepted" }))).toEqual([
    `${nameOf.mireia}: Priya Sharma carries “Modernise Django auth” now`,
  ]);
  expect(await keeps(() => organizer.post(`${champion}/ending`, { note: "" }))).toEqual([
    `${nameOf.priya}: You do not carry “Modernise Django auth” any more`,
  ]);

  await mentor.post(`/django/tasks/${five}/claim`, { note: "" });
  const division = `/django/tasks/${five}/division`;
  const parts = { ...formTo(await organizer.get(division), division), parts: "First half\nSecond half", keeps: "1" };
  const [divided] = await keeps(() => organizer.post(division, parts));
  expect(divided).toMatch(/^Priya Sharma: Your task is task \d+ now$/);
  const half = Number(divided?.match(/\d+/)?.[0]);
  expect(await keeps(() => organizer.post(`/django/tasks/${half}/merging`, { into: String(six) }))).toEqual([
    `${nameOf.priya}: Your task is task ${six} now`,
  ]);

  const ids = [one, two].map((number) => django.ids.get(number) ?? 0);
  await change(db, stage, "add blockers", (tx) => addBlockers(tx, django.id, ids.slice(0, 1), ids.slice(1)));
  await mentor.post(`/django/tasks/${two}/claim`, { note: "" });
  const done = { reason: "finished", note: "" };
  const freed = "Django: a task waits for nothing any more";
  expect(await keeps(() => mentor.post(`/django/tasks/${two}/claim/ending`, done))).toEqual([
    `${nameOf.mireia}: ${freed}`,
    `${nameOf.zoe}: ${freed}`,
  ]);

  const [question] = await change(db, stage, "add question", (tx) =>
    addQuestions(tx, django.id, django.themeId, [{ title: "Which docs?", notes: "", ownerId: zoe.id }]),
  );
  const decision = `/django/questions/${question?.number}/decision`;
  expect(await keeps(() => organizer.post(decision, { answer: "The how-tos." }))).toEqual([
    `${nameOf.zoe}: A question you follow has been answered`,
  ]);

  const pair = `/django/pairs/${await makePair(db, django, kofi, priya)}`;
  const lockIn = {
    title: "Hashers",
    day: "2026-05-20",
    from: "09:00",
    until: "11:00",
    place: "Table 3",
    doneWhen: "They have names.",
  };
  const toKofi = (deed: string) => [`${kofi.name}: A lock-in at Django on the Med is ${deed}`];
  expect(await keeps(() => mentor.post(`${pair}/lock-ins`, lockIn))).toEqual(toKofi("booked"));
  const [block] = await sql`select id::int from blocks where pair_id is not null`;
  const at = `${pair}/lock-ins/${block?.id}`;
  expect(await keeps(() => mentor.post(`${at}/edit`, { ...lockIn, place: "Table 4", seen: "1" }))).toEqual(
    toKofi("changed"),
  );
  expect(await keeps(() => mentor.post(`${at}/cancellation`, {}))).toEqual(toKofi("called off"));
  expect(app.mails).toEqual([]);

  await setClock("2026-05-05T09:00:00Z");
  const desk = { db, origin: "", failed: () => {}, mailer: { kind: "smtp" as const, send: () => Promise.reject() } };
  await sendDue(desk);
  const overview = wordsOf(await organizer.get(`/django/sprints/${django.sprint}/overview`));
  expect(overview).toContain("8 mails could not be delivered");
  expect(overview).toContain(`${nameOf.priya} · Your task is task ${six} now · Monday 4 May, 11:00 Madrid time`);
  await sendDue({ ...desk, mailer: { kind: "smtp", send: async (mail) => void app.mails.push(mail) } });
  expect(app.mails).toHaveLength(4);
});
