import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import type { Browser } from "../../support/http";
import { makeOrganizer } from "../../support/organizers";
import { fieldValue, formTo, problemsOn, saidBy, wordsOf } from "../../support/page";

const { db, sql, address } = await testDatabase();
const { mireia, priya, zoe, omar, django, wagtail } = await makeCast(db);
await makeOrganizer(db, django, omar);
const app = await openApp(address);
const organizer = await app.signedIn(mireia);
const other = await app.signedIn(omar);
const member = await app.signedIn(zoe);
const [one = 0, two = 0, three = 0, four = 0, five = 0] = django.ready;

const desk = `/django/themes/${django.themeSlug}/desk`;
const application = `${desk}/application`;

const open = async (browser: Browser = organizer) => {
  const page = await browser.get(desk);
  expect(page.status).toBe(200);
  const { base = "", outline = "" } = formTo(page, desk);
  return { base, outline };
};
const save = async (rewrite: (text: string) => string, browser = organizer, more: Record<string, string> = {}) => {
  const form = await open(browser);
  return browser.post(application, { ...form, outline: rewrite(form.outline), ...more });
};
const step = (way: "undo" | "redo", browser = organizer) => browser.post(`${desk}/${way}`, {});
const task = async (number: number) => {
  const [row] =
    await sql`select title, kind, size_minutes, goal, start, done_when, verify, notes, skills, links, pillar_id::int,
    finished_at, deleted_at, mentor_id::int,
    array(select b.number from dependencies d join tasks b on b.id = d.blocked_by_id where d.task_id = tasks.id order by 1) as waits
    from tasks where community_id = ${django.id} and number = ${number}`;
  return row;
};
const numberOf = async (title: string) => {
  const [row] =
    await sql`select number from tasks where community_id = ${django.id} and title = ${title} and deleted_at is null`;
  return row?.number as number;
};

/** Everything of the theme that a person can see, for telling whether anything changed. */
const all = async () => (await open()).outline;

describe("the desk of a theme", () => {
  it("shows the theme as an outline, each line with its number, and beside it what it becomes", async () => {
    const page = await organizer.get(desk);
    const text = fieldValue(page, "outline") ?? "";
    expect(text).toContain(`- Which hasher comes first? #q${django.question}`);
    expect(text).toContain(`## Hashers #p${django.pillarId}`);
    expect(text).toContain(`- [ ] Name hasher one (docs, 2h) #${one}`);
    expect(text).toContain("      why: So that people find their way.\n      start: `docs/topics/auth.txt`");
    const words = wordsOf(page);
    expect(words).toContain("11 as it was");
    expect(words).toContain("▲ Nowhere to start. Which file, page or ticket is opened first?");
  });

  it("keeps a task that is rewritten the same task, adds lines without a number, and orders both as they stand", async () => {
    const before = await task(one);
    const answer = await save((text) =>
      text
        .replace(`- [ ] Name hasher one (docs, 2h) #${one}`, `- [ ] Name every hasher (research, half a day) #${one}`)
        .replace(
          `- [ ] Name hasher two`,
          "- [ ] Draw the hashers (design, 1h)\n      skills: SVG\n- [ ] Name hasher two",
        ),
    );
    expect(answer).toMatchObject({ status: 303, headers: { location: desk } });
    expect(saidBy(answer)).toBe("Saved: 1 came in, 1 changed.");
    expect(await task(one)).toEqual({ ...before, title: "Name every hasher", kind: "research", size_minutes: 240 });
    const drawn = await numberOf("Draw the hashers");
    expect(await task(drawn)).toMatchObject({ kind: "design", skills: ["svg"], pillar_id: django.pillarId });
    const order =
      await sql`select number from tasks where pillar_id = ${django.pillarId} and deleted_at is null order by position`;
    expect(order.map(({ number }) => number).slice(0, 3)).toEqual([one, drawn, two]);
  });

  it("erases what is erased: a size, a start, a need", async () => {
    await save((text) => text.replace(new RegExp(`(#${two}\n)`), `$1      needs: "Name hasher three"\n`));
    expect((await task(two))?.waits).toEqual([three]);
    await save((text) =>
      text
        .replace(/ {6}needs: "Name hasher three"\n/, "")
        .replace(`hasher two (docs, 2h) #${two}`, `hasher two (docs) #${two}`),
    );
    expect(await task(two)).toMatchObject({ waits: [], size_minutes: null });
  });

  it("saved as it is changes nothing and writes nothing", async () => {
    const [before] = await sql`select count(*)::int as count from audit_rows`;
    const answer = await save((text) => text);
    expect(saidBy(answer)).toBe("Saved.");
    expect((await sql`select count(*)::int as count from audit_rows`)[0]).toEqual(before);
  });

  it("follows a title that changes in what needs it", async () => {
    await save((text) =>
      text
        .replace(`#${four}\n`, `#${four}\n      needs: "Name hasher three"\n`)
        .replace("Name hasher three (", "Name hasher three at last ("),
    );
    expect((await task(four))?.waits).toEqual([three]);
    expect(await all()).toContain('needs: "Name hasher three at last"');
  });

  it("previews without saving, for browsers that run no scripts", async () => {
    const form = await open();
    const outline = `${form.outline}\n- [ ] Paint it (2 days)\n`;
    const page = await organizer.post(desk, { ...form, outline });
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain("Two days is too big for a first task. Split it?");
    expect(fieldValue(page, "outline")).toBe(outline);
    expect(await numberOf("Paint it")).toBeUndefined();
  });
});

