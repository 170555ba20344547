import { beforeEach, describe, expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { addTasks, type TaskText } from "../../../db/queries/task-writing.server";
import { addThemes } from "../../../db/queries/theme-writing.server";
import { openApp } from "../../support/app";
import { makeCast, readyTask, stage } from "../../support/cast";
import { comes } from "../../support/crowd";
import { testDatabase } from "../../support/database";
import { formTo, problemsOn, saidBy, wordsOf } from "../../support/page";

const { db, sql, address, setClock } = await testDatabase();
const { mireia, priya, zoe, django } = await makeCast(db);
const app = await openApp(address);
let organizer = await app.signedIn(mireia);
const list = "/django/tasks/nearly-ready";
const place = { communityId: django.id, themeId: django.themeId, pillarId: null };

const add = async (title: string, more: Partial<TaskText>) =>
  (await change(db, stage, "add task", (tx) => addTasks(tx, place, [readyTask(title, more)])))[0]?.number ?? 0;
const listed = async (path = list) =>
  [...(await organizer.get(path)).text.matchAll(/<li[^>]* id="task-(\d+)"/g)].map(([, number]) => Number(number));
const focused = async (path: string) =>
  /<(?:textarea|button)[^>]*autofocus[^>]*>/.exec((await organizer.get(path)).text)?.[0];

/** Sets the clock; a session that ran out meanwhile is begun again. */
const at = async (time: string) => {
  await setClock(time);
  organizer = await app.signedIn(mireia);
};

beforeEach(() => at("2026-05-04T09:00:00Z"));

describe("the list of nearly ready tasks", () => {
  it("has those first that lack least, and among them those whose theme most newcomers wish for", async () => {
    const [other] = await change(db, stage, "add theme", (tx) =>
      addThemes(tx, django.id, [{ title: "Passkeys", why: "Wanted.", state: "active" }]),
    );
    const elsewhere = { communityId: django.id, themeId: other?.id ?? 0, pillarId: null };
    const one = await add("One thing", { verify: "" });
    const [wished] = await change(db, stage, "add task", (tx) =>
      addTasks(tx, elsewhere, [readyTask("Wished for", { start: " \n" })]),
    );
    await comes(db, django, "Newcomer One", { themes: [other?.id ?? 0] });
    expect(await listed()).toEqual([wished?.number, one, django.unready]);
    const page = wordsOf(await organizer.get(list));
    expect(page).toContain("1 newcomer wishes for it");
    expect(page).toContain("After that: how to verify.");
  });

  it("saving what is missing leads to the next row, whose form has the focus; a task with nothing missing leaves", async () => {
    const before = await listed();
    const [first = 0, second = 0] = before;
    const action = `/django/tasks/${first}/guidance`;
    const form = formTo(await organizer.get(list), action);
    const answer = await organizer.post(action, { ...form, guidance: "docs/topics/passkeys.txt" });
    expect(answer).toMatchObject({ status: 303, headers: { location: `${list}?at=${second}` } });
    expect(saidBy(answer)).toBe(`Task ${first} is ready now.`);
    expect(await listed()).toEqual(before.slice(1));
    expect(await focused(`${list}?at=${second}`)).toContain(`id="task-${second}-guidance"`);
  });

  it("proposes a wording for the kind, and stays at a task that lacks more", async () => {
    const task = await add("Two things", { kind: "code", start: "", doneWhen: "" });
    const action = `/django/tasks/${task}/guidance`;
    const first = formTo(await organizer.get(list), action);
    const answer = await organizer.post(action, { ...first, guidance: "The first file." });
    expect(answer.headers.location).toBe(`${list}?at=${task}`);
    const second = formTo(await organizer.get(list), action);
    expect(second).toMatchObject({
      field: "doneWhen",
      guidance: "a pull request is open, with a test that fails without the change",
    });
    await organizer.post(action, second);
    const [stored] =
      await sql`select start, done_when from tasks where number = ${task} and community_id = ${django.id}`;
    expect(stored).toEqual({ start: "The first file.", done_when: second.guidance });
  });

  it("an empty text is asked for again; what somebody else wrote meanwhile stays, beside yours", async () => {
    const task = await add("Raced for", { verify: "" });
    const action = `/django/tasks/${task}/guidance`;
    const form = formTo(await organizer.get(list), action);
    const empty = await organizer.post(action, { ...form, guidance: "\u200b" });
    expect([empty.status, problemsOn(empty)]).toEqual([422, ["Write what is missing, or leave the task for later."]]);
    expect(formTo(empty, action)).toMatchObject({ field: "verify", page: "1" });
    const texts = ["Mine.", "Theirs."];
    const answers = await Promise.all(texts.map((guidance) => organizer.post(action, { ...form, guidance })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const late = wordsOf(answers.find(({ status }) => status === 409) ?? { text: "" });
    for (const text of texts) expect(late).toContain(text);
    for (const field of ["rev", "title", ""]) {
      expect((await organizer.post(action, { ...form, field, guidance: "x" })).status).toBe(422);
    }
  });

  it("leads to the task or the question that is in the way", async () => {
    const task = await add("Waits for an answer", {});
    const edit = `/django/tasks/${task}/edit`;
    const fields = { ...formTo(await organizer.get(edit), edit), waitsFor: String(django.unready) };
    await organizer.post(edit, { ...fields, [`question-${django.question}`]: "1" });
    const page = await organizer.get(list);
    expect(wordsOf(page)).toContain("It waits for Think about tokens");
    expect(wordsOf(page)).toContain("After that: no open question.");
  });

  it("is for organizers, and any page that is asked for is one there is", async () => {
    expect((await (await app.signedIn(zoe)).get(list)).status).toBe(403);
    for (const page of ["0", "abc", "9999"]) expect((await listed(`${list}?page=${page}`)).length).toBeGreaterThan(0);
  });

  it("takes the same statements however many tasks there are", async () => {
    const statements = async () => {
      app.statements.length = 0;
      await organizer.get(list);
      return app.statements.length;
    };
    const few = await statements();
    const many = Array.from({ length: 120 }, (_, index) => readyTask(`Task ${index}`, { verify: "" }));
    await change(db, stage, "add task", (tx) => addTasks(tx, place, many));
    expect(await statements()).toBe(few);
    expect((await listed()).length).toBe(50);
    expect(wordsOf(await organizer.get(`${list}?page=2`))).toContain("Page 2 of 3");
  });
});

describe("a task that nobody has looked at", () => {
  const page = (number: number) => organizer.get(`/django/tasks/${number}`);
  const stale = `${list}?show=stale`;

  it("says after 60 days that it asks to be checked, and one press says that it is still true", async () => {
    const [task = 0, next = 0] = django.ready;
    await at("2026-07-03T08:59:59Z");
    expect(wordsOf(await page(task))).not.toContain("It is still true");
    expect(await listed(stale)).toEqual([]);
    await at("2026-07-03T09:00:00Z");
    expect(wordsOf(await app.visitor().get(`/django/tasks/${task}`))).toContain("Nobody has checked it for 60 days.");
    expect(wordsOf(await app.visitor().get("/django/tasks"))).toContain("Not checked lately");
    expect(wordsOf(await organizer.get(`/django/themes/${django.themeSlug}`))).toContain("Is it still true?");
    expect(await listed(stale)).toContain(task);

    const action = `/django/tasks/${task}/check`;
    const answer = await organizer.post(action, formTo(await organizer.get(stale), action));
    expect(answer.headers.location).toBe(`${stale}&at=${next}`);
    expect(await listed(stale)).not.toContain(task);
    expect(wordsOf(await page(task))).not.toContain("Nobody has checked it");
    const [row] = await sql`select actor_id::int, action, after from audit_rows where action = 'check task'`;
    expect(row).toMatchObject({ actor_id: mireia.id, after: { checked_at: expect.any(String) } });
  });

  it("its mentor may say so as well, and nobody else", async () => {
    await at("2026-07-03T09:00:00Z");
    const [, , task = 0] = django.ready;
    await change(db, stage, "set the stage", (tx) =>
      tx.execute(`update tasks set mentor_id = ${priya.id} where community_id = ${django.id} and number = ${task}`),
    );
    const mentor = await app.signedIn(priya);
    expect((await (await app.signedIn(zoe)).post(`/django/tasks/${task}/check`)).status).toBe(403);
    expect(wordsOf(await mentor.get(`/django/tasks/${task}`))).toContain("It is still true");
    expect((await mentor.post(`/django/tasks/${task}/check`)).headers.location).toBe(`/django/tasks/${task}`);
  });

  it("asks again when the theme's why changes, or a question it waited for is answered", async () => {
    const [, , , task = 0] = django.ready;
    const edit = `/django/tasks/${task}/edit`;
    await organizer.post(edit, { ...formTo(await organizer.get(edit), edit), [`question-${django.question}`]: "1" });
    await at("2026-05-05T09:00:00Z");
    await organizer.post(`/django/questions/${django.question}/decision`, { answer: "Argon2." });
    expect(wordsOf(await page(task))).toContain("What it waited for has changed since somebody last checked it.");
    await organizer.post(`/django/tasks/${task}/check`);
    await at("2026-05-06T09:00:00Z");
    const theme = `/django/themes/${django.themeSlug}/edit`;
    await organizer.post(theme, { ...formTo(await organizer.get(theme), theme), why: "The law changed." });
    expect(wordsOf(await page(task))).toContain("The theme's why has changed since somebody last checked it.");
  });
});

describe("a mentor with hours left", () => {
  it("counts while a sprint is on: somebody who gives none has none left", async () => {
    const mentoring = await comes(db, django, "Mentor One", { seats: 2, mentorHours: 8 });
    const task = await add("Ask the mentor", { mentorId: mentoring.id });
    const absent = await add("Ask the absent", { mentorId: zoe.id });
    const asked = async (number: number) => wordsOf(await organizer.get(`/django/tasks/${number}`));
    expect(await asked(absent)).toContain("Somebody to ask There");
    await at("2026-05-21T09:00:00Z");
    expect(await asked(task)).toContain("Somebody to ask There");
    expect(await asked(absent)).toContain("Somebody to ask Missing");
  });
});
