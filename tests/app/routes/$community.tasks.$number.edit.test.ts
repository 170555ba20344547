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
const [one = 0, two = 0, three = 0, four = 0, five = 0, six = 0] = django.ready;

const path = (number: number) => `/django/tasks/${number}/edit`;
const open = async (number: number, browser = organizer) => formTo(await browser.get(path(number)), path(number));
const stored = async (number: number) => {
  const [row] =
    await sql`select title, kind, size_minutes, goal, notes, mentor_id::int, theme_id::int, pillar_id::int, rev,
    array(select b.number from dependencies d join tasks b on b.id = d.blocked_by_id where d.task_id = tasks.id order by 1) as waits
    from tasks where community_id = ${django.id} and number = ${number}`;
  return row;
};

describe("editing a task", () => {
  it("an organizer changes what it says, and comes back to it on its theme's page", async () => {
    const page = await organizer.get(path(one));
    expect(page.status).toBe(200);
    expect(page.text).not.toContain("<script");
    const answer = await organizer.post(path(one), {
      ...formTo(page, path(one)),
      title: "Name every hasher",
      kind: "research",
      size: "2 days",
      mentor: String(priya.id),
    });
    expect(answer).toMatchObject({
      status: 303,
      headers: { location: `/django/themes/${django.themeSlug}#task-${one}` },
    });
    expect(saidBy(answer)).toBe("The task is saved.");
    expect(await stored(one)).toMatchObject({
      title: "Name every hasher",
      kind: "research",
      size_minutes: 960,
      mentor_id: priya.id,
      pillar_id: django.pillarId,
    });
  });

  it("a size that no list has stays as it is", async () => {
    const form = { ...(await open(six)), size: "3h" };
    await organizer.post(path(six), form);
    expect(fieldValue(await organizer.get(path(six)), "size")).toBe("3h");
  });

  it("two organizers edit one task: the second sees both texts, and nothing of either is lost", async () => {
    const [mine, theirs] = [await open(two), await open(two, other)];
    await other.post(path(two), { ...theirs, goal: "Omar's goal.", mentor: String(priya.id), waitsFor: String(one) });
    const late = await organizer.post(path(two), { ...mine, goal: "Mireia's goal.", mentor: String(zoe.id) });
    expect(late.status).toBe(409);
    const words = wordsOf(late);
    expect(words).toContain("Omar Haddad saved this while you were writing");
    expect(words).toContain("Why it matters Stored now Omar's goal. What you wrote Mireia's goal.");
    expect(words).toContain("Whom to ask Stored now Priya Sharma What you wrote Zoë Lindqvist");
    expect(words).toContain(`Waits for these tasks Stored now ${one} What you wrote nothing`);
    expect(fieldValue(late, "goal")).toBe("Mireia's goal.");
    expect(await stored(two)).toMatchObject({ goal: "Omar's goal.", waits: [one] });

    const again = { ...formTo(late, path(two)), waitsFor: String(one) };
    expect((await organizer.post(path(two), again)).status).toBe(303);
    expect(await stored(two)).toMatchObject({ goal: "Mireia's goal.", mentor_id: zoe.id, waits: [one] });
  });

  it("“propose” stores nothing and keeps what was typed, the revision and the ticked boxes included", async () => {
    const form = await open(django.unready);
    const before = await stored(django.unready);
    const proposed = await organizer.post(path(django.unready), {
      ...form,
      title: "Verify the tokens",
      kind: "",
      doneWhen: "",
      propose: "1",
      [`question-${django.question}`]: "1",
    });
    expect(proposed.status).toBe(200);
    expect(fieldValue(proposed, "doneWhen")).toBe(
      "a table of what was checked, what was found, and on which version is on the ticket",
    );
    expect(fieldValue(proposed, `question-${django.question}`)).toBe(String(django.question));
    expect(fieldValue(proposed, "seen")).toBe(form.seen);
    expect(await stored(django.unready)).toEqual(before);
  });

  it("moves to the end of another pillar of its theme, or out of any", async () => {
    const { themeId, pillarId, themeSlug } = django;
    const moved = await organizer.post(path(five), { ...(await open(five)), place: `${themeId}` });
    expect(moved.headers.location).toBe(`/django/themes/${themeSlug}#task-${five}`);
    expect(await stored(five)).toMatchObject({ theme_id: themeId, pillar_id: null });

    await organizer.post(path(five), { ...(await open(five)), place: `${themeId}/${pillarId}` });
    expect(await stored(five)).toMatchObject({ theme_id: themeId, pillar_id: pillarId });
    const order =
      await sql`select number from tasks where pillar_id = ${pillarId} and deleted_at is null order by position`;
    expect(order.at(-1)?.number).toBe(five);
  });

  it.each([
    ["a place of another community", `${wagtail.themeId}/${wagtail.pillarId}`],
    ["a pillar under the wrong theme", `${django.themeId}/${wagtail.pillarId}`],
    ["no place", ""],
    ["a place 1e3", "1e3"],
  ])("%s is refused", async (_, place) => {
    const answer = await organizer.post(path(three), { ...(await open(three)), place });
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)).toEqual(["Choose a place from the list."]);
  });

  it("a task that was deleted meanwhile says by whom, and shows again what was typed", async () => {
    await organizer.post(`/django/themes/${django.themeSlug}/tasks`, { title: "Short life" });
    const [made] = await sql`select number from tasks where title = 'Short life'`;
    const form = await open(made?.number);
    await other.post(`/django/tasks/${made?.number}/deletion`);
    const answer = await organizer.post(path(made?.number), { ...form, start: "Begin\nhere." });
    expect(answer.status).toBe(410);
    expect(wordsOf(answer)).toContain("Omar Haddad took the task “Short life” off the roadmap.");
    expect(answer.text).toContain("Begin\nhere.");
  });

  it("a task of another community is missing, and a member is refused", async () => {
    for (const number of [wagtail.ready[0], 0, -1, "1.5", "1e3", "9223372036854775808"]) {
      expect([number, (await organizer.get(`/django/tasks/${number}/edit`)).status]).toEqual([number, 404]);
      expect([number, (await organizer.post(`/django/tasks/${number}/edit`)).status]).toEqual([number, 404]);
    }
    const member = await app.signedIn(zoe);
    expect((await member.get(path(one))).status).toBe(403);
    expect((await member.post(path(one), { title: "Mine" })).status).toBe(403);
  });
});

