import { expect, it } from "vitest";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { fieldValue, formTo, problemsOn, saidBy, wordsOf } from "../../support/page";
import { makeSprint, registrationFields } from "../../support/sprints";

const { db, sql, address } = await testDatabase();
const app = await openApp(address);
const { mireia, kofi, zoe, priya, django } = await makeCast(db);
const { slug } = await makeSprint(db, django.id);
const page = `/django/sprints/${slug}`;
const organizer = await app.signedIn(mireia);
const newcomer = await app.signedIn(kofi);

const ask = (questions: string) => organizer.post(`${page}/questions`, { questions });
const idOf = async (wording: string) => {
  const [row] = await sql<{
    id: number;
  }>`select id::int from sprint_questions where ask = ${wording} and removed_at is null`;
  return row?.id ?? 0;
};
const register = (more: Record<string, string>, who = newcomer) =>
  who.post(`${page}/registration`, registrationFields(more));

it("organizers ask, whoever registers answers, and only they and the organizers read it", async () => {
  expect(saidBy(await ask("Do you need a bed? (yes / no) *\nWhat do you eat?"))).toBe(
    "Whoever registers from now on is asked.",
  );
  const [bed, eats] = [`asked-${await idOf("Do you need a bed?")}`, `asked-${await idOf("What do you eat?")}`];
  const form = await newcomer.get(`${page}/registration`);
  expect(wordsOf(form)).toContain("What the organizers ask");
  expect(Object.keys(formTo(form, `${page}/registration`))).toEqual(expect.arrayContaining([bed, eats]));
  const silent = await register({ [eats]: "Fish" });
  expect(silent.status).toBe(422);
  expect(problemsOn(silent)).toEqual(["An answer is needed: Do you need a bed?"]);
  expect(fieldValue(silent, eats)).toBe("Fish");
  expect(problemsOn(await register({ [bed]: "perhaps" }))).toEqual([
    "Choose one of the answers. The organizers may have changed them since.",
  ]);
  expect((await register({ [bed]: "yes", [eats]: "Fish" })).status).toBe(303);
  expect(fieldValue(await newcomer.get(`${page}/registration`), eats)).toBe("Fish");

  const [row] = await sql<{ id: number }>`select id::int from registrations where person_id = ${kofi.id}`;
  const edit = `${page}/registrations/${row?.id}/edit`;
  const read = await organizer.get(edit);
  expect([fieldValue(read, bed), fieldValue(read, eats)]).toEqual(["yes", "Fish"]);
  expect((await (await app.signedIn(zoe)).get(edit)).status).toBe(403);
  expect((await app.visitor().get(page)).text).not.toContain("Fish");

  await register({ [bed]: "yes" }, await app.signedIn(priya));
  expect(wordsOf(await organizer.get(`${page}/questions`))).toContain(
    "Do you need a bed? yes : 2 What do you eat? Fish : 1",
  );
  const withdrawn = await app.signedIn(priya);
  await withdrawn.post(`${page}/registration/withdrawal`, {});
  expect(wordsOf(await organizer.get(`${page}/questions`))).toContain("Do you need a bed? yes : 1");
});

it("a question that stays keeps its answers, one that goes is not asked, and its answers stay on record", async () => {
  const bed = await idOf("Do you need a bed?");
  await ask("Shirt (S / M / L)\nDo you need a bed? (yes / no / my own tent)");
  expect(await idOf("Do you need a bed?")).toBe(bed);
  const form = await newcomer.get(`${page}/registration`);
  expect(wordsOf(form)).not.toContain("What do you eat?");
  expect(fieldValue(form, `asked-${bed}`)).toBe("yes");
  expect(await sql`select distinct answer from sprint_answers order by answer`).toEqual([
    { answer: "Fish" },
    { answer: "yes" },
  ]);
  const questions = "Do you need a bed? (yes)\nShirt";
  expect((await ask(questions)).status).toBe(303);
  expect(fieldValue(await organizer.get(`${page}/questions`), "questions")).toBe(questions);
});

it("what cannot be asked is refused, and what was written is kept", async () => {
  const questions = "Bed?\nBed?";
  const refused = await ask(questions);
  expect(refused.status).toBe(422);
  expect(problemsOn(refused)).toEqual(["“Bed?” stands there twice."]);
  expect(fieldValue(refused, "questions")).toBe(questions);
});
