import { describe, expect, it } from "vitest";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { saidBy, wordsOf } from "../../support/page";

const { db, sql, address } = await testDatabase();
const { mireia, zoe, omar, django, wagtail } = await makeCast(db);
const app = await openApp(address);
const organizer = await app.signedIn(mireia);
for (const title of ["Passkeys", "Faster tests"]) {
  await organizer.post("/django/themes", { title, why: "", state: "idea" });
}
const first = django.themeSlug;
const order = async () => {
  const rows = await sql`select slug from themes where community_id = ${django.id} order by position`;
  return rows.map(({ slug }) => slug);
};

describe("moving a theme", () => {
  it("puts it one place up or down, and leads back to where it stands now", async () => {
    expect(await order()).toEqual([first, "passkeys", "faster-tests"]);
    const down = await organizer.post(`/django/themes/${first}/position`, { direction: "down" });
    expect(down).toMatchObject({ status: 303, headers: { location: `/django/roadmap#theme-${first}` } });
    expect(saidBy(down)).toBe("The theme moved down.");
    expect(await order()).toEqual(["passkeys", first, "faster-tests"]);
    await organizer.post("/django/themes/faster-tests/position", { direction: "up" });
    expect(await order()).toEqual(["passkeys", "faster-tests", first]);
  });

  it("the first stays first, and is told so", async () => {
    const answer = await organizer.post("/django/themes/passkeys/position", { direction: "up" });
    expect(saidBy(answer)).toBe("The theme is first already.");
    expect(await order()).toEqual(["passkeys", "faster-tests", first]);
  });

  it("twenty moves at once lose nothing, double nothing, and none of them fails", async () => {
    const slugs = ["passkeys", "faster-tests", first];
    const moves = Array.from({ length: 20 }, (_, index) =>
      organizer.post(`/django/themes/${slugs[index % 3]}/position`, { direction: index % 2 ? "up" : "down" }),
    );
    expect((await Promise.all(moves)).map(({ status }) => status)).toEqual(Array(20).fill(303));
    expect((await order()).toSorted()).toEqual(slugs.toSorted());
  });

  it.each<Record<string, string>>([{ direction: "sideways" }, { direction: "" }, {}])(
    "a direction that is none (%j) moves nothing",
    async (fields) => {
      const before = await order();
      const answer = await organizer.post("/django/themes/passkeys/position", fields);
      expect(answer.status).toBe(422);
      expect(wordsOf(answer)).toContain("A thing moves up or down.");
      expect(await order()).toEqual(before);
    },
  );

  it("a member cannot move a theme, and the refusal is on the audit trail", async () => {
    const before = await order();
    const answer = await (await app.signedIn(zoe)).post(`/django/themes/${first}/position`, { direction: "up" });
    expect(answer.status).toBe(403);
    expect(await order()).toEqual(before);
    const [audit] = await sql`select actor_id::int, object, object_key, because from audit_rows
      where action = 'move theme' and outcome = 'denied'`;
    expect(audit).toMatchObject({ actor_id: zoe.id, object: "themes", object_key: first });
    expect(audit?.because).toContain("Only organizers of Django");
  });

  it("an organizer of another community moves nothing here, by whatever address", async () => {
    const stranger = await app.signedIn(omar);
    const before = await order();
    expect((await stranger.post(`/django/themes/${first}/position`, { direction: "up" })).status).toBe(403);
    expect((await stranger.post(`/wagtail/themes/${first}/position`, { direction: "up" })).status).toBe(404);
    expect(await order()).toEqual(before);
  });

  it("the address cannot be read, and says how it is used", async () => {
    const answer = await organizer.get(`/django/themes/${first}/position`);
    expect(answer).toMatchObject({ status: 405, headers: { allow: "POST" } });
  });
});

describe("the pillars of a theme", () => {
  const theme = `/django/themes/${first}`;
  const pillars = async () => {
    const rows =
      await sql`select id::int, title, intro from pillars where theme_id = ${django.themeId} order by position`;
    return rows.map(({ id, title, intro }) => ({ id, title, intro }));
  };

  it("are added at the end, and moved", async () => {
    const added = await organizer.post(`${theme}/pillars`, { title: "Tokens", intro: "What stands for a person." });
    const made = (await pillars()).at(-1);
    expect(made).toMatchObject({ title: "Tokens", intro: "What stands for a person." });
    expect(added).toMatchObject({ status: 303, headers: { location: `${theme}#pillar-${made?.id}` } });

    const moved = await organizer.post(`${theme}/pillars/${made?.id}/position`, { direction: "up" });
    expect(moved.headers.location).toBe(`${theme}#pillar-${made?.id}`);
    expect((await pillars()).map(({ title }) => title)).toEqual(["Tokens", "Hashers"]);
  });

  it("a pillar without a name is asked for again, with its introduction kept", async () => {
    const answer = await organizer.post(`${theme}/pillars`, { title: " ", intro: "Kept." });
    expect(answer.status).toBe(422);
    expect(wordsOf(answer)).toContain("Write a name for the pillar.");
    expect(answer.text).toContain("Kept.</textarea>");
  });

  it("are edited by one at a time: the second sees both names", async () => {
    const path = `${theme}/pillars/${django.pillarId}/edit`;
    const fields = { title: "Password hashers", intro: "Old and new.", seen: "1" };
    expect((await organizer.post(path, fields)).status).toBe(303);
    const late = await organizer.post(path, { ...fields, title: "Hashes" });
    expect(late.status).toBe(409);
    expect(wordsOf(late)).toContain("Mireia Puig saved this while you were writing");
    expect(wordsOf(late)).toContain("Stored now Password hashers What you wrote Hashes");
  });

  it("of another theme or community, or of no number, are missing", async () => {
    for (const id of [wagtail.pillarId, 0, -1, "1.5", "1e3", "9223372036854775808", "x"]) {
      const answers = [
        await organizer.get(`${theme}/pillars/${id}/edit`),
        await organizer.post(`${theme}/pillars/${id}/edit`, { title: "Mine", intro: "", seen: "1" }),
        await organizer.post(`${theme}/pillars/${id}/position`, { direction: "up" }),
      ];
      expect([id, ...answers.map(({ status }) => status)]).toEqual([id, 404, 404, 404]);
    }
    expect((await organizer.get(`/django/themes/passkeys/pillars/${django.pillarId}/edit`)).status).toBe(404);
  });
});
