import { describe, expect, it } from "vitest";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { makeOrganizer } from "../../support/organizers";
import { fieldValue, formTo, problemsOn, saidBy, wordsOf } from "../../support/page";

const { db, sql, address } = await testDatabase();
const { mireia, priya, zoe, omar, django, wagtail } = await makeCast(db);
await makeOrganizer(db, django, omar);
const app = await openApp(address);
const organizer = await app.signedIn(mireia);
const other = await app.signedIn(omar);
const member = await app.signedIn(zoe);
const [one = 0, two = 0, three = 0, four = 0, five = 0, six = 0] = django.ready;

const division = (number: number) => `/django/tasks/${number}/division`;
const edit = async (number: number, fields: Record<string, string>) => {
  const path = `/django/tasks/${number}/edit`;
  return organizer.post(path, { ...formTo(await organizer.get(path), path), ...fields });
};
const open = async (number: number) => formTo(await organizer.get(division(number)), division(number));
const divide = async (number: number, parts: string) =>
  organizer.post(division(number), { ...(await open(number)), parts });
const task = async (number: number) => {
  const [row] =
    await sql`select id::int, number, title, kind, size_minutes, goal, start, done_when, mentor_id::int, finished_at,
    divided_from_id::int, pillar_id::int, deleted_at,
    array(select b.number from dependencies d join tasks b on b.id = d.blocked_by_id where d.task_id = tasks.id order by 1) as waits,
    array(select q.number from awaited_questions w join questions q on q.id = w.question_id where w.task_id = tasks.id) as awaits
    from tasks where community_id = ${django.id} and number = ${number}`;
  return row;
};
const partsOf = async (number: number) => {
  const rows = await sql`select part.number from tasks part join tasks whole on whole.id = part.divided_from_id
    where whole.community_id = ${django.id} and whole.number = ${number} order by part.position`;
  return rows.map((row) => row.number as number);
};

const threeParts = [
  "Survey the packages (research, half a day)",
  "start: djangopackages.org",
  "done when: a table stands on the wiki",
  "verify: somebody else finds the same",
  "Compare the two best (2h)",
  "needs: Survey the packages",
  "Write it up (docs, 1 day)",
].join("\n");

