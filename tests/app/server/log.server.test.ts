import { expect, it } from "vitest";
import { bug, loggable } from "../../../app/server/log.server";
import { makeSetupLink } from "../../../db/queries/setup-links.server";
import { openApp } from "../../support/app";
import { makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";

const { db, sql, address } = await testDatabase();
const cast = await makeCast(db);
const app = await openApp(address);
const written = () => JSON.stringify(app.lines);

it("each request is one line with its id, method, path, status and time", async () => {
  const zoe = await app.signedIn(cast.zoe);
  const asked = [
    ["GET", "/django", await zoe.get("/django?page=2")],
    ["HEAD", "/django", await zoe.ask("/django", { method: "HEAD" })],
    ["POST", "/django/membership", await zoe.post("/django/membership")],
    ["GET", "/nowhere", await zoe.get("/nowhere")],
    ["PUT", "/", await zoe.ask("/", { method: "PUT" })],
    ["GET", null, await zoe.get("/sign-in/%FF")],
    ["GET", "/", await zoe.get("/", { Host: "evil.example" })],
  ] as const;
  for (const [method, path, answered] of asked) {
    const requestId = answered.headers["x-request-id"];
    const lines = app.lines.filter((line) => line.requestId === requestId);
    expect(lines).toEqual([
      { level: 30, time: expect.any(String), requestId, method, path, status: answered.status, ms: expect.any(Number) },
    ]);
  }
});

it("the trail knows the request that made a change, so that both can be read together", async () => {
  const zoe = await app.signedIn(cast.zoe);
  const answered = await zoe.post(`/django/tasks/${cast.django.ready[0]}/claim`, { note: "I begin." });
  expect(answered.status).toBe(303);
  const trail =
    await sql`select object, outcome from audit_rows where request_id = ${answered.headers["x-request-id"]}`;
  expect(trail).toEqual([{ object: "claims", outcome: "ok" }]);
});

it("what opens a door or is private never gets into the log", async () => {
  const kofi = app.visitor();
  await kofi.post("/sign-in?next=%2Fdjango", { email: "kofi@example.org" });
  const path = new URL(/http:\S+/.exec(app.mails.at(-1)?.text ?? "")?.[0] ?? "").pathname;
  const signIn = path.split("/").at(-1) ?? "";
  await kofi.get(path);
  await kofi.get(`${path}.data`);
  await kofi.get(`${path}?x=1`);
  await kofi.get(path.replace("/sign-in/", "//sign-in/"));
  await kofi.get(path.replace("/sign-in/", "/SIGN-IN/"));
  await kofi.get(path.replace("/sign-in/", "/sign%2Din/"));
  expect((await kofi.post(path)).status).toBe(303);
  const session = kofi.cookies.get("portolan") ?? "";
  await kofi.get("/my-work");

  const setup = await makeSetupLink(db, stage);
  expect((await kofi.get(`/setup/${setup}`)).status).toBe(200);
  await kofi.post(`/setup/${setup}`, { name: "Rails", yourName: "Rosa Sol", email: "rosa@example.org" });

  expect(session).toMatch(/^[a-z2-7]{40}$/);
  expect(app.lines.some(({ path }) => path === "/sign-in/…")).toBe(true);
  for (const secret of [signIn, setup, session, "example.org", "Kofi", "Rosa"]) {
    expect(written()).not.toContain(secret);
  }
});

it("a bug is written down with its place, and without what people had typed", async () => {
  await sql.unsafe("alter table people add constraint people_no_o check (name !~ 'Oona')");
  const oona = app.visitor();
  await oona.post("/sign-in", { email: "oona.private@example.org" });
  const path = new URL(/http:\S+/.exec(app.mails.at(-1)?.text ?? "")?.[0] ?? "").pathname;
  const answered = await oona.post(path, { name: "Oona Private" });
  await sql.unsafe("alter table people drop constraint people_no_o");
  expect(answered.status).toBe(500);
  expect(answered.text).toContain(answered.headers["x-request-id"]);
  expect(answered.text).not.toMatch(/people_no_o|insert into|violates/);

  const [bug] = app.lines.filter(
    ({ level, requestId }) => level === 50 && requestId === answered.headers["x-request-id"],
  );
  const said = JSON.stringify(bug);
  expect(said).toContain("people_no_o");
  expect(said).toContain("insert into");
  expect(said).toMatch(/"at \S+/);
  expect(said).not.toMatch(/oona|private/i);
});

it.each([
  ["/sign-in/abc", "/sign-in/…"],
  ["/setup/abc", "/setup/…"],
  ["/setup/abc/more", "/setup/…"],
  ["/sign-in/abc.data", "/sign-in/…"],
  ["//sign-in//abc", "/sign-in/…"],
  ["/Sign-In/abc", "/sign-in/…"],
  ["/sign%2din/abc", "/sign-in/…"],
  ["/sign-in", "/sign-in"],
  ["/sign-in/", "/sign-in/"],
  ["/sign-information", "/sign-information"],
  ["/django/tasks/42", "/django/tasks/42"],
])("the log knows %s as %s", (path, known) => {
  expect(loggable(path)).toBe(known);
});

it("a bug is known without the values it is about, down to its cause", () => {
  const database = Object.assign(new Error('invalid input syntax for type uuid: "kofi@example.org"'), {
    name: "PostgresError",
    severity: "ERROR",
    code: "22P02",
    detail: "Key (email)=(kofi@example.org) already exists.",
  });
  const query = new Error("Failed query: select $1\nparams: kofi@example.org", { cause: database });
  const known = bug(Object.assign(query, { query: "select $1", params: ["kofi@example.org"] }));
  expect(known).toMatchObject({
    message: "a query failed",
    query: "select $1",
    cause: { type: "PostgresError", code: "22P02", message: "invalid input syntax for type uuid" },
  });
  expect(known.at[0]).toMatch(/^at .*log\.server\.test/);
  expect(JSON.stringify(known)).not.toContain("kofi");
  expect(bug("kofi@example.org")).toEqual({ type: "string", message: "something that is no error was thrown", at: [] });
});
