import { describe, expect, it } from "vitest";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { fieldValue, formTo, problemsOn, saidBy, wordsOf } from "../../support/page";

const { db, sql, address } = await testDatabase();
const { mireia, zoe, kofi } = await makeCast(db);
const app = await openApp(address);
const organizer = await app.signedIn(mireia);

const themes = () => sql<{ title: string; slug: string }>`
  select themes.title, themes.slug from themes join communities c on c.id = community_id where c.slug = 'django' order by position`;
const filled = { title: "Passkeys", why: "", state: "exploring" };

describe("adding a theme", () => {
  it("an organizer fills in the form that the page holds, and the theme stands at the end of the roadmap", async () => {
    const page = await organizer.get("/django/themes/new");
    expect(page.status).toBe(200);
    expect(page.text).not.toContain("<script");
    const form = { ...formTo(page, "/django/themes"), title: "Faster tests", why: "They take *hours*." };
    const answer = await organizer.post("/django/themes", form);
    expect(answer).toMatchObject({ status: 303, headers: { location: "/django/themes/faster-tests" } });
    expect(saidBy(answer)).toBe("The theme is on the roadmap. What has to be answered before it can be split?");
    expect((await themes()).at(-1)).toEqual({ title: "Faster tests", slug: "faster-tests" });
    const theme = await organizer.get("/django/themes/faster-tests");
    expect(wordsOf(theme)).toContain("Nobody is its champion yet");
    const [audit] =
      await sql`select actor_id::int, action, outcome from audit_rows where object = 'themes' order by id desc`;
    expect(audit).toEqual({ actor_id: mireia.id, action: "add theme", outcome: "ok" });
  });

  it.each([
    ["blank", "   "],
    ["invisible", "\u200b\u2060\u00ad\u3164"],
    ["missing", undefined],
  ])("a %s title is asked for again, with everything else kept", async (_, title) => {
    const before = await themes();
    const fields = {
      ...filled,
      ...(title === undefined ? {} : { title }),
      why: "Because of <b> & co.",
      state: "parked",
    };
    if (title === undefined) delete (fields as Partial<typeof fields>).title;
    const answer = await organizer.post("/django/themes", fields);
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)).toEqual(["Write a title for the theme."]);
    expect(fieldValue(answer, "why")).toBe("Because of <b> & co.");
    expect(fieldValue(answer, "state")).toBe("parked");
    expect(await themes()).toEqual(before);
  });

  it("a title of 200 characters fits, however they are made, and one of 201 does not", async () => {
    const family = "👩‍👩‍👧‍👦";
    const fits = await organizer.post("/django/themes", { ...filled, title: family.repeat(200) });
    expect(fits.status).toBe(303);
    const answer = await organizer.post("/django/themes", { ...filled, title: family.repeat(201) });
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)).toEqual(["Title must be 200 characters or fewer (you have 201)."]);
    expect(fieldValue(answer, "title")).toBe(family.repeat(201));
  });

  it("protected names are refused and put on the audit trail, and a field sent twice is refused", async () => {
    const tried = await organizer.post("/django/themes", { ...filled, rev: "7", community_id: "2" });
    expect(tried.status).toBe(422);
    expect(problemsOn(tried).join()).toMatch(/This form has no field called “(rev|community_id)”/);
    const denied =
      await sql`select object_key from audit_rows where action = 'send protected field' order by object_key`;
    expect(denied.map(({ object_key }) => object_key)).toEqual(["community_id", "rev"]);

    const twice = await organizer.post("/django/themes", [...Object.entries(filled), ["title", "Another"]]);
    expect(twice.status).toBe(422);
    expect(problemsOn(twice)).toEqual(["This was sent twice. Send it once."]);
  });

  it.each([["a state that is none", { state: "burning" }, "Choose one of the states."]])(
    "%s is refused",
    async (_, fields, problem) => {
      const answer = await organizer.post("/django/themes", { ...filled, ...fields });
      expect(answer.status).toBe(422);
      expect(problemsOn(answer)[0]).toMatch(problem);
    },
  );

  it("a member is told why not, keeps what they wrote, and the refusal is on the audit trail", async () => {
    const member = await app.signedIn(zoe);
    const answer = await member.post("/django/themes", { ...filled, why: "I would love this." });
    expect(answer.status).toBe(403);
    expect(wordsOf(answer)).toContain("Only organizers of Django can change its roadmap.");
    expect(wordsOf(answer)).toContain("I would love this.");
    const [audit] =
      await sql`select actor_id::int, object, because from audit_rows where action = 'add theme' and outcome = 'denied'`;
    expect(audit).toMatchObject({ actor_id: zoe.id, object: "themes" });
  });

  it("somebody signed out is sent to sign in, and finds the form filled in afterwards", async () => {
    const visitor = app.visitor();
    const from = { Referer: `${visitor.origin}/django/themes/new` };
    const answer = await visitor.post("/django/themes", { ...filled, title: "Typed before" }, from);
    expect(answer.status).toBe(303);
    const way = new URL(answer.headers.location ?? "", visitor.origin);
    expect(way.searchParams.get("next")).toBe("/django/themes/new");
    const page = await organizer.get(`/django/themes/new?kept=${way.searchParams.get("kept")}`);
    expect(fieldValue(page, "title")).toBe("Typed before");
  });

  it("the address itself leads to the roadmap, for everybody", async () => {
    for (const browser of [organizer, app.visitor(), await app.signedIn(kofi)]) {
      expect(await browser.get("/django/themes")).toMatchObject({
        status: 303,
        headers: { location: "/django/roadmap" },
      });
    }
    expect((await organizer.get("/nowhere/themes")).status).toBe(404);
  });
});
