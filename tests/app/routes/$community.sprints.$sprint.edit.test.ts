import { expect, it } from "vitest";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { makeOrganizer } from "../../support/organizers";
import { fieldValue, formTo, problemsOn, saidBy, wordsOf } from "../../support/page";
import { makeSprint, registrationFields } from "../../support/sprints";

const { db, sql, address, setClock } = await testDatabase();
const { mireia, kofi, zoe, priya, omar, django } = await makeCast(db);
await makeOrganizer(db, django, priya);
const { slug, id } = await makeSprint(db, django.id, { capacity: 1 });
const app = await openApp(address);
const organizer = await app.signedIn(mireia);
const page = `/django/sprints/${slug}`;
const edit = `${page}/edit`;

it("an organizer changes what a sprint says, and its address stays", async () => {
  const form = formTo(await organizer.get(edit), edit);
  expect(form).toMatchObject({ startsOn: "2026-05-07", dayStarts: "08:00", where: "place", capacity: "1" });
  const answer = await organizer.post(edit, { ...form, name: "Django on the Med", bring: "A towel." });
  expect(answer).toMatchObject({ status: 303, headers: { location: page } });
  expect(wordsOf(await organizer.get(page))).toContain("A towel.");
});

it("two organizers edit one sprint: the second sees both texts and can save again", async () => {
  const other = await app.signedIn(priya);
  const [mine, theirs] = [formTo(await organizer.get(edit), edit), formTo(await other.get(edit), edit)];
  expect((await other.post(edit, { ...theirs, giving: "Priya's way." })).status).toBe(303);
  const late = await organizer.post(edit, { ...mine, giving: "Mireia's way." });
  expect(late.status).toBe(409);
  expect(wordsOf(late)).toContain("Priya Sharma saved this while you were writing");
  expect(wordsOf(late)).toContain("Stored now Priya's way. What you wrote Mireia's way.");
  expect(fieldValue(late, "giving")).toBe("Mireia's way.");
  expect((await organizer.post(edit, formTo(late, edit))).status).toBe(303);
});

it("with more room a place is held for the first in the line, who is written to; nobody else is", async () => {
  for (const person of [kofi, zoe, omar]) {
    expect((await (await app.signedIn(person)).post(`${page}/registration`, registrationFields())).status).toBe(303);
  }
  const before = app.mails.length;
  const form = formTo(await organizer.get(edit), edit);
  expect((await organizer.post(edit, { ...form, capacity: "2" })).status).toBe(303);
  expect(app.mails.slice(before).map(({ to, subject }) => [to, subject])).toEqual([
    [zoe.email, "A place at Django on the Med is held for you"],
  ]);
  expect(app.mails.at(-1)?.text).toContain(`${page}\n`);
  const waiting = await sql`select r.person_id::int, o.offered_at is not null as offered from registrations r
    left join place_offers o on o.registration_id = r.id and o.ended_at is null
    where r.waiting_since is not null order by r.waiting_since, r.id`;
  expect(waiting).toEqual([
    { person_id: zoe.id, offered: true },
    { person_id: omar.id, offered: false },
  ]);
});

it("a sprint that is over can still be corrected by its organizers, and by nobody else", async () => {
  await setClock("2026-05-10T09:00:00Z");
  const form = formTo(await organizer.get(edit), edit);
  const answer = await organizer.post(edit, { ...form, summary: "It rained." });
  expect(saidBy(answer)).toBe("The sprint is saved.");
  expect((await (await app.signedIn(zoe)).post(edit, { ...form, summary: "Mine." })).status).toBe(403);
  expect(wordsOf(await app.visitor().get(page))).toContain("It rained.");
});

it("what is wrong is said and nothing is saved", async () => {
  const form = formTo(await organizer.get(edit), edit);
  const answer = await organizer.post(edit, { ...form, endsOn: "2026-05-01" });
  expect(answer.status).toBe(422);
  expect(problemsOn(answer)).toHaveLength(2);
  const [row] = await sql`select ends_on::text from sprints where id = ${id}`;
  expect(row).toEqual({ ends_on: "2026-05-09" });
});
