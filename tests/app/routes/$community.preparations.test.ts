import { expect, it } from "vitest";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { formTo, problemsOn, saidBy, wordsOf } from "../../support/page";

const { db, address } = await testDatabase();
const { kofi, zoe, priya, django } = await makeCast(db);
const app = await openApp(address);
const [member, other, stranger] = [await app.signedIn(zoe), await app.signedIn(priya), await app.signedIn(kofi)];
await member.post("/django/membership");
await other.post("/django/membership");
const asked = { kind: "task", theme: django.themeSlug, about: String(django.unready) };
const task = `/django/tasks/${django.unready}`;
let page = "";

it("a member takes a task to prepare, from its page; the next one is told who has it", async () => {
  expect(wordsOf(await stranger.get(task))).not.toContain("Prepare this task");
  const answer = await member.post("/django/preparations", formTo(await member.get(task), "/django/preparations"));
  expect(saidBy(answer)).toMatch(/^You prepare this: /);
  page = String(answer.headers.location).replace(/#.*/, "");
  expect(wordsOf(await other.get(task))).toContain(`${zoe.name} prepares it now.`);
  const late = await other.post("/django/preparations", asked);
  expect(late.status).toBe(409);
  expect(wordsOf(late)).toContain(`${zoe.name} prepares this now.`);
  expect(wordsOf(await other.get("/django/roadmap/guidance"))).toContain("Being prepared now");
  expect(wordsOf(await member.get("/my-work"))).toContain("Make ready: Think about tokens");
});

it("nobody but members takes one, and what is to be prepared has to be there", async () => {
  const answer = await stranger.post("/django/preparations", asked);
  expect(answer.status).toBe(403);
  expect(wordsOf(answer)).toContain("Preparing is for members.");
  expect((await other.post("/django/preparations", { ...asked, about: "99999" })).status).toBe(404);
  expect((await other.post("/django/preparations", { ...asked, about: "" })).status).toBe(404);
  expect((await other.post("/django/preparations", { ...asked, kind: "dance" })).status).toBe(422);
  expect((await other.post("/django/preparations", { ...asked, about: String(django.ready[0]) })).status).toBe(409);
});

it("what was written stays when it is too long, or when somebody else was faster", async () => {
  const form = formTo(await member.get(page), page);
  const long = await member.post(page, { ...form, start: "a".repeat(20_001), verify: "Ask somebody." });
  expect(long.status).toBe(422);
  expect(problemsOn(long)[0]).toMatch(/20,000 characters/);
  expect(wordsOf(long)).toContain("Ask somebody.");

  expect(saidBy(await member.post(page, { ...form, start: "The hashers module." }))).toMatch(/still missing/);
  const late = await member.post(page, { ...form, start: "Elsewhere." });
  expect(late.status).toBe(409);
  expect(wordsOf(late)).toContain("Elsewhere.");
  expect((await other.post(page, form)).status).toBe(403);
});

it("with the last text the task is ready, and whoever prepared it is credited on its page and on their own", async () => {
  const form = formTo(await member.get(page), page);
  const answer = await member.post(page, { ...form, verify: "Log in with a token." });
  expect(saidBy(answer)).toMatch(/^The task is ready/);
  expect(wordsOf(await app.visitor().get(task))).toContain(`Prepared by ${zoe.name}.`);
  const own = await other.get(`/django/people/${zoe.id}`);
  expect(wordsOf(own)).toContain("Has prepared");
  expect(wordsOf(own)).toContain("Make ready: Think about tokens");
  expect(own.text).not.toContain(zoe.email);
  expect((await member.post(`${page}/ending`, { note: "" })).status).toBe(409);
});
