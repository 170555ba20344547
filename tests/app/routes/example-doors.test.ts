import { describe, expect, it } from "vitest";
import * as nowhere from "../../../app/routes/$";
import * as clearing from "../../../app/routes/example.clearing";
import * as visitor from "../../../app/routes/example.visitor";
import * as mailbox from "../../../app/routes/mailbox";
import { action as setup } from "../../../app/routes/setup.$token";
import { change } from "../../../db/queries/change.server";
import { addCommunity, hasCommunity } from "../../../db/queries/communities.server";
import { findOrAddPerson } from "../../../db/queries/people.server";
import { castParts, exampleCast } from "../../../db/seed/cast";
import { testDatabase } from "../../support/database";
import { Visitor } from "../../support/visitor";

const { db, sql, stageOnce } = await testDatabase();
const example = { db, example: true };

stageOnce(async () => {
  await change(db, { personId: null, requestId: null }, "load example", async (tx) => {
    const people = [];
    for (const part of castParts) people.push(await findOrAddPerson(tx, exampleCast[part]));
    await addCommunity(tx, { slug: "django", name: "Django", summary: "", example: true }, people[0]?.id ?? 0);
  });
});

describe("outside the example", () => {
  it.each([
    ["/mailbox", mailbox.loader],
    ["/example/visitor", visitor.loader],
    ["/example/clearing", clearing.loader],
  ])("%s is as missing as an address that is nobody's", async (path, loader) => {
    const missing = await new Visitor({ db }).read(nowhere.loader, "/nothing/here");
    expect(missing.status).toBe(404);
    expect(await new Visitor({ db }).read(loader, path)).toEqual(missing);
  });

  it.each([
    ["/example/visitor", visitor.action, { as: "organizer" }],
    ["/example/clearing", clearing.action, {}],
  ])("a form sent to %s is as missing, and does nothing", async (path, action, fields) => {
    const missing = await new Visitor({ db }).send(nowhere.action, "/nothing/here", {});
    const outsider = new Visitor({ db });
    expect(await outsider.send(action, path, fields)).toEqual(missing);
    expect(await outsider.who()).toBeNull();
    expect(await hasCommunity(db)).toBe(true);
  });
});

describe("looking around", () => {
  it.each(castParts)("as the %s signs in as that person", async (part) => {
    const browser = new Visitor(example);
    expect((await browser.send(visitor.action, "/example/visitor", { as: part })).status).toBe(303);
    expect(await browser.who()).toMatchObject(exampleCast[part]);
  });

  it("stays on the page it was pressed on", async () => {
    const from = "/django/tasks?kind=docs";
    const answer = await new Visitor(example).send(visitor.action, "/example/visitor", { as: "mentor" }, { from });
    expect(answer.location).toBe(from);
  });

  it("goes where the sign-in page led", async () => {
    const from = "/sign-in?next=%2Fdjango%2Ftasks%2F42";
    const answer = await new Visitor(example).send(visitor.action, "/example/visitor", { as: "mentor" }, { from });
    expect(answer.location).toBe("/django/tasks/42");
  });

  it.each(["https://evil.example/", "/sign-in?next=//evil.example", "/sign-in/token", "/setup/token"])(
    "from %s goes home",
    async (from) => {
      const answer = await new Visitor(example).send(visitor.action, "/example/visitor", { as: "mentor" }, { from });
      expect(answer.location).toBe("/");
    },
  );

  it.each(["admin", "", "__proto__"])("as %j is refused", async (as) => {
    const browser = new Visitor(example);
    expect((await browser.send(visitor.action, "/example/visitor", { as })).status).toBe(422);
    expect(await browser.who()).toBeNull();
  });

  it("takes a form alone", async () => {
    expect((await new Visitor(example).read(visitor.loader, "/example/visitor")).status).toBe(405);
    expect((await new Visitor(example).read(clearing.loader, "/example/clearing")).status).toBe(405);
  });
});

describe("clearing the example", () => {
  it("leaves nothing but a record of it, and leads to where one's own begins", async () => {
    const browser = new Visitor(example);
    await browser.send(visitor.action, "/example/visitor", { as: "organizer" });
    const answer = await browser.send(clearing.action, "/example/clearing", {});
    expect(answer.status).toBe(303);
    expect(answer.location).toMatch(/^\/setup\/[\w-]{43}$/);
    expect(await browser.who()).toBeNull();

    const tables = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'test_clock'`;
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const [rows] = await sql.unsafe<{ count: number }>(`select count(*)::int as count from "${name}"`);
      const left = { audit_rows: 2, setup_links: 1 }[name] ?? 0;
      expect({ name, count: rows?.count }).toEqual({ name, count: left });
    }
    const [first] = await sql<{ action: string; actor: string | null }>`
      select action, actor_id as actor from audit_rows order by id limit 1`;
    expect(first).toEqual({ action: "clear example", actor: null });

    const token = answer.location?.split("/").at(-1) ?? "";
    const fields = { name: "Wagtail", yourName: "Thibaud", email: "t@example.org" };
    expect((await browser.send(setup, `/setup/${token}`, fields, { params: { token } })).location).toBe("/wagtail");
  });

  it("never touches what somebody made afterwards", async () => {
    const browser = new Visitor(example);
    const { location } = await browser.send(clearing.action, "/example/clearing", {});
    const token = location?.split("/").at(-1) ?? "";
    const fields = { name: "Wagtail", yourName: "Thibaud", email: "t@example.org" };
    await browser.send(setup, `/setup/${token}`, fields, { params: { token } });
    expect((await browser.send(clearing.action, "/example/clearing", {})).status).toBe(409);
    expect(await hasCommunity(db)).toBe(true);
    expect((await browser.send(visitor.action, "/example/visitor", { as: "mentor" })).status).toBe(409);
  });
});

it("the mailbox shows what would have been sent, newest first", async () => {
  const browser = new Visitor(example);
  const { mailer } = browser.context();
  await mailer.send({ to: "kofi@example.org", subject: "First", text: "one" });
  await mailer.send({ to: "priya@example.org", subject: "Second", text: "two" });
  const { data } = await browser.read(mailbox.loader, "/mailbox");
  expect(data).toMatchObject({ mails: [{ subject: "Second" }, { subject: "First" }] });
});
