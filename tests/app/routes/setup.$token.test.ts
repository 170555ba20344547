import { expect, it } from "vitest";
import { action, loader } from "../../../app/routes/setup.$token";
import { change } from "../../../db/queries/change.server";
import { findCommunity } from "../../../db/queries/communities.server";
import { findOrAddPerson } from "../../../db/queries/people.server";
import { makeSetupLink } from "../../../db/queries/setup-links.server";
import { testDatabase } from "../../support/database";
import { Visitor } from "../../support/visitor";

const { db, sql, stageOnce } = await testDatabase();
const nobody = { personId: null, requestId: null };

const django = {
  name: "Django",
  slug: "",
  summary: "The web framework for perfectionists with deadlines.",
  yourName: "Mireia Puig",
  email: "Mireia@example.org",
};

stageOnce(async () => {});

const read = (visitor: Visitor, token: string) => visitor.read(loader, `/setup/${token}`, { token });
const send = (visitor: Visitor, token: string, fields: Record<string, string> = django) =>
  visitor.send(action, `/setup/${token}`, fields, { params: { token } });
const counted = async () =>
  (
    await sql`select (select count(*)::int from communities) as communities, (select count(*)::int from people) as people`
  )[0];

it("whoever holds the address creates the community, organizes it, and is signed in", async () => {
  const token = await makeSetupLink(db, nobody);
  const mireia = new Visitor({ db });
  expect(await read(mireia, token)).toMatchObject({ status: 200 });
  expect(await send(mireia, token)).toMatchObject({ status: 303, location: "/django" });
  const person = await mireia.who();
  expect(person).toMatchObject({ name: "Mireia Puig", email: "mireia@example.org" });
  expect(await findCommunity(db, "django", person?.id ?? null)).toMatchObject({
    name: "Django",
    summary: django.summary,
    role: "organizer",
    example: false,
  });
  const trail = await sql<{ actor: string }>`
    select distinct actor_id as actor from audit_rows where action = 'found community' and object in ('communities', 'memberships', 'sessions')`;
  expect(trail).toEqual([{ actor: String(person?.id) }]);
});

it("the address works once", async () => {
  const token = await makeSetupLink(db, nobody);
  await send(new Visitor({ db }), token);
  const second = new Visitor({ db });
  expect((await read(second, token)).status).toBe(410);
  expect((await send(second, token, { ...django, name: "Rails" })).status).toBe(410);
  expect(await counted()).toEqual({ communities: 1, people: 1 });
});

it.each([1, 2, 3])("the address works once when it is used three times at the same moment (round %i)", async () => {
  const token = await makeSetupLink(db, nobody);
  const answers = await Promise.all(
    ["Django", "Rails", "Wagtail"].map((name, n) =>
      send(new Visitor({ db }), token, { ...django, name, email: `person${n}@example.org` }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
  expect(await counted()).toEqual({ communities: 1, people: 1 });
});

it("an address made later replaces those that were not used", async () => {
  const first = await makeSetupLink(db, nobody);
  const second = await makeSetupLink(db, nobody);
  expect((await read(new Visitor({ db }), first)).status).toBe(404);
  expect((await read(new Visitor({ db }), second)).status).toBe(200);
});

it.each(["x", "", "a".repeat(43), "a".repeat(9000)])(
  "the address %j, that nobody was given, is no page",
  async (token) => {
    expect((await read(new Visitor({ db }), token)).status).toBe(404);
    expect((await send(new Visitor({ db }), token)).status).toBe(404);
  },
);

it("only the hash of the address is stored", async () => {
  const token = await makeSetupLink(db, nobody);
  const [stored] = await sql<{ row: string }>`select to_jsonb(setup_links)::text as row from setup_links`;
  expect(stored?.row).not.toContain(token);
});

it.each([
  ["Django Girls Ghana", "django-girls-ghana"],
  ["Säo Paulo Pÿthon", "sao-paulo-python"],
  ["日本", "community"],
  ["Search", "search-2"],
])("%j, left to us, is found at /%s", async (name, slug) => {
  const answer = await send(new Visitor({ db }), await makeSetupLink(db, nobody), { ...django, name });
  expect(answer.location).toBe(`/${slug}`);
});

it.each([
  [{ name: "" }, "name"],
  [{ name: "\u200b" }, "name"],
  [{ name: "a".repeat(101) }, "name"],
  [{ slug: "sign-in" }, "slug"],
  [{ slug: "API" }, "slug"],
  [{ slug: "django/girls" }, "slug"],
  [{ slug: "djángo" }, "slug"],
  [{ slug: "a".repeat(61) }, "slug"],
  [{ summary: "a".repeat(201) }, "summary"],
  [{ yourName: " " }, "yourName"],
  [{ email: "mireia@example.org\r\nBcc: x@example.org" }, "email"],
])("%j is refused at the field %s, the address still works, and nothing is half made", async (wrong, field) => {
  const token = await makeSetupLink(db, nobody);
  const typed = { ...django, ...wrong };
  const answer = await send(new Visitor({ db }), token, typed);
  expect(answer.status).toBe(422);
  expect(answer.data).toMatchObject({ errors: [{ field, message: expect.any(String) }], typed });
  expect(await counted()).toEqual({ communities: 0, people: 0 });
  expect((await read(new Visitor({ db }), token)).status).toBe(200);
});

it("an address another community has is refused with one that is free, and nothing is half made", async () => {
  await send(new Visitor({ db }), await makeSetupLink(db, nobody));
  const token = await makeSetupLink(db, nobody);
  const visitor = new Visitor({ db });
  const answer = await send(visitor, token, { ...django, email: "other@example.org" });
  expect(answer.status).toBe(422);
  expect(answer.data).toMatchObject({
    errors: [{ field: "slug", message: expect.stringContaining("django-2") }],
    typed: { slug: "django", email: "other@example.org" },
  });
  expect(await counted()).toEqual({ communities: 1, people: 1 });
  expect(await visitor.who()).toBeNull();
  expect((await read(visitor, token)).status).toBe(200);
});

it("somebody who has an account already keeps it", async () => {
  const before = await change(db, nobody, "sign in", (tx) =>
    findOrAddPerson(tx, { name: "Mireia", email: "MIREIA@example.org" }),
  );
  const visitor = new Visitor({ db });
  await send(visitor, await makeSetupLink(db, nobody));
  expect(await visitor.who()).toEqual(before);
});
