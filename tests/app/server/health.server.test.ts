import { expect, it } from "vitest";
import { version } from "../../../package.json";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { severable } from "../../support/severed-database";

const { db, sql, address } = await testDatabase();
const cast = await makeCast(db);
const way = await severable(address);
const app = await openApp({ ...address, socketDir: way.socketDir });

const well = { status: "ok", database: "ok", version };
const away = { status: "unavailable", database: "away", version };

it("a healthy app says so, with its version", async () => {
  const answered = await app.visitor().get("/healthz");
  expect(answered.status).toBe(200);
  expect(JSON.parse(answered.text)).toEqual(well);
  expect(answered.headers["cache-control"]).toBe("no-store");
  const head = await app.visitor().ask("/healthz", { method: "HEAD" });
  expect([head.status, head.text]).toEqual([200, ""]);
});

it("while the database is away the app says so on every page, and comes back with it", async () => {
  const zoe = await app.signedIn(cast.zoe);
  expect((await zoe.get("/my-work")).status).toBe(200);
  for (let round = 0; round < 3; round += 1) {
    await way.sever();
    const health = await app.visitor().get("/healthz");
    expect([health.status, JSON.parse(health.text), health.headers["retry-after"]]).toEqual([503, away, "5"]);

    const told = await Promise.all([
      app.visitor().get("/"),
      app.visitor().get("/django/tasks/1"),
      zoe.get("/my-work"),
      zoe.post("/django/membership"),
      zoe.post("/django/tasks/1/claim", { note: "I begin with the tests." }),
      app.visitor().post("/sign-in", { email: "kofi@example.org" }),
    ]);
    for (const answered of told) {
      expect(answered.status).toBe(503);
      expect(answered.headers["retry-after"]).toBe("5");
      expect(answered.headers["cache-control"]).toBe("no-store");
      expect(answered.text).toContain(answered.headers["x-request-id"]);
      expect(answered.text).not.toContain("<script");
      expect(answered.text).not.toMatch(/ECONNREFUSED|CONNECTION|socket|select/i);
    }
    expect((await app.visitor().get("/favicon.svg")).status).toBe(200);

    await way.mend();
    expect((await app.visitor().get("/healthz")).status).toBe(200);
    expect((await zoe.get("/my-work")).status).toBe(200);
  }
  const [claims] = await sql`select count(*)::int as count from claims`;
  expect(claims?.count).toBe(0);
});

it("what went wrong is in the log, under the request's id", async () => {
  await way.sever();
  const answered = await app.visitor().get("/django");
  await way.mend();
  const lines = app.lines.filter(({ requestId }) => requestId === answered.headers["x-request-id"]);
  expect(lines).toContainEqual(expect.objectContaining({ level: 30, path: "/django", status: 503 }));
  expect(lines).toContainEqual(expect.objectContaining({ level: 50 }));
});

it("a database that says nothing counts as away within a second", async () => {
  way.stall();
  const began = performance.now();
  const answered = await app.visitor().get("/healthz");
  expect(answered.status).toBe(503);
  expect(performance.now() - began).toBeLessThan(3_000);
  await way.sever();
  await way.mend();
  expect((await app.visitor().get("/healthz")).status).toBe(200);
});
