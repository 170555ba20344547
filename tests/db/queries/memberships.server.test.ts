import { expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { countOrganizersForLeaving, findRole, join, leave } from "../../../db/queries/memberships.server";
import { type Cast, makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";

const { db, sql, setClock, stageOnce } = await testDatabase();
let cast: Cast;

stageOnce(async () => {
  await setClock("2026-05-04T09:00:00Z");
  cast = await makeCast(db);
});

const joins = (person: { id: number }) =>
  change(db, stage, "join community", (tx) => join(tx, cast.django.id, person.id));
const leaves = (person: { id: number }) =>
  change(db, stage, "leave community", (tx) => leave(tx, cast.django.id, person.id));
const roleOf = (person: { id: number }) => findRole(db, cast.django.id, person.id);
const joinedAt = async (person: { id: number }) =>
  (
    await sql`select to_char(joined_at at time zone 'utc', 'DD') as day from memberships where community_id = ${cast.django.id} and person_id = ${person.id}`
  )[0]?.day;

it("joining makes a member; joining again changes nothing, not even since when", async () => {
  await joins(cast.kofi);
  await setClock("2026-05-06T09:00:00Z");
  await joins(cast.kofi);
  expect([await roleOf(cast.kofi), await joinedAt(cast.kofi)]).toEqual(["member", "04"]);
});

it("an organizer who joins stays an organizer", async () => {
  await joins(cast.mireia);
  expect(await roleOf(cast.mireia)).toBe("organizer");
});

it("whoever leaves has no part any more, and is a plain member when they come back", async () => {
  await leaves(cast.mireia);
  expect(await roleOf(cast.mireia)).toBeNull();
  await setClock("2026-05-06T09:00:00Z");
  await joins(cast.mireia);
  expect([await roleOf(cast.mireia), await joinedAt(cast.mireia)]).toEqual(["member", "06"]);
});

it("a part in one community is none in another", async () => {
  expect(await findRole(db, cast.wagtail.id, cast.mireia.id)).toBeNull();
  expect(await findRole(db, cast.wagtail.id, cast.omar.id)).toBe("organizer");
});

it("ten who join at the same moment join once each, and the same person ten times joins once", async () => {
  await Promise.all(Array.from({ length: 10 }, () => joins(cast.kofi)));
  const rows = await sql`select role from memberships where person_id = ${cast.kofi.id}`;
  expect(rows).toEqual([{ role: "member" }]);
});

it("of three organizers who leave at the same moment one stays", async () => {
  const organizers = [cast.mireia, cast.zoe, cast.priya];
  for (let round = 0; round < 5; round += 1) {
    await change(db, stage, "set the stage", (tx) =>
      tx.execute(`update memberships set role = 'organizer', left_at = null where community_id = ${cast.django.id}`),
    );
    await Promise.all(
      organizers.map((person) =>
        change(db, stage, "leave community", async (tx) => {
          if ((await countOrganizersForLeaving(tx, cast.django.id)) > 1) await leave(tx, cast.django.id, person.id);
        }),
      ),
    );
    const roles = await Promise.all(organizers.map(roleOf));
    expect(roles.filter((role) => role === "organizer")).toHaveLength(1);
  }
});
