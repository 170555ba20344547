import { describe, expect, it } from "vitest";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { makeOrganizer } from "../../support/organizers";
import { fieldValue, formTo, problemsOn, saidBy, wordsOf } from "../../support/page";

const { db, sql, address } = await testDatabase();
const { mireia, omar, django, wagtail } = await makeCast(db);
await makeOrganizer(db, django, omar);
const app = await openApp(address);
const organizer = await app.signedIn(mireia);
const other = await app.signedIn(omar);
const edit = `/django/themes/${django.themeSlug}/edit`;
const stored = async () => {
  const [row] = await sql`select title, why, state, rev, slug from themes where id = ${django.themeId}`;
  return row;
};

describe("editing a theme", () => {
  it("an organizer changes what it says, and its address stays", async () => {
    const form = formTo(await organizer.get(edit), edit);
    const answer = await organizer.post(edit, { ...form, title: "Modernise sign-in" });
    expect(answer).toMatchObject({ status: 303, headers: { location: `/django/themes/${django.themeSlug}` } });
    expect(saidBy(answer)).toBe("The theme is saved.");
    expect(await stored()).toMatchObject({
      title: "Modernise sign-in",
      rev: 2,
      slug: django.themeSlug,
    });
  });

  it("two organizers edit one theme: the second sees both texts, and can save again", async () => {
    const [mine, theirs] = [formTo(await organizer.get(edit), edit), formTo(await other.get(edit), edit)];
    expect((await other.post(edit, { ...theirs, why: "Omar's why.", state: "parked" })).status).toBe(303);
    const late = await organizer.post(edit, { ...mine, why: "Mireia's why." });
    expect(late.status).toBe(409);
    expect(wordsOf(late)).toContain("Omar Haddad saved this while you were writing");
    expect(wordsOf(late)).toContain("Stored now Omar's why. What you wrote Mireia's why.");
    expect(wordsOf(late)).toContain("How it stands Stored now parked What you wrote active");
    expect(fieldValue(late, "why")).toBe("Mireia's why.");
    expect(await stored()).toMatchObject({ why: "Omar's why." });

    expect((await organizer.post(edit, formTo(late, edit))).status).toBe(303);
    expect(await stored()).toMatchObject({ why: "Mireia's why.", state: "active" });
  });

  it("of two saves at the same moment one is stored and one is answered with 409", async () => {
    const form = formTo(await organizer.get(edit), edit);
    const answers = await Promise.all([
      organizer.post(edit, { ...form, title: "From Mireia" }),
      other.post(edit, { ...form, title: "From Omar" }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  });

  it.each(["", "0", "1e3", "-1", "99999999999"])("a form that lost its revision (%j) is not guessed", async (seen) => {
    const before = await stored();
    const answer = await organizer.post(edit, { ...formTo(await organizer.get(edit), edit), title: "Guessed", seen });
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)).toEqual(["The form lost track of which version it was for. Open it again."]);
    expect(await stored()).toEqual(before);
  });

  it("the theme of another community is missing here, and so is an address that is none", async () => {
    for (const slug of [wagtail.themeSlug, "0", "-1", "1.5", "9223372036854775808", "Ünïcode", "a".repeat(61)]) {
      const path = `/django/themes/${encodeURIComponent(slug)}/edit`;
      expect([slug, (await organizer.get(path)).status]).toEqual([slug, 404]);
      expect([slug, (await organizer.post(path, { title: "Taken over" })).status]).toEqual([slug, 404]);
    }
  });

  it("a theme that was deleted meanwhile says by whom, and shows again what was typed", async () => {
    const form = formTo(await organizer.get(edit), edit);
    expect((await other.post(`/django/themes/${django.themeSlug}/deletion`)).status).toBe(303);
    const answer = await organizer.post(edit, { ...form, why: "A long text\nof two lines." });
    expect(answer.status).toBe(410);
    expect(wordsOf(answer)).toMatch(/Omar Haddad took the theme “.*” off the roadmap\./);
    expect(answer.text).toContain("A long text\nof two lines.");
    expect((await organizer.get(edit)).status).toBe(410);
  });
});
