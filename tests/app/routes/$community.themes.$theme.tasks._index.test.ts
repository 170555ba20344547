import { describe, expect, it } from "vitest";
import { proposalFor } from "../../../app/domain/tasks/proposals";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { makeOrganizer } from "../../support/organizers";
import { fieldValue, formTo, problemsOn, saidBy, wordsOf } from "../../support/page";

const { db, sql, address } = await testDatabase();
const { mireia, zoe, priya, omar, django, wagtail } = await makeCast(db);
const app = await openApp(address);
const organizer = await app.signedIn(mireia);
const theme = `/django/themes/${django.themeSlug}`;
const tasks = `${theme}/tasks`;

const newest = async () => {
  const [row] = await sql`select number, title, kind, size_minutes, pillar_id::int, done_when, mentor_id::int
    from tasks where community_id = ${django.id} order by number desc limit 1`;
  return row;
};
const count = async () => (await sql`select from tasks where community_id = ${django.id}`).length;

describe("adding a task", () => {
  it("from its title alone: it stands at the end of its pillar, its kind read from the words", async () => {
    const quick = formTo(await organizer.get(theme), tasks);
    expect(quick).toEqual({ title: "", pillar: String(django.pillarId) });
    const answer = await organizer.post(tasks, { ...quick, title: "Document the hashers" });
    const made = await newest();
    expect(made).toMatchObject({ title: "Document the hashers", kind: "docs", pillar_id: django.pillarId });
    expect(answer).toMatchObject({ status: 303, headers: { location: `${theme}#task-${made?.number}` } });
    expect(saidBy(answer)).toBe(`It is task ${made?.number}. Its page says what it still lacks.`);
  });

  it("from the whole form: with size, mentor, and what it waits for, and then it is not ready", async () => {
    const page = await organizer.get(`${tasks}/new?pillar=${django.pillarId}&kind=research`);
    const form = formTo(page, tasks);
    expect(form).toMatchObject({ pillar: String(django.pillarId), kind: "research" });
    const answer = await organizer.post(tasks, {
      ...form,
      title: "Compare the hashers",
      size: "half a day",
      start: "The list of hashers",
      doneWhen: "A table stands in the docs.",
      verify: "Somebody else reads it.",
      mentor: String(priya.id),
      waitsFor: `#${django.ready[0]}, ${django.ready[1]} ${django.ready[0]}`,
      [`question-${django.question}`]: String(django.question),
    });
    expect(answer.status).toBe(303);
    const made = await newest();
    expect(made).toMatchObject({ kind: "research", size_minutes: 240, mentor_id: priya.id });
    const task = wordsOf(await organizer.get(`/django/tasks/${made?.number}`));
    expect(task).toContain("Name hasher one");
    expect(task).toContain("Name hasher two");
    expect(task).toContain("Which hasher comes first?");
    expect(task).toContain("Priya Sharma is the one to ask");
  });

  it("a task whose guidance is written can be claimed at once", async () => {
    await organizer.post(tasks, {
      title: "Read the page",
      start: "The docs",
      doneWhen: "You have read it.",
      verify: "Say what it says.",
    });
    const { number } = (await newest()) ?? {};
    expect((await (await app.signedIn(zoe)).post(`/django/tasks/${number}/claim`, { note: "" })).status).toBe(303);
  });

  it("“propose” stores nothing and fills in only what is empty, by the kind that was chosen or the title's", async () => {
    const before = await count();
    const typed = { title: "Reproduce the crash", kind: "", doneWhen: "", verify: "My own words.", notes: "Kept." };
    const proposed = await organizer.post(tasks, { ...typed, propose: "1" });
    expect(proposed.status).toBe(200);
    expect(problemsOn(proposed)).toEqual([]);
    expect(fieldValue(proposed, "kind")).toBe("reproduce");
    expect(fieldValue(proposed, "doneWhen")).toBe(proposalFor("reproduce").doneWhen);
    expect(fieldValue(proposed, "verify")).toBe("My own words.");
    expect(fieldValue(proposed, "notes")).toBe("Kept.");
    const docs = await organizer.post(tasks, { ...typed, kind: "docs", propose: "1" });
    expect(fieldValue(docs, "doneWhen")).toBe(proposalFor("docs").doneWhen);
    expect(await count()).toBe(before);
  });

  it("a chosen kind shows its proposal beside the fields", async () => {
    const page = await organizer.get(`${tasks}/new?kind=docs`);
    expect(wordsOf(page)).toContain(`For docs, say: “${proposalFor("docs").doneWhen}”.`);
    for (const odd of ["kind=dancing", "pillar=1e3", "pillar=-1", "pillar=9223372036854775808"]) {
      expect([odd, (await organizer.get(`${tasks}/new?${odd}`)).status]).toEqual([odd, 200]);
    }
  });

  it.each([
    ["no title", { title: " \u200b " }, "Write a title for the task."],
    ["a title of 201 characters", { title: "é".repeat(201) }, "Title must be 200 characters or fewer (you have 201)."],
    ["a kind that is none", { kind: "dancing" }, "Choose one of the kinds."],
    ["a size that is none", { size: "1e3" }, /^Choose a size from the list, or write one like/],
    ["a size beyond what a task may take", { size: "21 days" }, /^A task may take 20 days at most/],
    ["a pillar of another community", { pillar: String(wagtail.pillarId) }, /^Choose one of the theme's pillars/],
    ["a pillar 1e3", { pillar: "1e3" }, /^Choose one of the theme's pillars/],
    ["a mentor of another community", { mentor: String(omar.id) }, /^Choose somebody from the list/],
    ["a task number 1e3", { waitsFor: "1e3" }, "Write the numbers of tasks with commas between them: 12, 15."],
    ["a task number ١٢", { waitsFor: "١٢" }, "Write the numbers of tasks with commas between them: 12, 15."],
    ["a task number 2^63", { waitsFor: "9223372036854775808" }, /^Write the numbers of tasks/],
    ["a task that is nobody's", { waitsFor: "998, 999" }, /^There is no task 998 and no task 999 here/],
    ["a task of another community", { waitsFor: String(wagtail.ready[0]) }, /^There is no task 501 here/],
    ["a deleted task", { waitsFor: String(django.deleted) }, /^There is no task \d+ here/],
    ["a text of 20,001 characters", { notes: "n".repeat(20_001) }, /^The notes must be 20,000 characters or fewer/],
  ])("%s is refused beside its field, with the rest kept", async (_, fields, problem) => {
    const before = await count();
    const answer = await organizer.post(tasks, { title: "A task", goal: "Kept.\r\nBoth lines.", ...fields });
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)).toHaveLength(1);
    expect(problemsOn(answer)[0]).toMatch(problem);
    expect(fieldValue(answer, "goal")?.replaceAll("\r\n", "\n")).toBe("Kept.\nBoth lines.");
    for (const [name, value] of Object.entries(fields)) {
      if (name === "waitsFor" || name === "title" || name === "size") expect(fieldValue(answer, name)).toBe(value);
    }
    expect(await count()).toBe(before);
  });

  it("a question of another theme, or one that is answered, cannot be waited for by sending its box along", async () => {
    await organizer.post(tasks, { title: "Sneak", [`question-${django.decided}`]: "1", "question-501": "501" });
    const { number } = (await newest()) ?? {};
    const awaited =
      await sql`select from awaited_questions w join tasks t on t.id = w.task_id where t.number = ${number}`;
    expect(awaited).toEqual([]);
  });

  it("ten organizers' tasks at once get ten numbers and ten places", async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => organizer.post(tasks, { title: `Crowd ${index}`, pillar: "" })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303));
    const rows =
      await sql`select number, position from tasks where title like 'Crowd %' and community_id = ${django.id}`;
    expect(new Set(rows.map(({ number }) => number)).size).toBe(10);
    expect(new Set(rows.map(({ position }) => position)).size).toBe(10);
  });

  it("a member is refused, and what they wrote is on the page", async () => {
    const answer = await (await app.signedIn(zoe)).post(tasks, { title: "Mine", doneWhen: "I say so." });
    expect(answer.status).toBe(403);
    expect(wordsOf(answer)).toContain("I say so.");
  });

  it("the address cannot be read", async () => {
    expect(await organizer.get(tasks)).toMatchObject({ status: 405, headers: { allow: "POST" } });
  });
});