describe("what a task waits for", () => {
  const wait = async (number: number, waitsFor: string, browser = organizer) =>
    browser.post(path(number), { ...(await open(number, browser)), waitsFor });

  it("a circle is refused with the circle named, and what was typed is kept", async () => {
    expect((await wait(three, String(four))).status).toBe(303);
    expect((await wait(four, String(six))).status).toBe(303);
    const answer = await wait(six, `${one}, ${three}`);
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)).toEqual([
      `Task ${three} waits for ${four}, ${four} for ${six}, and ${six} would wait for ${three}. None of them could ever start. Take one of them out.`,
    ]);
    expect(fieldValue(answer, "waitsFor")).toBe(`${one}, ${three}`);
    expect(await stored(six)).toMatchObject({ waits: [] });
  });

  it("a task cannot wait for itself", async () => {
    const answer = await wait(six, String(six));
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)[0]).toContain(`Task ${six} would wait for itself.`);
  });

  it("two halves of a cycle added at once: one is refused with the cycle named", async () => {
    await wait(three, "");
    await wait(four, "");
    for (let round = 0; round < 10; round += 1) {
      const forms = [await open(three), await open(four, other)];
      const answers = await Promise.all([
        organizer.post(path(three), { ...forms[0], waitsFor: String(four) }),
        other.post(path(four), { ...forms[1], waitsFor: String(three) }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
      const refused = answers.find(({ status }) => status === 422);
      expect(problemsOn(refused ?? { text: "" })[0]).toMatch(
        new RegExp(
          `Task (${four} waits for ${three}, and ${three} would wait for ${four}|${three} waits for ${four}, and ${four} would wait for ${three})`,
        ),
      );
      await wait(three, "");
      await wait(four, "");
    }
  });

  it("three thirds of a circle at once: not all three come in", async () => {
    const thirds: [number, number][] = [
      [three, four],
      [four, six],
      [six, three],
    ];
    const forms = await Promise.all(thirds.map(([number]) => open(number)));
    const answers = await Promise.all(
      thirds.map(([number, waitsFor], index) =>
        organizer.post(path(number), { ...forms[index], waitsFor: String(waitsFor) }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 303, 422]);
  });

  it("a blocked task cannot be claimed; it can once the other is finished, or has been taken off the roadmap", async () => {
    await wait(two, String(one));
    const member = await app.signedIn(zoe);
    const refused = await member.post(`/django/tasks/${two}/claim`, { note: "" });
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toContain("Name every hasher");
    await organizer.post(`/django/tasks/${one}/deletion`);
    expect((await member.post(`/django/tasks/${two}/claim`, { note: "" })).status).toBe(303);
  });
});
