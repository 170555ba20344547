import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { previewMark } from "../../../app/http/sent-text.server";
import { action, loader } from "../../../app/routes/$community.roadmap.import.application";
import { listThemes } from "../../../db/queries/themes.server";
import { type Cast, makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { type Answer, signedIn, Visitor } from "../../support/visitor";

const { db } = await testDatabase();
const fixture = readFileSync("tests/fixtures/django-roadmap.md", "utf8");
const params = { community: "django" };
const here = "/django/roadmap/import/application";

let cast: Cast;
beforeEach(async () => {
  cast ??= await makeCast(db);
});

const said = (answer: Answer) => {
  const cookie = answer.headers.get("Set-Cookie") ?? "";
  return decodeURIComponent(/portolan-said=([^;]*)/.exec(cookie)?.[1] ?? "");
};
const titles = async () => (await listThemes(db, cast.django.id)).map(({ title }) => title);

describe("bringing a roadmap in", () => {
  it("brings in what was previewed, and says what came; the second time that all was there", async () => {
    const mireia = await signedIn({ db }, cast.mireia);
    const form = { outline: fixture, previewed: previewMark(fixture) };
    const answer = await mireia.send(action, here, form, { params });
    expect(answer).toMatchObject({ status: 303, location: "/django/roadmap" });
    expect(said(answer)).toBe(
      "8 themes, 10 questions, 6 pillars and 30 tasks came in. The roadmap's title and introduction are those of the text.",
    );
    expect(await titles()).toContain("Modernise contrib.auth");
    const again = await mireia.send(action, here, form, { params });
    expect(said(again)).toBe("Nothing had to change: everything in the text was there already.");
  });

  it("takes the line ends of a browser for those of the preview", async () => {
    const mireia = await signedIn({ db }, cast.mireia);
    const text = "## Line ends\nWhy.\n";
    const form = { outline: text.replaceAll("\n", "\r\n"), previewed: previewMark(text) };
    expect((await mireia.send(action, here, form, { params })).status).toBe(303);
    expect(await titles()).toContain("Line ends");
  });

  it("says what really happened when somebody changed the roadmap after the preview", async () => {
    const mireia = await signedIn({ db }, cast.mireia);
    const text = "## Twice\nWhy.\n- One (docs, 1h)\n- Two (docs, 1h)\n";
    await mireia.send(action, here, { outline: "## Twice\nAnother why.\n- One (docs, 1h)\n" }, { params });
    const answer = await mireia.send(action, here, { outline: text, previewed: previewMark(text) }, { params });
    expect(said(answer)).toBe("1 task came in. 1 theme was changed.");
  });

  it("shows a text that was changed after its preview instead of bringing it in", async () => {
    const mireia = await signedIn({ db }, cast.mireia);
    const form = { outline: "## Unseen\nWhy.\n", previewed: previewMark("## Seen\nWhy.\n") };
    const answer = await mireia.send(action, here, form, { params });
    expect(answer.status).toBe(200);
    expect(answer.data).toMatchObject({
      text: "## Unseen\nWhy.\n",
      preview: { unseen: true, mark: previewMark("## Unseen\nWhy.\n") },
    });
    expect(await titles()).not.toContain("Unseen");
  });

  it("keeps a text that is refused", async () => {
    const mireia = await signedIn({ db }, cast.mireia);
    const answer = await mireia.send(action, here, { outline: "a".repeat(500_001) }, { params });
    expect(answer.status).toBe(422);
    expect((answer.data as { text: string }).text).toHaveLength(500_001);
  });

  it("takes nothing but a form", async () => {
    const mireia = await signedIn({ db }, cast.mireia);
    expect((await mireia.read(loader, here, params)).status).toBe(405);
  });

  it("is for organizers: a member changes nothing, and the refusal is on the audit trail", async () => {
    const zoe = await signedIn({ db }, cast.zoe);
    const before = await titles();
    const answer = await zoe.send(action, here, { outline: "## Mine\nWhy.\n" }, { params });
    expect(answer.status).toBe(403);
    expect(await titles()).toEqual(before);
    const rows = await db.execute(
      sql`select actor_id::int as by, action, outcome, community_id::int as community from audit_rows order by id desc limit 1`,
    );
    expect(rows).toMatchObject([
      { by: cast.zoe.id, action: "import roadmap", outcome: "denied", community: cast.django.id },
    ]);
  });

  it("sends somebody whose session ran out to sign in, and back to the form with the text", async () => {
    const away = await new Visitor({ db }).send(action, here, { outline: "## Kept\n", previewed: "x" }, { params });
    const next = new URL(away.location ?? "", "http://localhost").searchParams;
    expect([away.status, next.get("next")]).toEqual([303, "/django/roadmap/import"]);
    expect(next.get("kept")).not.toBeNull();
  });
});