describe("a line that is taken out", () => {
  const without = (number: number) => (text: string) =>
    text.replace(new RegExp(`- \\[.\\] [^\n]*#${number}\n(?:      [^\n]*\n)*`), "");

  it("asks before its task is taken off, and takes off exactly what was agreed to", async () => {
    const asked = await save(without(five));
    expect(asked.status).toBe(409);
    expect(problemsOn(asked)).toEqual([expect.stringMatching(/^Saving would take something off the theme/)]);
    expect(wordsOf(asked)).toContain(`Task ${five}, “Name hasher five”`);
    const form = formTo(asked, desk);
    const wrong = await organizer.post(application, { ...form, takeOff: `#${four}` });
    expect(wrong.status).toBe(409);
    expect((await task(five))?.deleted_at).toBeNull();
    const agreed = await organizer.post(application, { ...form, takeOff: `#${five}` });
    expect(saidBy(agreed)).toBe("Saved: 1 taken off.");
    expect((await organizer.get(`/django/tasks/${five}`)).status).toBe(410);
    expect(saidBy(await step("undo"))).toBe("Undone: what you saved.");
    expect((await organizer.get(`/django/tasks/${five}`)).status).toBe(200);
  });

  it("stays with a task that is finished or held, and says why", async () => {
    expect((await member.post(`/django/tasks/${five}/claim`, { note: "" })).status).toBe(303);
    const form = await open();
    const outline = without(five)(without(django.finished)(form.outline));
    const page = await organizer.post(desk, { ...form, outline });
    expect(wordsOf(page)).toContain("It is finished, so it stays on record.");
    expect(wordsOf(page)).toContain("Zoë Lindqvist holds it now, so it stays.");
    expect(saidBy(await organizer.post(application, { ...form, outline }))).toBe(
      "Saved. 2 things stay, as it says beside the text.",
    );
    expect((await task(five))?.deleted_at).toBeNull();
  });
});

