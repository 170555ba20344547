import { describe, expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { addTasks } from "../../../db/queries/task-writing.server";
import { openApp } from "../../support/app";
import { makeCast, readyTask, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { formTo, problemsOn, saidBy, wordsOf } from "../../support/page";

const { db, sql, address } = await testDatabase();
const { mireia, kofi, zoe, django, wagtail } = await makeCast(db);
const app = await openApp(address);
const organizer = await app.signedIn(mireia);
const newcomer = await app.signedIn(kofi);
const [question] =
  await sql`select id::int from questions where community_id = ${django.id} and number = ${django.question}`;

const experiment = async (title: string) => {
  const place = { communityId: django.id, themeId: django.themeId, pillarId: null };
  const [made] = await change(db, stage, "add task", (tx) =>
    addTasks(tx, place, [readyTask(title, { kind: "experiment" })]),
  );
  return `/django/tasks/${made?.number}`;
};

describe("what an experiment showed", () => {
  it("is asked of whoever finishes it, and stands on the task's and the question's page with who and when", async () => {
    const task = await experiment("Try both hashers");
    await newcomer.post(`${task}/claim`, { note: "" });
    const finished = await newcomer.post(`${task}/claim/ending`, { reason: "finished", note: "" });
    expect(finished).toMatchObject({ status: 303, headers: { location: `${task}/findings` } });
    expect(saidBy(finished)).toContain("what did it show?");

    const path = `${task}/findings`;
    const filled = formTo(await newcomer.get(path), path);
    const fields = { ...filled, findings: "Argon2 is **slower**, as it should be.", question: String(question?.id) };
    expect((await newcomer.post(path, fields)).headers.location).toBe(`${task}#findings`);
    for (const page of [task, `/django/questions/${django.question}`]) {
      const read = wordsOf(await app.visitor().get(page));
      expect(read).toContain("Argon2 is slower, as it should be.");
      expect(read).toContain("Written down by Kofi Abara, Monday 4 May 2026");
    }
    expect(wordsOf(await app.visitor().get(task))).toContain("It helps to answer Which hasher comes first?");
  });

  it("is not asked of other kinds of task, nor when it is handed back", async () => {
    const [docs = 0] = django.ready;
    await newcomer.post(`/django/tasks/${docs}/claim`, { note: "" });
    const finished = await newcomer.post(`/django/tasks/${docs}/claim/ending`, { reason: "finished", note: "" });
    expect(finished.headers.location).toBe(`/django/tasks/${docs}`);
    expect((await newcomer.get(`/django/tasks/${docs}/findings`)).status).toBe(409);
    const task = await experiment("Try one hasher");
    await newcomer.post(`${task}/claim`, { note: "" });
    const released = await newcomer.post(`${task}/claim/ending`, { reason: "released", note: "" });
    expect(released.headers.location).toBe(task);
    expect((await newcomer.get(`${task}/findings`)).status).toBe(403);
  });

  it("is written by whoever worked on it, or an organizer; an empty one and a foreign question are refused", async () => {
    const task = await experiment("Try no hasher");
    const path = `${task}/findings`;
    const refused = await (await app.signedIn(zoe)).post(path, { findings: "I know better." });
    expect([refused.status, wordsOf(refused).includes("I know better.")]).toEqual([403, true]);
    const [foreign] = await sql`select id::int from questions where community_id = ${wagtail.id} limit 1`;
    const answer = await organizer.post(path, { findings: "", question: String(foreign?.id), seen: "" });
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)).toEqual([
      "Write what it showed. That it showed nothing is a finding too.",
      "Choose one of the theme's questions, or none.",
    ]);
  });

  it("two who write at once do not overwrite each other", async () => {
    const task = await experiment("Try every hasher");
    const path = `${task}/findings`;
    await newcomer.post(`${task}/claim`, { note: "" });
    const send = (findings: string) => ({ findings, question: "", seen: "" });
    const answers = await Promise.all([newcomer.post(path, send("Kofi's.")), organizer.post(path, send("Mireia's."))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const loser = answers.find(({ status }) => status === 409) ?? { text: "" };
    for (const said of ["Kofi's.", "Mireia's."]) expect(wordsOf(loser)).toContain(said);
    expect((await organizer.post(path, formTo(loser, path))).status).toBe(303);
  });
});
