import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { publicPage } from "../../../app/server/page-cache.server";
import { change, nameTheDeed } from "../../../db/queries/change.server";
import { editTask } from "../../../db/queries/task-writing.server";
import { findTask } from "../../../db/queries/tasks.server";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { ask } from "../../support/http";
import { TEST_NOW } from "../../support/test-clock";

const { db, address, setClock } = await testDatabase();
const cast = await makeCast(db);
const app = await openApp(address);
const passer = app.visitor();
const { id: communityId, themeSlug, ready } = cast.django;
const [one = 0, two = 0, three = 0] = ready;
const theme = `/django/themes/${themeSlug}`;
const doer = { personId: cast.mireia.id, requestId: null };

async function statements(read: () => Promise<unknown>): Promise<number> {
  app.statements.length = 0;
  await read();
  return app.statements.length;
}

/** What a page says; React writes a comment where two texts meet. */
const read = async (path: string) => (await passer.get(path)).text.replaceAll("<!-- -->", "");

const task = async (number: number) => {
  const found = await findTask(db, communityId, number);
  if (!found) throw new Error(`there is no task ${number}`);
  return { communityId, id: found.id, rev: found.rev };
};

it("somebody passing by reads what the one before them read, for one statement", async () => {
  const first = await passer.get(theme);
  let again = first;
  expect(await statements(async () => (again = await passer.get(theme)))).toBe(1);
  expect([again.status, again.text]).toEqual([200, first.text]);
  for (const name of ["content-type", "content-security-policy", "cache-control", "vary", "referrer-policy"])
    expect(again.headers[name], name).toBe(first.headers[name]);
  expect(again.headers["x-request-id"]).not.toBe(first.headers["x-request-id"]);
});

it("reads what is new at once, when a task has another title", async () => {
  await passer.get(theme);
  await change(db, doer, "edit task", async (tx) => editTask(tx, await task(one), { title: "Name every hasher" }));
  expect((await passer.get(theme)).text).toContain("Name every hasher");
});

it("reads also what was written before the last change and is seen after it", async () => {
  const [earlier, later] = [await task(one), await task(two)];
  await db.transaction(async (slow) => {
    await nameTheDeed(slow, doer, "edit task");
    await editTask(slow, earlier, { title: "Written first, seen last" });
    await change(db, doer, "edit task", (tx) => editTask(tx, later, { title: "Written last, seen first" }));
    const between = (await passer.get(theme)).text;
    expect(between).toContain("Written last, seen first");
    expect(between).not.toContain("Written first, seen last");
  });
  expect((await passer.get(theme)).text).toContain("Written first, seen last");
});

it("a claim that has run out holds its task for nobody", async () => {
  const kofi = await app.signedIn(cast.kofi);
  await kofi.post(`/django/tasks/${three}/claim`, { note: "" });
  expect(await read(theme)).toContain("Held by Kofi");
  await setClock("2026-05-20T09:00:00Z");
  expect(await read(theme)).not.toContain("Held by Kofi");
  await setClock(TEST_NOW);
});

it("whoever is signed in reads their own page, and leaves nothing of it to others", async () => {
  const mireia = await app.signedIn(cast.mireia);
  const path = `/django/tasks/${two}`;
  expect((await mireia.get(path)).text).toContain("Mireia");
  const seen = (await passer.get(path)).text;
  expect(seen).toContain("Sign in");
  expect(seen).not.toContain("Mireia");
  await passer.get(path);
  expect((await mireia.get(path)).text).toContain("Mireia");
});

it("what somebody is told once is told to nobody else", async () => {
  await passer.get("/django");
  const told = app.visitor();
  told.keep("portolan-said=You%20are%20signed%20out.; Path=/");
  expect((await told.get("/django")).text).toContain("You are signed out.");
  expect((await app.visitor().get("/django")).text).not.toContain("You are signed out.");
});

it("a page that is not there is as missing the second time", async () => {
  for (const path of ["/django/tasks/9999", "/nowhere", "/django/sprints/none"]) {
    const [first, again] = [await passer.get(path), await passer.get(path)];
    expect([first.status, again.status], path).toEqual([404, 404]);
    expect(again.text).toContain(String(again.headers["x-request-id"]));
  }
});

it("comes packed to whoever asks for that, with the same words in it", async () => {
  const packed = () =>
    ask(app.port, theme, { headers: { Host: `localhost:${app.port}`, "Accept-Encoding": "gzip, deflate" } });
  const plain = await passer.get(theme);
  for (const answered of [await packed(), await packed()]) {
    expect(answered.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(answered.bytes).toString()).toBe(plain.text);
  }
  expect((await passer.get(theme)).headers["content-encoding"]).toBeUndefined();
});

it.each([
  ["a form", new Request("http://localhost/django", { method: "POST" })],
  ["a visitor with a cookie", new Request("http://localhost/django", { headers: { Cookie: "a=b" } })],
  ["a form that was kept", new Request("http://localhost/django?kept=abc")],
  ["a search", new Request("http://localhost/django/tasks?skill=css&page=2")],
  ["the first page of all", new Request("http://localhost/")],
  ["a page of no community", new Request("http://localhost/sign-in")],
])("is not asked for %s", (_, request) => {
  expect(publicPage(request)).toBeNull();
});

it("keeps the pages of a list apart, and those of two hosts", () => {
  const key = (url: string) => publicPage(new Request(url))?.key;
  const keys = ["http://a/django/roadmap", "http://a/django/roadmap?page=2", "http://b/django/roadmap"].map(key);
  expect(new Set(keys).size).toBe(3);
  expect(keys).not.toContain(undefined);
});
