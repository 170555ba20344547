import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { ImportPage, ImportPreviewPage } from "../../../app/components/import-page";
import { limits } from "../../../app/domain/limits";
import { action, loader } from "../../../app/routes/$community.roadmap.import._index";
import { type Cast, makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { type Answer, signedIn, Visitor } from "../../support/visitor";
import { markup, words } from "../components/markup";

const { db } = await testDatabase();
const fixture = readFileSync("tests/fixtures/django-roadmap.md", "utf8");
const params = { community: "django" };
const here = "/django/roadmap/import";

let cast: Cast;
beforeAll(async () => {
  cast = await makeCast(db);
});

type Sent = Awaited<ReturnType<typeof action>>["data"];
const sent = (answer: Answer) => answer.data as Sent;
const messages = (answer: Answer) => sent(answer).errors.map(({ name, message }) => [name, message]);

function upload(content: BlobPart, name = "roadmap.md", outline = "") {
  const form = new FormData();
  form.set("outline", outline);
  form.set("file", new Blob([content]), name);
  return form;
}

/** The words of the page that a preview is shown on. */
function page(answer: Answer) {
  const { text, preview } = sent(answer);
  if (!preview) throw new Error("there is no preview");
  return words(<ImportPreviewPage community={cast.django} text={text} {...preview} />);
}

async function tracks() {
  const [row] = await db.execute<{ denied: number; ok: number }>(sql`
    select count(*) filter (where outcome = 'denied')::int as denied,
      count(*) filter (where outcome = 'ok' and object in ('themes', 'tasks', 'questions', 'communities'))::int as ok
    from audit_rows`);
  return { denied: row?.denied ?? 0, ok: row?.ok ?? 0 };
}

describe("an organizer who pastes a roadmap", () => {
  it("sees what it would become, with what is ready, and nothing has changed", async () => {
    const mireia = await signedIn({ db }, cast.mireia);
    const before = await tracks();
    const answer = await mireia.send(action, here, { outline: fixture }, { params });
    expect(answer.status).toBe(200);
    const said = page(answer);
    expect(said).toContain("8 themes, 10 questions, 30 tasks; 6 of them ready. Nothing has changed yet.");
    expect(said).toContain("Modernise contrib.auth New 10 tasks · 3 questions · 3 ready");
    expect(said).toContain("Passkeys New");
    expect(said).toContain("Research · half a day");
    expect(said).toContain("Needs “How-to: a JSON endpoint with plain Django”");
    expect(said).toContain("things are on the roadmap and not in this text");
    expect(await tracks()).toEqual(before);
  });

  it("sees each line that could not be read, its number and why", async () => {
    const mireia = await signedIn({ db }, cast.mireia);
    const text = "## A theme\nWhy.\n- One (docs, 1h)\n  needs: the moon\n\n[moon]: https://example.org\n";
    const said = page(await mireia.send(action, here, { outline: text }, { params }));
    expect(said).toContain("Line 6 [moon]: https://example.org");
    expect(said).toContain("“the moon” names no task and no question");
  });

  it("sees what stands there now before what would, for a task that changes", async () => {
    const mireia = await signedIn({ db }, cast.mireia);
    const text = `## Modernise Django auth\n### Hashers\n- Name hasher one (docs, half a day)\n`;
    const said = page(await mireia.send(action, here, { outline: text }, { params }));
    expect(said).toContain("Size 2h becomes half a day");
    expect(said).toContain("9 things are on the roadmap and not in this text");
  });

  it("finds the text again under the preview, to the letter, and one button that brings it in", async () => {
    const mireia = await signedIn({ db }, cast.mireia);
    const text = "\n\n## A <b>theme</b> & more\r\n- One (docs, 1h)\r\n";
    const answer = await mireia.send(action, here, { outline: text }, { params });
    const { preview } = sent(answer);
    if (!preview) throw new Error("there is no preview");
    expect(sent(answer).text).toBe("\n\n## A <b>theme</b> & more\n- One (docs, 1h)\n");
    const html = markup(<ImportPreviewPage community={cast.django} text={sent(answer).text} {...preview} />);
    // HTML drops the first line end of a textarea: two of them come back as two only when three are written.
    expect(html).toContain(">\n\n\n## A &lt;b&gt;theme&lt;/b&gt; &amp; more\n- One (docs, 1h)\n</textarea>");
    expect(html).toMatch(/<button formaction="\/django\/roadmap\/import\/application"[^>]*>Bring it in/);
    expect(html).toContain(`name="previewed" value="${preview.mark}"`);
  });

  it("is told when everything is there already, and offered no button that would do nothing", async () => {
    const mireia = await signedIn({ db }, cast.mireia);
    const said = page(await mireia.send(action, here, { outline: "## Modernise Django auth\n" }, { params }));
    expect(said).toContain("there is nothing to bring in");
    expect(said).not.toContain("Bring it in");
  });

  it("is told how to write themes when none was found", async () => {
    const mireia = await signedIn({ db }, cast.mireia);
    const said = page(await mireia.send(action, here, { outline: "---\n" }, { params }));
    expect(said).toContain("Write each as a heading");
    expect(said).not.toContain("Bring it in");
  });
});

describe("an organizer who chooses a file", () => {
  it("gets the same preview, and the file's text to correct", async () => {
    const mireia = await signedIn({ db }, cast.mireia);
    const answer = await mireia.send(action, here, upload(`\ufeff${fixture}`), { params });
    expect(sent(answer).text).toBe(fixture);
    expect(page(answer)).toContain("6 of them ready");
  });

  it("may bring UTF-16 with its mark, as some editors save it", async () => {
    const mireia = await signedIn({ db }, cast.mireia);
    const answer = await mireia.send(action, here, upload(Buffer.from("\ufeff## Zoë’s theme\n", "utf16le")), {
      params,
    });
    expect(page(answer)).toContain("Zoë’s theme New");
  });

  it.each([
    ["a zip", Buffer.from("PK\x03\x04\x14\x00\x00\x00\x08\x00")],
    ["UTF-16 without a mark", Buffer.from("## Theme\n", "utf16le")],
    ["Latin-1", Buffer.from("## Zoë\n", "latin1")],
  ])("is told that %s is no text, by the file's name", async (_, bytes) => {
    const mireia = await signedIn({ db }, cast.mireia);
    const answer = await mireia.send(action, here, upload(bytes, "roadmap.zip"), { params });
    expect(answer.status).toBe(422);
    expect(messages(answer)).toEqual([
      [
        "file",
        "“roadmap.zip” is not a text file. Save it as plain text in UTF-8 and choose it again, or paste the text.",
      ],
    ]);
  });

  it("keeps what was typed when there is a file too, and is asked for one of them", async () => {
    const mireia = await signedIn({ db }, cast.mireia);
    const answer = await mireia.send(action, here, upload("## Other\n", "other.md", "## Typed\n"), { params });
    expect(answer.status).toBe(422);
    expect(messages(answer)).toEqual([
      ["file", "There is a text and a file. Empty the text to take the file, or send the text without it."],
    ]);
    const { text, errors } = sent(answer);
    expect(markup(<ImportPage community={cast.django} text={text} errors={errors} />)).toContain(
      "## Typed\n</textarea>",
    );
  });
});

describe("a text that cannot be previewed", () => {
  it.each(["", "  \n\u200b\n"])("%j is nothing to read yet", async (outline) => {
    const mireia = await signedIn({ db }, cast.mireia);
    const answer = await mireia.send(action, here, { outline }, { params });
    expect(answer.status).toBe(422);
    expect(messages(answer)).toEqual([
      ["outline", "There is nothing to read yet. Paste your roadmap, or choose a file."],
    ]);
  });

  it("is one character longer than the limit, with line ends counted once", async () => {
    const mireia = await signedIn({ db }, cast.mireia);
    const most = `## A theme\r\n${"a".repeat(limits.outlineCharacters - 11)}`;
    expect((await mireia.send(action, here, { outline: most }, { params })).status).toBe(200);
    const answer = await mireia.send(action, here, { outline: `${most}b` }, { params });
    expect(answer.status).toBe(422);
    expect(messages(answer)).toEqual([
      [
        "outline",
        "A roadmap must be 500,000 characters or fewer (you have 500,001). Bring it in as two, one after the other.",
      ],
    ]);
    expect(sent(answer).text).toHaveLength(limits.outlineCharacters + 1);
  });

  it("was sent twice in one form", async () => {
    const mireia = await signedIn({ db }, cast.mireia);
    const twice: [string, string][] = [
      ["outline", "## One"],
      ["outline", "## Two"],
    ];
    const answer = await mireia.send(action, here, twice, { params });
    expect(answer.status).toBe(422);
    expect(messages(answer)).toEqual([["outline", "This was sent twice. Send it once."]]);
    expect(sent(answer).text).toBe("## One");
  });
});

describe("who may", () => {
  it("a member reads why not, and the refusal is on the audit trail", async () => {
    const zoe = await signedIn({ db }, cast.zoe);
    for (const ask of [
      () => zoe.read(loader, here, params),
      () => zoe.send(action, here, { outline: fixture }, { params }),
    ]) {
      const before = await tracks();
      const answer = await ask();
      expect(answer.status).toBe(403);
      expect(answer.data).toMatchObject({ because: expect.stringContaining("Only organizers of Django") });
      expect(await tracks()).toEqual({ ...before, denied: before.denied + 1 });
    }
  });

  it("another community's organizer is refused like anybody else, and a community that is not there is missing", async () => {
    const omar = await signedIn({ db }, cast.omar);
    expect((await omar.send(action, here, { outline: fixture }, { params })).status).toBe(403);
    expect((await omar.read(loader, "/flask/roadmap/import", { community: "flask" })).status).toBe(404);
  });

  it("somebody signed out is sent to sign in, and finds the text again, typed or from a file", async () => {
    for (const form of [{ outline: "## Typed\n" }, upload("## From a file\n")]) {
      const visitor = new Visitor({ db });
      const away = await visitor.send(action, here, form, { params });
      expect(away.status).toBe(303);
      const next = new URL(away.location ?? "", "http://localhost");
      expect(next.searchParams.get("next")).toBe(here);
      const mireia = await signedIn({ db }, cast.mireia);
      const back = await mireia.read(loader, `${here}?kept=${next.searchParams.get("kept")}`, params);
      expect(back.data).toMatchObject({ text: form instanceof FormData ? "## From a file\n" : "## Typed\n" });
    }
  });
});