describe("undo and redo", () => {
  it("take back what was saved and do it again, also after a long while", async () => {
    const before = await all();
    await save((text) => `${text}\n## Tokens\n\nThey expire.\n\n- [ ] Count the tokens (research, 1h)\n`);
    const after = await all();
    expect(wordsOf(await organizer.get(desk))).toContain("Undo what you saved");
    await step("undo");
    expect(await all()).toBe(before);
    await step("redo");
    expect(await all()).toBe(after);
    await step("undo");
    expect(await all()).toBe(before);
  });

  it("take back what became of the theme's why, unless somebody has rewritten it since", async () => {
    const before = await all();
    await save((text) => text.replace("People of Django have asked for it for years.", "Passwords leak."));
    const after = await all();
    expect(after).toContain("Passwords leak.");
    expect((await step("undo")).status).toBe(303);
    expect(await all()).toBe(before);
    expect((await step("redo")).status).toBe(303);
    expect(await all()).toBe(after);
    await save((text) => text.replace("Passwords leak.", "Hashes age."), other);
    const refused = await step("undo");
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toMatch(/Omar Haddad has gone on with “[^”]+” since\./);
    expect(await all()).toContain("Hashes age.");
  });

  it("go ten steps back and no further, and all the way forth again", async () => {
    const texts = [await all()];
    for (let at = 1; at <= 11; at += 1) {
      await save((text) => text.replace(/(Name hasher six)[^(]*/, `$1, ${at} `));
      texts.push(await all());
    }
    for (let at = 10; at >= 1; at -= 1) {
      expect((await step("undo")).status).toBe(303);
      expect(await all()).toBe(texts[at]);
    }
    expect((await step("undo")).status).toBe(409);
    for (let at = 2; at <= 11; at += 1) {
      expect((await step("redo")).status).toBe(303);
      expect(await all()).toBe(texts[at]);
    }
    expect((await step("redo")).status).toBe(409);
  });

  it("leave alone what somebody has gone on with, name them, and change nothing", async () => {
    await save((text) => text.replace("Name every hasher", "Name each hasher"));
    await save((text) => text.replace("Name each hasher", "Name each and every hasher"), other);
    const before = await all();
    const refused = await step("undo");
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toContain("Omar Haddad has gone on with “Name each and every hasher” since.");
    expect(await all()).toBe(before);
    expect((await step("undo", other)).status).toBe(303);
    expect((await step("undo")).status).toBe(303);
    expect(await all()).toContain("Name every hasher");
  });

  it("leave alone a new task that somebody claimed", async () => {
    const ready =
      "\n- [ ] List the salts (research, 1h)\n      start: here\n      done when: a list\n      verify: read it\n";
    await save((text) => text + ready);
    const number = await numberOf("List the salts");
    expect((await (await app.signedIn(priya)).post(`/django/tasks/${number}/claim`, { note: "" })).status).toBe(303);
    const refused = await step("undo");
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toContain("Priya Sharma has gone on with “List the salts” since.");
    expect((await task(number))?.deleted_at).toBeNull();
  });
});

describe("two organizers at once", () => {
  it("who write about different things both have their way, and the second is told", async () => {
    const mine = await open();
    await save(
      (text) =>
        text.replace(/( {6}start: [^\n]*\n)( {6}done when: [^\n]*\n)/, "$1$2      links: https://omar.example\n"),
      other,
    );
    const outline = mine.outline.replace("Which hasher comes first?", "Which hasher comes first of all?");
    const answer = await organizer.post(application, { ...mine, outline });
    expect(saidBy(answer)).toBe("Saved: 1 changed. What others wrote meanwhile is in it too.");
    expect(await all()).toContain("https://omar.example");
    expect(await all()).toContain("Which hasher comes first of all?");
  });

  it("who write differently about one thing see both, and nothing is lost on the way on", async () => {
    const mine = await open();
    const line = /( {6}done when: )[^\n]*(\n[^#]*)/;
    await save((text) => text.replace(line, "$1Omar sees it.$2"), other);
    const late = await organizer.post(application, {
      ...mine,
      outline: mine.outline.replace(line, "$1Mireia sees it.$2"),
    });
    expect(late.status).toBe(409);
    expect(wordsOf(late)).toContain("Omar Haddad saved this while you were writing");
    expect(wordsOf(late)).toMatch(/Done when Stored now Omar sees it\. What you wrote Mireia sees it\./);
    expect(await all()).toContain("Omar sees it.");
    const form = formTo(late, desk);
    expect(form.outline).toContain("Mireia sees it.");
    expect((await organizer.post(application, form)).status).toBe(303);
    expect(await all()).toContain("Mireia sees it.");
  });

  it("who save at the same moment both have their way", async () => {
    const form = await open();
    const answers = await Promise.all([
      organizer.post(application, { ...form, outline: `${form.outline}\n- [ ] Mireia's own (1h)\n` }),
      other.post(application, { ...form, outline: `${form.outline}\n- [ ] Omar's own (1h)\n` }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await numberOf("Mireia's own")).toBeDefined();
    expect(await numberOf("Omar's own")).toBeDefined();
  });
});

describe("what cannot be saved", () => {
  it.each([
    ["a comment, which nobody would see", "<!-- hidden -->", /^Some lines could not be read/],
    ["settings of a file", "---\ntitle: Signs\n---\n\n- [ ] Draw it", /^Some lines could not be read/],
    ["half a million characters and one", "x".repeat(500_001), /^An outline must be 500,000 characters or fewer/],
  ])("is refused and shown again: %s", async (_, outline, problem) => {
    const before = await all();
    const form = await open();
    const answer = await organizer.post(application, { ...form, outline });
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)[0]).toMatch(problem);
    expect(fieldValue(answer, "outline")).toBe(outline);
    expect(await all()).toBe(before);
  });

  it("is a desk of another community, or a member's: what they wrote is shown to them", async () => {
    const form = { base: "x", outline: "- [ ] Mine" };
    expect((await organizer.post(`/wagtail/themes/${wagtail.themeSlug}/desk/application`, form)).status).toBe(403);
    const refused = await member.post(application, form);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain("- [ ] Mine");
    expect(await numberOf("Mine")).toBeUndefined();
  });
});

it("undo and redo are nothing together, whatever was written: each text comes back on the way there and on the way forth", async () => {
  const blockAt = (text: string, place: number): string => {
    const blocks = text.match(/^ *- \[ \] [^\n]*\n(?: {6}[^\n]*\n)*/gm) ?? [];
    return blocks[place % blocks.length] ?? "";
  };
  const rewrite = (text: string, deed: string, place: number, words: string): string => {
    const block = blockAt(text, place);
    if (deed === "add") return text.replace(block, `${block}- [ ] ${words} (docs, 1h)\n      start: ${words}\n`);
    if (deed === "reword") return text.replace(block, block.replace(/\[ \] [^(\n#]*/, `[ ] ${words} `));
    if (deed === "erase") return text.replace(block, "");
    return `${text.replace(block, "").trimEnd()}\n\n## ${words}\n\n${block.trimStart()}`;
  };
  const deeds = ["add", "reword", "erase", "put into a pillar"];
  const seen = new Set<string>();
  const written = fc.record({
    deed: fc.constantFrom(...deeds),
    place: fc.nat(20),
    words: fc.stringMatching(/^[A-Z][a-z]{3,9} [a-z]{3,9}$/),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 4 }), async (saved) => {
      const texts = [await all()];
      for (const [at, { deed, place, words }] of saved.entries()) {
        const asked = await save((text) => rewrite(text, deed, place, `${words} ${at}`));
        // What is taken off, or held, is asked about once more, with the answer already in the form.
        if (asked.status === 409) {
          const form = formTo(asked, desk);
          const takeOff = /name="takeOff"[^>]*value="([^"]*)"/.exec(asked.text)?.[1] ?? "";
          await organizer.post(application, { ...form, takeOff });
        }
        const now = await all();
        if (now === texts.at(-1)) continue;
        texts.push(now);
        seen.add(deed);
      }
      for (let at = texts.length - 2; at >= 0; at -= 1) {
        expect((await step("undo")).status).toBe(303);
        expect(await all()).toBe(texts[at]);
      }
      for (let at = 1; at < texts.length; at += 1) {
        expect((await step("redo")).status).toBe(303);
        expect(await all()).toBe(texts[at]);
      }
    }),
    {
      numRuns: Number(process.env.PROPERTY_RUNS ?? 400) / 80,
      examples: [[deeds.map((deed, place) => ({ deed, place, words: `Mind ${deed.slice(0, 5)}` }))]],
    },
  );
  expect([...seen].sort()).toEqual([...deeds].sort());
});