describe("dividing a task", () => {
  it("an organizer divides a two-day task into three: it keeps its number and what waits for it, and waits for its parts", async () => {
    await edit(one, { size: "2 days", mentor: String(priya.id), goal: "So that people choose well." });
    await edit(two, { waitsFor: String(one) });
    const answer = await divide(one, threeParts);
    expect(answer).toMatchObject({
      status: 303,
      headers: { location: `/django/themes/${django.themeSlug}#task-${one}` },
    });
    expect(saidBy(answer)).toBe(`Task ${one} waits for its 3 parts now. They stand right behind it.`);

    const parts = await partsOf(one);
    expect(parts).toHaveLength(3);
    expect(await task(one)).toMatchObject({ title: "Name hasher one", size_minutes: 960, waits: parts });
    expect(await task(two)).toMatchObject({ waits: [one] });
    const [survey = 0, compare = 0, write = 0] = parts;
    expect(await task(survey)).toMatchObject({
      title: "Survey the packages",
      kind: "research",
      size_minutes: 240,
      start: "djangopackages.org",
      done_when: "a table stands on the wiki",
      goal: "So that people choose well.",
      mentor_id: priya.id,
      waits: [],
    });
    expect(await task(compare)).toMatchObject({ waits: [survey] });
    expect(await task(write)).toMatchObject({ kind: "docs", size_minutes: 480, waits: [] });
    const order =
      await sql`select number from tasks where pillar_id = ${django.pillarId} and deleted_at is null order by position`;
    expect(order.map(({ number }) => number).slice(0, 5)).toEqual([one, ...parts, two]);
  });

  it("its parts can be taken at once where they say enough, and it itself only once they are finished", async () => {
    const [survey = 0, compare = 0, write = 0] = await partsOf(one);
    expect((await member.post(`/django/tasks/${one}/claim`, { note: "" })).status).toBe(409);
    for (const number of [survey, compare, write]) {
      const guidance = { start: "There", doneWhen: "It is done.", verify: "Look." };
      if (number !== survey) expect((await edit(number, guidance)).status).toBe(303);
      expect((await member.post(`/django/tasks/${number}/claim`, { note: "" })).status).toBe(303);
      const done = { reason: "finished", note: "" };
      expect((await member.post(`/django/tasks/${number}/claim/ending`, done)).status).toBe(303);
    }
    expect((await member.post(`/django/tasks/${one}/claim`, { note: "" })).status).toBe(303);
  });

  it("each part waits for what the whole waited for, a question included", async () => {
    await edit(three, { waitsFor: String(four), [`question-${django.question}`]: String(django.question) });
    expect((await divide(three, "Read the first half\nRead the second half")).status).toBe(303);
    for (const part of await partsOf(three)) {
      expect(await task(part)).toMatchObject({ waits: [four], awaits: [django.question], pillar_id: django.pillarId });
    }
    expect((await task(three))?.waits).toEqual([four, ...(await partsOf(three))]);
  });

  it("whoever holds it goes on with the part chosen for them, on the same clock, and is told", async () => {
    const form = await open(five);
    expect((await (await app.signedIn(priya)).post(`/django/tasks/${five}/claim`, { note: "I begin." })).status).toBe(
      303,
    );
    const [before] = await sql`select expires_at from claims where person_id = ${priya.id} and ended_at is null`;
    expect(wordsOf(await organizer.get(division(five)))).toContain("Which part Priya Sharma goes on with");
    const none = await organizer.post(division(five), { ...form, parts: "First half\nSecond half", keeps: "3" });
    expect(problemsOn(none)).toEqual([
      "There is no open part 3 for Priya Sharma to go on with. Choose another part for them.",
    ]);
    const answer = await organizer.post(division(five), { ...form, parts: "First half\nSecond half", keeps: "2" });
    const [first = 0, second = 0] = await partsOf(five);
    expect(saidBy(answer)).toContain(`Priya Sharma goes on with task ${second}.`);
    const [claim] = await sql`select t.number, c.expires_at, c.note from claims c join tasks t on t.id = c.task_id
      where c.person_id = ${priya.id} and c.ended_at is null`;
    expect(claim).toMatchObject({ number: second, expires_at: before?.expires_at, note: "I begin." });
    expect(app.mails.at(-1)).toMatchObject({ to: priya.email, subject: `Your task is task ${second} now` });
    expect((await organizer.post(`/django/themes/${django.themeSlug}/desk/undo`, {})).status).toBe(303);
    expect(await partsOf(five)).toEqual([first, second]);
    const [back] = await sql`select t.number from claims c join tasks t on t.id = c.task_id
      where c.person_id = ${priya.id} and c.ended_at is null`;
    expect(back?.number).toBe(five);
    expect((await organizer.get(`/django/tasks/${first}`)).status).toBe(410);
  });

  it("is refused when it is finished", async () => {
    const answer = await organizer.post(division(django.finished), { parts: "First half\nSecond half", seen: "1" });
    expect(answer.status).toBe(409);
    expect(wordsOf(answer)).toContain("This task is finished, so there is nothing left to divide.");
  });

  it("is not done over somebody's fresh edit: the task is shown as it is now, and what was typed is kept", async () => {
    const form = await open(six);
    await other.post(`/django/tasks/${six}/edit`, {
      ...formTo(await other.get(`/django/tasks/${six}/edit`), `/django/tasks/${six}/edit`),
      goal: "A new goal.",
    });
    const late = await organizer.post(division(six), { ...form, parts: "First half\nSecond half" });
    expect(late.status).toBe(409);
    expect(problemsOn(late)[0]).toMatch(/^Omar Haddad saved this task while you were writing/);
    expect(wordsOf(late)).toContain("A new goal.");
    expect(fieldValue(late, "parts")).toBe("First half\nSecond half");
    expect(await partsOf(six)).toEqual([]);
    expect((await organizer.post(division(six), formTo(late, division(six)))).status).toBe(303);
    expect(await partsOf(six)).toHaveLength(2);
  });

  it.each([
    ["nothing", "  ", "Write what it becomes, one task a line."],
    ["one line", "All of it", /^Write two tasks or more/],
    ["a question", "Read it\nWhich one?", /^“Which one\?” reads as a question/],
    ["a title of 201 characters", `Read it\n${"x".repeat(201)}`, /^Line 2 is too much for one task/],
    ["a need that is nothing's", "Read it\nneeds: A dream\nWrite it", /^Nothing in this theme is called “A dream”/],
    [
      "parts that need each other",
      "Read\nneeds: Write\nWrite\nneeds: Read",
      /“Write” waits for “Read”, and “Read” would wait for “Write”/,
    ],
  ])("into %s is refused, and what was typed is kept", async (_, parts, problem) => {
    const before = await task(four);
    const answer = await divide(four, parts);
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)[0]).toMatch(problem);
    expect(fieldValue(answer, "parts")).toBe(parts);
    expect(await task(four)).toEqual(before);
  });

  it("by two organizers at once happens once", async () => {
    const form = { ...(await open(four)), parts: "First half\nSecond half" };
    const answers = await Promise.all([organizer.post(division(four), form), other.post(division(four), form)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await partsOf(four)).toHaveLength(2);
  });

  it("of another community's task, or by a member, does nothing", async () => {
    const form = { parts: "First half\nSecond half", seen: "1" };
    expect((await organizer.post(division(wagtail.ready[0] ?? 0), form)).status).toBe(404);
    const refused = await member.post(division(two), form);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain("First half\nSecond half");
    expect(await partsOf(two)).toEqual([]);
  });
});
