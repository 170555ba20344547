import { describe, expect, it } from "vitest";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { makeOrganizer } from "../../support/organizers";
import { fieldValue, formTo, problemsOn, saidBy, wordsOf } from "../../support/page";

const { db, sql, address } = await testDatabase();
const { mireia, omar, zoe, kofi, django } = await makeCast(db);
await makeOrganizer(db, django, omar);
const app = await openApp(address);
const organizer = await app.signedIn(mireia);
const member = await app.signedIn(zoe);
const [one = 0, two = 0, three = 0, four = 0, five = 0, six = 0] = django.ready;

const task = (number: number) => `/django/tasks/${number}`;
const blockers = (number: number) => `${task(number)}/blockers`;
const add = (number: number, words: string) => organizer.post(blockers(number), { task: words });
const remove = (number: number, blocker: number) =>
  organizer.post(`${blockers(number)}/removal`, { task: String(blocker) });
const waitsOf = async (number: number) =>
  (
    await sql`select b.number from dependencies d join tasks t on t.id = d.task_id join tasks b on b.id = d.blocked_by_id
      where t.community_id = ${django.id} and t.number = ${number} order by 1`
  ).map((row) => row.number);

describe("what a task waits for, on its page", () => {
  it("an organizer writes a number, and it waits; takes it out, and it does not", async () => {
    expect(wordsOf(await organizer.get(task(one)))).toContain("Let it wait for a task");
    const added = await add(one, `#${two}`);
    expect(added).toMatchObject({ status: 303, headers: { location: `${task(one)}#needs` } });
    expect(saidBy(added)).toBe(`Task ${one} waits for task ${two} now.`);
    const page = await organizer.get(task(one));
    expect(wordsOf(page)).toContain("It waits for “Name hasher two”.");
    expect(page.text).toContain(`aria-label="Do not wait for Name hasher two"`);
    expect(wordsOf(await organizer.get(task(two)))).toContain("These wait for it");

    expect(saidBy(await remove(one, two))).toBe(`Task ${one} does not wait for task ${two} any more.`);
    expect(saidBy(await remove(one, two))).toBe(`Task ${one} does not wait for task ${two} any more.`);
    expect(await waitsOf(one)).toEqual([]);
    expect(wordsOf(await organizer.get(task(one)))).toContain("Nothing that is not there already.");
  });

  it("words lead to the tasks that have them, and one press chooses", async () => {
    const answer = await add(one, "HASHER five");
    expect(answer).toMatchObject({ status: 303, headers: { location: `${blockers(one)}?task=HASHER+five#found` } });
    const page = await organizer.get(`${blockers(one)}?task=HASHER+five`);
    expect(page.text).not.toContain("<script");
    expect(fieldValue(page, "task")).toBe("HASHER five");
    expect(formTo(page, blockers(one))).toEqual({ task: String(five) });
    expect((await add(one, formTo(page, blockers(one)).task ?? "")).status).toBe(303);
    expect(await waitsOf(one)).toEqual([five]);
    await remove(one, five);
  });

  it("words that are nobody's say what to do instead", async () => {
    expect(wordsOf(await organizer.get(`${blockers(one)}?task=dragons`))).toContain(
      "No other task has all of these words in its title. Try fewer, or write the task's number.",
    );
  });

  it("a number that is nobody's, nothing at all and too much are refused, and what was typed is kept", async () => {
    const unknown = await add(one, "9999");
    expect(unknown.status).toBe(422);
    expect(problemsOn(unknown)).toEqual(["There is no task 9999 here. Take it out, or write another number."]);
    expect(fieldValue(unknown, "task")).toBe("9999");
    expect(problemsOn(await add(one, " "))).toEqual(["Write a task's number, or words of its title."]);
    expect(problemsOn(await add(one, "x".repeat(201)))[0]).toContain("200 characters or fewer");
    for (const number of ["0", "-1", "1.5", "١٢", String(2 ** 63)])
      expect((await add(one, number)).status).toBeLessThan(500);
    expect((await organizer.post(`${blockers(one)}/removal`, { task: "x" })).status).toBe(422);
  });

  it("a circle is refused, shown task by task, each a link", async () => {
    await add(four, String(five));
    await add(five, String(six));
    const answer = await add(six, String(four));
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)).toEqual([
      `Task ${four} waits for ${five}, ${five} for ${six}, and ${six} would wait for ${four}. None of them could ever start. Take one of them out.`,
    ]);
    for (const number of [four, five, six]) expect(answer.text).toContain(`<a href="${task(number)}">${number}</a>`);
    expect(wordsOf(answer)).toContain(`${five}: Name hasher five`);
    expect(problemsOn(await add(six, String(six)))[0]).toContain(`Task ${six} would wait for itself.`);
    expect(await waitsOf(six)).toEqual([]);
    const edit = `${task(six)}/edit`;
    const edited = await organizer.post(edit, { ...formTo(await organizer.get(edit), edit), waitsFor: String(four) });
    expect(edited.text).toContain(`<a href="${task(five)}">${five}</a>`);
    await remove(four, five);
    await remove(five, six);
  });

  it("an edit form that was open before is told, so that nothing is taken out unseen", async () => {
    const edit = `${task(one)}/edit`;
    const open = formTo(await organizer.get(edit), edit);
    await (await app.signedIn(omar)).post(blockers(one), { task: String(two) });
    const late = await organizer.post(edit, open);
    expect(late.status).toBe(409);
    expect(wordsOf(late)).toContain(`Waits for these tasks Stored now ${two} What you wrote nothing`);
    expect(await waitsOf(one)).toEqual([two]);
    await remove(one, two);
  });

  it("only organizers say what waits for what", async () => {
    expect((await member.post(blockers(one), { task: String(two) })).status).toBe(403);
    expect((await member.post(`${blockers(one)}/removal`, { task: String(two) })).status).toBe(403);
    expect(wordsOf(await member.get(task(one)))).not.toContain("Let it wait for a task");
  });
});

describe("a task that waits", () => {
  it("cannot be claimed; who tries is told what for, and who has that in hand until when", async () => {
    await add(three, String(two));
    await add(three, String(one));
    const holder = await app.signedIn(kofi);
    await holder.post(`${task(two)}/claim`, { note: "" });
    for (const page of [await member.get(task(three)), await member.post(`${task(three)}/claim`, { note: "Mine." })]) {
      expect(page.text).toContain(`<a href="${task(two)}">Name hasher two</a>`);
      expect(wordsOf(page)).toMatch(/Name hasher two Held by Kofi Abara until/);
      expect(wordsOf(page)).toMatch(/Name hasher one Ready/);
      expect(wordsOf(page)).toContain("This task cannot be claimed yet. It waits for “Name hasher one” and 1 more.");
    }
    await remove(three, two);
    await remove(three, one);
  });

  it("who holds a task keeps it when it has to wait, and the organizer reads who that is", async () => {
    expect(saidBy(await add(two, String(six)))).toBe(
      `Task ${two} waits for task ${six} now. Kofi Abara holds it and keeps it, so tell them what it waits for.`,
    );
  });

  it("a finished task waits for nothing", async () => {
    const answer = await add(django.finished, String(one));
    expect(answer.status).toBe(409);
    expect(wordsOf(answer)).toContain("This task is finished, so there is nothing it could wait for.");
  });
});
