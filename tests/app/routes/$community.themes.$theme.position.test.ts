import { describe, expect, it } from "vitest";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { makeOrganizer } from "../../support/organizers";
import { fieldValue, saidBy, wordsOf } from "../../support/page";

const { db, sql, address } = await testDatabase();
const { mireia, zoe, priya, omar, django, wagtail } = await makeCast(db);
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

/** The rev of the roadmap's board, as a page that is read now has it. */
const seen = async () => {
  const [row] = await sql`select rev from communities where id = ${django.id}`;
  return String(row?.rev);
};
const move = async (slug: string, before: string, by = organizer, rev?: string) =>
  by.post(`/django/themes/${slug}/position`, { before, seen: rev ?? (await seen()) });

describe("moving a theme", () => {
  it("puts it before another one or at the end, and leads back to where it stands now", async () => {
    expect(await order()).toEqual([first, "passkeys", "faster-tests"]);
    const answer = await move("faster-tests", "passkeys");
    expect(answer).toMatchObject({
      status: 303,
      headers: { location: "/django/roadmap?theme=faster-tests#theme-faster-tests" },
    });
    expect(saidBy(answer)).toBe("The theme has moved.");
    expect(await order()).toEqual([first, "faster-tests", "passkeys"]);
    await move(first, "");
    expect(await order()).toEqual(["faster-tests", "passkeys", first]);
  });

  it("is asked for on a page that says where it could go, and where it is", async () => {
    const page = await organizer.get("/django/themes/passkeys/position");
    expect(wordsOf(page)).toContain("Move “Passkeys”");
    expect(wordsOf(page)).toContain("It is 2 of 3 on the roadmap.");
    expect(fieldValue(page, "before")).toBe(first);
    expect(wordsOf(page)).toContain("Before “Faster tests” Before “Modernise Django auth”, where it is now At the end");
    expect(fieldValue(page, "seen")).toBe(await seen());
  });

  it("a theme far away is found by a part of its title; a percent sign is only a percent sign", async () => {
    const found = await organizer.get("/django/themes/passkeys/position?search=FASTER");
    expect(wordsOf(found)).toContain("Before “Faster tests” At the end");
    expect(wordsOf(await organizer.get("/django/themes/passkeys/position?search=%25"))).not.toContain(
      "Before “Modernise",
    );
  });

  it("somebody who has not seen the last move is told who made it, and what they moved stays there", async () => {
    await makeOrganizer(db, django, priya);
    const old = await seen();
    await move("passkeys", "", await app.signedIn(priya));
    const late = await move("passkeys", "faster-tests", organizer, old);
    expect(late.status).toBe(409);
    expect(wordsOf(late)).toContain("Priya Sharma moved this theme a moment ago, so it stays where they put it.");
    expect(wordsOf(late)).toContain("Choose its place again");
    expect(await order()).toEqual(["faster-tests", first, "passkeys"]);
    expect((await move("passkeys", "faster-tests")).status).toBe(303);
  });

  it("twenty moves at once lose nothing, double nothing, and each takes a rev of its own", async () => {
    const slugs = ["passkeys", "faster-tests", first];
    const from = Number(await seen());
    const moves = Array.from({ length: 20 }, (_, index) =>
      move(slugs[index % 3] ?? "", index % 2 ? (slugs[(index + 1) % 3] ?? "") : "", organizer, String(from)),
    );
    expect((await Promise.all(moves)).map(({ status }) => status)).toEqual(Array(20).fill(303));
    expect((await order()).toSorted()).toEqual(slugs.toSorted());
    expect(Number(await seen())).toBe(from + 20);
  });

  it("before a theme that has gone, or of another community, it goes nowhere", async () => {
    const before = await order();
    for (const gone of ["never-was", wagtail.themeSlug]) {
      const answer = await move("passkeys", gone);
      expect(answer.status).toBe(409);
      expect(wordsOf(answer)).toContain("The place this theme was to go to is not there any more");
    }
    expect(await order()).toEqual(before);
  });

  it.each<Record<string, string>>([
    { before: "A b", seen: "1" },
    { before: "" },
    { seen: "1" },
    { before: "", seen: "-1" },
    {},
  ])("a form that no page of ours sends (%j) moves nothing", async (fields) => {
    const before = await order();
    const answer = await organizer.post("/django/themes/passkeys/position", fields);
    expect(answer.status).toBe(422);
    expect(wordsOf(answer)).toContain("Go back, and choose its place again.");
    expect(await order()).toEqual(before);
  });

  it("a member cannot move a theme, and the refusal is on the audit trail", async () => {
    const before = await order();
    expect((await move(first, "", await app.signedIn(zoe))).status).toBe(403);
    expect(await order()).toEqual(before);
    const [audit] = await sql`select actor_id::int, object, object_key, because from audit_rows
      where action = 'move theme' and outcome = 'denied'`;
    expect(audit).toMatchObject({ actor_id: zoe.id, object: "themes", object_key: first });
    expect(audit?.because).toContain("Only organizers of Django");
  });

  it("an organizer of another community moves nothing here, by whatever address", async () => {
    const stranger = await app.signedIn(omar);
    const before = await order();
    expect((await move(first, "", stranger)).status).toBe(403);
    expect((await stranger.post(`/wagtail/themes/${first}/position`, { before: "", seen: "9" })).status).toBe(404);
    expect(await order()).toEqual(before);
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

    const page = await organizer.get(`${theme}/pillars/${made?.id}/position`);
    expect(wordsOf(page)).toContain("Before “Hashers” At the end, where it is now");
    const fields = { before: String(django.pillarId), seen: fieldValue(page, "seen") ?? "" };
    const moved = await organizer.post(`${theme}/pillars/${made?.id}/position`, fields);
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
        await organizer.post(`${theme}/pillars/${id}/position`, { before: "", seen: "1" }),
      ];
      expect([id, ...answers.map(({ status }) => status)]).toEqual([id, 404, 404, 404]);
    }
    expect((await organizer.get(`/django/themes/passkeys/pillars/${django.pillarId}/edit`)).status).toBe(404);
  });
});
