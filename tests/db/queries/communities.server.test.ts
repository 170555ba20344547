import { expect, it } from "vitest";
import { violatedConstraint } from "../../../db/client.server";
import { change } from "../../../db/queries/change.server";
import {
  addCommunity,
  findCommunity,
  findCrew,
  hasCommunity,
  listCommunities,
  listMembers,
} from "../../../db/queries/communities.server";
import { leave } from "../../../db/queries/memberships.server";
import { makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { TEST_NOW } from "../../support/test-clock";

const { db } = await testDatabase();
const none = await hasCommunity(db);
const { mireia, kofi, zoe, priya, omar, django } = await makeCast(db);

it("an empty database has no community, and says so", async () => {
  expect(none).toBe(false);
  expect(await hasCommunity(db)).toBe(true);
});

it("a community is found by its slug, with the viewer's part in it and the database's time", async () => {
  expect(await findCommunity(db, "django", mireia.id)).toMatchObject({
    id: django.id,
    name: "Django",
    role: "organizer",
    activeClaims: 2,
    claimHours: 72,
    now: new Date(TEST_NOW),
  });
  expect(await findCommunity(db, "django", zoe.id)).toMatchObject({ role: "member" });
  for (const person of [kofi, omar]) expect(await findCommunity(db, "django", person.id)).toMatchObject({ role: null });
  expect(await findCommunity(db, "django", null)).toMatchObject({ role: null });
});

it.each(["Django", "djang", "django ", "%", "_jango", "", "'"])("“%s” is nobody's slug", async (slug) => {
  expect(await findCommunity(db, slug, null)).toBeNull();
});

it("somebody who has left has no part any more", async () => {
  await change(db, stage, "leave community", (tx) => leave(tx, django.id, priya.id));
  expect(await findCommunity(db, "django", priya.id)).toMatchObject({ role: null });
  expect(await findCrew(db, django.id)).toEqual({ organizers: [{ id: mireia.id, name: "Mireia Puig" }], members: 2 });
  expect(await listMembers(db, django.id)).toEqual([
    { id: mireia.id, name: "Mireia Puig" },
    { id: zoe.id, name: "Zoë Lindqvist" },
  ]);
});

it("communities are listed by name, with nothing about their people", async () => {
  expect(await listCommunities(db)).toEqual([
    { slug: "django", name: "Django", summary: "What Django is for.", example: false },
    { slug: "wagtail", name: "Wagtail", summary: "What Wagtail is for.", example: false },
  ]);
});

it("two communities cannot have one slug, also when they are founded at the same moment", async () => {
  const found = () =>
    change(db, stage, "found community", (tx) =>
      addCommunity(tx, { slug: "rails", name: "Rails", summary: "" }, omar.id),
    );
  const founded = await Promise.allSettled([found(), found(), found()]);
  const refused = founded.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  expect(refused.map(violatedConstraint)).toEqual(["communities_slug", "communities_slug"]);
  expect(await findCommunity(db, "rails", omar.id)).toMatchObject({ role: "organizer" });
});
