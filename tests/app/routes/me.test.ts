import { expect, it } from "vitest";
import { action, loader } from "../../../app/routes/me";
import { change } from "../../../db/queries/change.server";
import { findOrAddPerson } from "../../../db/queries/people.server";
import { testDatabase } from "../../support/database";
import { signedIn, Visitor } from "../../support/visitor";

const { db, sql } = await testDatabase();
const kofi = await change(db, { personId: null, requestId: null }, "sign in", (tx) =>
  findOrAddPerson(tx, { name: "Kofi Abara", email: "kofi@example.org", timeZone: "Africa/Accra" }),
);

it("a person sees what is known about them", async () => {
  const { data } = await (await signedIn({ db }, kofi)).read(loader, "/me");
  expect(data).toMatchObject({
    email: "kofi@example.org",
    filled: { name: "Kofi Abara", timeZone: "Africa/Accra" },
    zones: expect.arrayContaining(["UTC", "Asia/Kathmandu", "Africa/Accra"]),
  });
});

it("a person changes their name and time zone, and is read in it from then on", async () => {
  const browser = await signedIn({ db }, kofi);
  const answer = await browser.send(action, "/me", { name: "Kofi A. Abara", timeZone: "Europe/Madrid" });
  expect(answer).toMatchObject({ status: 303, location: "/me" });
  expect(await browser.who()).toMatchObject({ name: "Kofi A. Abara", timeZone: "Europe/Madrid" });
  const [row] = await sql<{ action: string; actor: string; after: object }>`
    select action, actor_id as actor, after from audit_rows order by id desc limit 1`;
  expect(row).toEqual({ action: "edit person", actor: String(kofi.id), after: {} });
});

it.each([
  [{ name: "", timeZone: "UTC" }, "name"],
  [{ name: "\u202e\u200f", timeZone: "UTC" }, "name"],
  [{ name: "Kofi", timeZone: "Atlantis/Capital" }, "timeZone"],
  [{ name: "Kofi" }, "timeZone"],
])("%j is refused at the field %s, and kept", async (fields: Record<string, string>, field) => {
  const browser = await signedIn({ db }, kofi);
  const before = await browser.who();
  const answer = await browser.send(action, "/me", fields);
  expect(answer.status).toBe(422);
  expect(answer.data).toMatchObject({ errors: [{ field }], typed: fields });
  expect(await browser.who()).toEqual(before);
});

it.each(["id", "role", "rev"])("nobody becomes somebody else by sending %s along", async (name) => {
  const browser = await signedIn({ db }, kofi);
  const answer = await browser.send(action, "/me", { name: "Kofi", timeZone: "UTC", [name]: "1" });
  expect(answer.status).toBe(422);
  const [row] = await sql<{ outcome: string; actor: string }>`
    select outcome, actor_id as actor from audit_rows order by id desc limit 1`;
  expect(row).toEqual({ outcome: "denied", actor: String(kofi.id) });
});

it("somebody whose session is over signs in and finds what they had changed", async () => {
  const sent = await new Visitor({ db }).send(action, "/me", { name: "Kofi Two", timeZone: "Asia/Kathmandu" });
  const kept = new URL(sent.location ?? "", "http://here").searchParams.get("kept");
  const { data } = await (await signedIn({ db }, kofi)).read(loader, `/me?kept=${kept}`);
  expect(data).toMatchObject({ filled: { name: "Kofi Two", timeZone: "Asia/Kathmandu" } });
});