describe("moving a task", () => {
  const place = async () => {
    const rows =
      await sql`select number from tasks where pillar_id = ${django.pillarId} and deleted_at is null order by position`;
    return rows.map(({ number }) => number);
  };

  const seen = async () => {
    const [row] = await sql`select order_rev from themes where id = ${django.themeId}`;
    return String(row?.order_rev);
  };
  const fields = async (before: number | "", rev?: string) => ({
    from: String(django.themeId),
    to: String(django.themeId),
    place: `${django.pillarId}/${before}`,
    seen: rev ?? (await seen()),
  });
  const hiddenIn = (page: { text: string }) =>
    Object.fromEntries(["from", "to", "seen"].map((name) => [name, fieldValue(page, name) ?? ""]));
  const move = async (number: number | undefined, before: number | "", by = organizer, rev?: string) =>
    by.post(`/django/tasks/${number}/position`, await fields(before, rev));

  it("puts it before a neighbour or at the end of its pillar, and leads back to it", async () => {
    const [one = 0, two = 0, ...others] = await place();
    const answer = await move(two, one);
    expect(answer).toMatchObject({ status: 303, headers: { location: `${theme}#task-${two}` } });
    expect(saidBy(answer)).toBe("The task has moved.");
    expect(await place()).toEqual([two, one, ...others]);
    await move(two, "");
    expect(await place()).toEqual([one, ...others, two]);
  });

  it("is asked for on a page that says every place in the theme, pillar by pillar", async () => {
    const [one, two] = await place();
    const page = await organizer.get(`/django/tasks/${one}/position`);
    expect(page.text).toContain('<optgroup label="Hashers">');
    expect(fieldValue(page, "place")).toBe(`${django.pillarId}/${two}`);
    expect(fieldValue(page, "from")).toBe(String(django.themeId));
    const sent = { ...hiddenIn(page), place: "/" };
    expect((await organizer.post(`/django/tasks/${one}/position`, sent)).status).toBe(303);
    expect(await place()).not.toContain(one);
    expect(wordsOf(await organizer.get(`/django/tasks/${one}/position`))).toContain("At the end, where it is now");
    await move(one, two ?? "");
    expect((await place())[0]).toBe(one);
  });

  it("goes to another theme, which is found by a part of its title", async () => {
    await organizer.post("/django/themes", { title: "Passkeys", why: "", state: "idea", champion: "" });
    const [one = 0, two = 0] = await place();
    const here = `/django/tasks/${one}/position`;
    const found = await organizer.get(`${here}?search=passk`);
    expect(found.text).toContain(`<a href="${here}?theme=passkeys">Passkeys</a>`);
    const page = await organizer.get(`${here}?theme=passkeys`);
    expect(wordsOf(page)).toContain("Where it goes in “Passkeys”");
    const answer = await organizer.post(here, { ...hiddenIn(page), place: "/" });
    expect(answer).toMatchObject({ status: 303, headers: { location: `/django/themes/passkeys#task-${one}` } });
    expect(await place()).not.toContain(one);

    const late = await move(one, two);
    expect(late.status).toBe(409);
    expect(wordsOf(late)).toContain("Mireia Puig moved this task to another theme a moment ago, so it stays there.");
    const back = await organizer.get(`${here}?theme=${django.themeSlug}`);
    await organizer.post(here, { ...hiddenIn(back), place: `${django.pillarId}/${two}` });
    expect((await place())[0]).toBe(one);
  });

  it("somebody who has not seen the last move is told who made it", async () => {
    await makeOrganizer(db, django, zoe);
    const [one, two] = await place();
    const old = await seen();
    await move(two, one ?? "", await app.signedIn(zoe));
    const late = await move(two, "", organizer, old);
    expect(late.status).toBe(409);
    expect(wordsOf(late)).toContain("Zoë Lindqvist moved this task a moment ago, so it stays where they put it.");
    expect((await place()).slice(0, 2)).toEqual([two, one]);
  });

  it("a drop is answered in place", async () => {
    const [one, two] = await place();
    const drop = { ...(await fields(two ?? "")), drop: "{}" };
    expect(await organizer.post(`/django/tasks/${one}/position`, drop)).toMatchObject({ status: 200 });
  });

  it("two tasks into one gap at the same moment both find room there", async () => {
    for (let round = 0; round < 8; round += 1) {
      const [a, b, c, d, ...others] = await place();
      const answers = await Promise.all([move(a, c ?? ""), move(d, c ?? "")]);
      expect(answers.map(({ status }) => status)).toEqual([303, 303]);
      expect([
        [b, a, d, c, ...others],
        [b, d, a, c, ...others],
      ]).toContainEqual(await place());
    }
  });

  it("moves and new tasks at once never fail, and lose nothing", async () => {
    const before = await place();
    const last = before.at(-1);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        index % 2 === 0
          ? organizer.post(tasks, { title: `While moving ${index}`, pillar: String(django.pillarId) })
          : move(last, index % 4 === 1 ? (before[0] ?? "") : ""),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(303));
    expect(await place()).toHaveLength(before.length + 6);
  });

  it.each<Record<string, string>>([
    {},
    { place: "1" },
    { place: "x/" },
    { place: "/-1" },
    { place: "/1/2" },
    { from: "" },
    { to: "1e3" },
    { seen: "" },
  ])("a form that no page of ours sends (%j) moves nothing", async (wrong) => {
    const before = await place();
    const sent = Object.keys(wrong).length > 0 ? { ...(await fields("")), ...wrong } : {};
    const answer = await organizer.post(`/django/tasks/${before[0]}/position`, sent);
    expect(answer.status).toBe(422);
    expect(wordsOf(answer)).toContain("Go back, and choose its place again.");
    expect(await place()).toEqual(before);
  });

  it("to a pillar or a theme of another community it goes nowhere", async () => {
    const before = await place();
    for (const wrong of [{ place: `${wagtail.pillarId}/` }, { to: String(wagtail.themeId), place: "/" }]) {
      const sent = { ...(await fields("")), ...wrong };
      const answer = await organizer.post(`/django/tasks/${before[0]}/position`, sent);
      expect([wrong, answer.status]).toEqual([wrong, 409]);
    }
    expect(await place()).toEqual(before);
  });

  it("a task that is not here is missing", async () => {
    for (const number of [wagtail.ready[0], 0, -1, "1.5", "1e3", "9223372036854775808", 9999]) {
      const answer = await organizer.post(`/django/tasks/${number}/position`, await fields(""));
      expect([number, answer.status]).toEqual([number, 404]);
    }
    expect((await move(django.deleted, "")).status).toBe(410);
  });
});
