import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readOutline } from "../../../../app/domain/roadmap/outline";
import { writeOutline } from "../../../../app/domain/roadmap/outline-write";
import { lostLines, withoutLines } from "./outline-texts";
import { sketch } from "./sketch";

const fixtures = new URL("../../../fixtures/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, fixtures), "utf8");

const files = [
  "django-roadmap.md",
  ...[
    "tables",
    "emoji-boxes",
    "years",
    "numbered",
    "html",
    "five-deep",
    "francais",
    "flat",
    "task-headings",
    "bold-headings",
    "epics",
  ].map((name) => `roadmaps/${name}.md`),
];

describe.each(files)("%s", (name) => {
  it("comes in without a lost line", () => {
    expect(lostLines(read(name), readOutline(read(name)))).toEqual([]);
  });

  it("is the same after it was written out and read again", () => {
    const outline = readOutline(read(name));
    expect(withoutLines(readOutline(writeOutline(outline)))).toEqual(withoutLines(outline));
  });
});

describe("the roadmap from the wall in Palafrugell", () => {
  const outline = readOutline(read("django-roadmap.md"));

  it("comes in whole, with nothing unread and nothing remarked", () => {
    expect(outline.title).toBe("Django roadmap, as it stood on the wall in Palafrugell");
    expect(outline.intro).toMatch(/^Themes that came out of .* not tidy\.$/);
    expect([outline.unread, outline.remarks]).toEqual([[], []]);
    expect(sketch(outline)).toMatchInlineSnapshot(`
      [
        "Modernise contrib.auth | Everybody agrees it is a top priority and it has sat on the back burner for years. On its own it sounds like an impossible project. We need a serious plan with pillars somebody can pick up.",
        "  ? What do we mean by "modern": two-factor, passkeys, e-mail as the user name, or all three?",
        "  ? Which third-party packages already solve which part, and what stops people from using them?",
        "  ? Can a project move off the default user model without losing data?",
        "  ## Know the landscape",
        "    - Survey the third-party authentication packages: what each covers, how it is maintained (research, half a day)",
        "    - Read the last five years of forum threads on contrib.auth and list what people asked for (research, half a day)",
        "    - Reproduce the open tickets about password reset and note which still happen on main (reproduce, 2h)",
        "        start: the ticket query "contrib.auth, password reset, accepted"; the contributing guide on reproducing",
        "        done when: every open ticket has a comment saying whether it still happens, with the version",
        "        verify: somebody else can follow your steps for two of them",
        "  ## Two-factor",
        "    - Write down what a TOTP second step needs from the login view (design, half a day)",
        "    - Experiment: a TOTP step as a third-party app, without touching core (experiment, 2 days)",
        "    - Document how to add a second factor with today's hooks (docs, 3h)",
        "        start: docs/topics/auth/customizing.txt and the sample project in the forum thread",
        "        done when: a reader can add a TOTP prompt to a new project by following the page",
        "        verify: build the docs without warnings; follow your own page from an empty project",
        "  ## Passkeys",
        "    - List which WebAuthn calls a Django login needs, with a diagram (research, half a day)",
        "    - Experiment: passkey login in a sample project (experiment, 2 days)",
        "  ## Smaller doors",
        "    - Verify that every auth template passes an accessibility check (verify, 2h)",
        "        start: the templates under contrib/admin/templates/registration",
        "        done when: a table of templates, findings and screenshots is on the ticket",
        "        verify: a second person gets the same findings on three of them",
        "    - Improve the error text when a custom user model is swapped in after the first migration (code, half a day)",
        "Type hints | Do we want them? If we do, what does that mean, and which routes in are approachable?",
        "  ? Do we annotate core, publish stubs, or bless what exists?",
        "  ? Who has to keep annotations right, and what does review cost?",
        "  ? What would an experiment look like that we could throw away?",
        "  - Compare the existing stubs with the public API of one small module (research, half a day)",
        "      start: django.utils.text and the stubs' page for it",
        "      done when: a list of differences, each with a sentence on which side is right",
        "      verify: run the type checker on your examples",
        "  - Annotate django.utils.text on a branch and write down what hurt (experiment, 1 day)",
        "  - Measure the type checker's run time on the test suite (experiment, 3h)",
        "  - Draft the page "Typing in Django: where we stand" (docs, half a day)",
        "An API story | You can find Django and not find what to do if you just want an endpoint. Documenting the options is not the same as putting one of them into core.",
        "  ? Is the first step documentation, serialisation, or both?",
        "  ? What would a modern serialisation layer have to beat?",
        "  ## Tell the story",
        "    - How-to: a JSON endpoint with plain Django (docs, half a day)",
        "    - How-to: when to reach for a REST framework, and which ones there are (docs, half a day)",
        "    - Link the how-tos from the front page of the documentation (docs, 1h)",
        "        start: docs/index.txt",
        "        done when: both how-tos can be reached from the front page",
        "        verify: build the docs; click the links",
        "        needs: How-to: a JSON endpoint with plain Django",
        "  ## Serialisation",
        "    - Benchmark three serialisation libraries on the same model, with the code published (experiment, 1 day)",
        "    - Write up why looping over fields at run time is slow, with a profile (research, 3h)",
        "The async story | The narrative out there is that Django cannot do async. Most of it works; the missing part is the database cursor.",
        "  ? What is really missing, in one paragraph a newcomer understands?",
        "  - Document what works today, with a streaming example (docs, half a day)",
        "  - Reproduce the reported connection exhaustion under async load (reproduce, 1 day)",
        "  - Review the async signal tickets and say which still apply (triage, 2h)",
        "Background tasks: the database back end | The interface is in core. The worker and the database back end live outside until they have been used widely enough.",
        "  - Try the database back end in a real project and report (verify, 1 day)",
        "  - Write the migration guide from the most used task queue (docs, 1 day)",
        "  - Add a failing test for tasks enqueued inside a rolled back transaction (code, half a day)",
        "      start: the tests of the immediate back end",
        "      done when: the test fails for the right reason, and says so in a comment",
        "      verify: it passes when the enqueue is moved to on_commit",
        "Website: people cannot find things | People cannot find things.",
        "  - Put the search box on the front page (design, half a day)",
        "  - Collect ten pages that nobody can find, with how you looked for them (research, 2h)",
        "      start: the website's search, and the questions asked in the forum last month",
        "      done when: ten pages, what you typed, where you ended up",
        "      verify: one other person fails to find five of them too",
        "  - Triage: website tickets untouched for more than a year (triage, 2h)",
        "Start small: a lighter way in | Newcomers should not meet twenty files on their first day.",
        "  ? What is the smallest project we would be proud to show?",
        "  - Try the single-file options and compare what each leaves out (research, half a day)",
        "  - Tutorial: hello world in one file, and how it grows (docs, 1 day)",
        "An executive director for the foundation | Not a code theme. Parked here so that it is not forgotten.",
      ]
    `);
  });
});

describe("files of other shapes", () => {
  it("takes each row of a table as a task, and its columns as fields", () => {
    const outline = readOutline(read("roadmaps/tables.md"));
    expect(outline.intro).toBe("What we would like to have by next summer.\n\n**Everything else**");
    expect(outline.unread).toEqual([]);
    expect(sketch(outline)).toMatchInlineSnapshot(`
      [
        "Reading offline | People read on trains. Nothing we have works there.",
        "  ? Should pictures be kept too?",
        "  - [x] List what the reader fetches while it is open (research, 2h)",
        "      start: \`src/net/\`",
        "      done when: every request has a line in the table",
        "      verify: somebody else finds no other",
        "      notes: Owner: Ada",
        "  - Keep the last ten articles in the browser (code, 2 days)",
        "      notes: Status: in progress",
        "  - Say on the page that one is offline | online (design, half a day)",
        "      start: the banner component",
        "      done when: a sketch for both",
        "      verify: two readers tell us what it means",
        "      notes: Owner: Lin",
        "  ## Later",
        "    - Measure how much room ten articles take (~experiment, 2h)",
        "        needs: List what the reader fetches while it is open",
        "    - Write the help page (~docs, half a day)",
        "        needs: Measure how much room ten articles take",
        "Reading comfort",
        "  - Night colours (~code)",
        "  ## Type",
        "    - Bigger letters (~code)",
        "    - Smaller margins (~code)",
        "Housekeeping",
        "  - A list of known bugs (~code)",
      ]
    `);
  });

  it("takes emoji as check boxes and bold words as fields", () => {
    expect(sketch(readOutline(read("roadmaps/emoji-boxes.md")))).toMatchInlineSnapshot(`
      [
        "🌱 First leaves | Nobody gets through the first ten minutes alone.",
        "  - [x] Write the welcome page (docs, 3h)",
        "  - [x] Ask five people where they got stuck (research, 1 day)",
        "  - Record the first ten minutes of somebody new (research, 2h)",
        "      start: the room booked on Thursday",
        "      done when: a list of stops, with minutes",
        "      verify: the person recorded agrees with the list",
        "  - Fix the three worst stops (code, 3 days)",
        "      needs: Record the first ten minutes of somebody new",
        "🌳 Deep roots [x]",
        "  - [x] Move the seeds to the new store (~code)",
        "  - [x] Tell everybody (~code)",
        "  - [x] Water the old seeds (~code)",
        "  - [x] Keep both stores (~code)",
      ]
    `);
  });

  it("keeps years as a word in the why while real themes stand below them", () => {
    const outline = readOutline(read("roadmaps/years.md"));
    expect(outline.title).toBe("Harbour, the next two years");
    expect(outline.intro).toBe(
      "We plan in years and promise nothing.\n\n**2026**\n\nMoney for one person, two days a week.",
    );
    expect(outline.unread.map(({ line }) => line)).toEqual([3, 6]);
    expect(sketch(outline)).toMatchInlineSnapshot(`
      [
        "Type hints | When: 2026",
        "  - Compare the stubs (research, half a day)",
        "A faster start | It takes four seconds, and everybody measures it first.  When: 2026 › Q3",
        "  ? Which of them would anybody notice?",
        "  - Measure where the four seconds go (experiment, 3h)",
        "Search that forgives | When: Q1 2027",
        "  - Collect fifty queries that found nothing (triage, 2h)",
        "  - Try trigram search on them (experiment, 1 day)",
        "A calmer front page | When: Q1 2027",
        "  - Count what is on it (research, 1h)",
        "Later",
        "  - A second language (~code)",
        "  - A third one (~code)",
      ]
    `);
  });

  it("follows the numbers of a numbered outline", () => {
    expect(sketch(readOutline(read("roadmaps/numbered.md")))).toMatchInlineSnapshot(`
      [
        "Accounts",
        "  ? Which browsers matter?",
        "  ## Know the landscape",
        "    - Survey the packages (research, half a day)",
        "    - Read the forum (research, half a day)",
        "  ## Passkeys",
        "    - List the calls a login needs (research, 2h)",
        "        start: the standard, chapter 7",
        "        done when: a diagram",
        "        verify: somebody implements from it",
        "Documentation",
        "  ## Tutorial",
        "    - Rewrite chapter one (docs, 1 day)",
        "    - Check the code in it (verify, 2h)",
        "  ## How-to pages",
        "    - One about forms (~code)",
        "    - One about files (~code)",
        "Version 5.2",
        "  - Release notes (docs, 3h)",
        "  - Announcement (~code)",
      ]
    `);
  });

  it("reads HTML headings, lists and details, and reports comments", () => {
    const outline = readOutline(read("roadmaps/html.md"));
    expect(outline.title).toBe("The Kite roadmap");
    expect(outline.unread.map(({ line }) => line)).toEqual([5, 6, 7, 8, 46]);
    expect(sketch(outline)).toMatchInlineSnapshot(`
      [
        "Strings & knots | Strings break where the knot is. <b>Every</b> report says so.",
        "  - Collect reports of broken strings (triage, 2h)",
        "      notes: <!-- id: 17 -->",
        "  - Try Ctrl+K in the editor (verify, 1h)",
        "      notes: [editor](https://kite.example/editor)",
        "  - Support Vec<T> in the winder (~code)",
        "  ## Wishes for next year",
        "    - A longer string (~code)",
        "    - A second kite (~code)",
        "Wind | See the [meeting notes][notes].  [notes]: https://kite.example/notes",
        "  ? Who reads the forecast?",
        "  - [x] Find a forecast we may use (~research)",
        "  ## Signals",
        "    - Draw a sign for no wind (~code)",
        "    - Draw a sign for too much (~code)",
      ]
    `);
  });

  it("joins the names of groups that are nested five deep", () => {
    expect(sketch(readOutline(read("roadmaps/five-deep.md")))).toMatchInlineSnapshot(`
      [
        "The kitchen | It is cold, and the hut lives in it.",
        "  ? Is there a second chimney? | - The old plan shows one.",
        "  ## Heating › The stove",
        "    - Buy wood (~code)",
        "  ## Heating › The stove › The pipe",
        "    - Sweep the pipe (code, 2h)",
        "        start: the hatch on the roof",
        "        done when: - a hand held in it stays clean / - the smoke goes up",
        "        verify: light it, and look from the valley",
        "    - Measure the draught (experiment, 1h)",
        "        needs: Sweep the pipe",
        "  ## Water",
        "    - Bring water up (~code, 2 days)",
        "        needs: Find the spring; Lay the hose",
        "        notes: - bring gloves / - and a long spade /  /   A second paragraph about the spade.",
        "    - Find the spring (research, half a day)",
        "    - Lay the hose (code, 1 day)",
        "The path",
        "  - [x] Mark the path (~code)",
      ]
    `);
  });

  it("reads French fields, kinds and sizes", () => {
    expect(sketch(readOutline(read("roadmaps/francais.md")))).toMatchInlineSnapshot(`
      [
        "Traduction : personne ne sait où l’on en est | Personne ne sait où l’on en est.",
        "  ? Qui relit ?",
        "  ? Faut-il traduire les messages d’erreur ?",
        "  - Recenser les pages sans traduction (research, half a day)",
        "      start: la liste des pages",
        "      done when: chaque page a une ligne",
        "      verify: une autre personne en trouve pas d’autre",
        "  - Traduire la page d’accueil (docs, 2 days)",
        "      needs: Recenser les pages sans traduction",
        "  - Relire les trois premières pages (review, 90 min)",
        "      notes: remarque : demander à Zoé",
        "Accessibilité | Le site ne se lit pas avec un lecteur d’écran.",
        "  - Vérifier chaque page au clavier (verify, 1.5 days)",
        "  - Corriger les titres (code, half a day)",
        "  - Écrire ce que nous avons appris (~docs)",
      ]
    `);
  });

  it("makes one theme of one flat list", () => {
    expect(sketch(readOutline(read("roadmaps/flat.md")))).toMatchInlineSnapshot(`
      [
        "Roadmap",
        "  ? Do we still need the mailing list?",
        "  - Fix the broken links on the front page (code, 1h)",
        "  - Write down how a release is made (docs, half a day)",
        "  - Test the installer on an old laptop (verify, 2h)",
        "      start: the laptop in the cupboard",
        "      done when: the ticket says what happened",
        "      verify: somebody else sees the same",
        "  - Sort the tickets nobody answered (triage, 3h); ask Ben first (~triage)",
        "  - A task with (a remark) in the middle (code, 2h, needs Ben) (code, 2h)",
      ]
    `);
  });

  it("takes headings with “done when” under them as tasks", () => {
    expect(sketch(readOutline(read("roadmaps/task-headings.md")))).toMatchInlineSnapshot(`
      [
        "Sprint board",
        "  - Document the hooks (docs, 3h)",
        "      start: docs/hooks.txt",
        "      done when: - every hook has an example / - the index links to the page",
        "      verify: build the docs",
        "      notes: People keep asking in the forum.",
        "  - Fix the flaky test (code, half a day)",
        "      needs: Document the hooks",
        "      notes: Fails one run in ten. See the [log](https://ci.example/77). /  / Steps: /  / 1. run it a hundred times / 2. find the shared state",
        "  - [x] Release 1.4 (~code)",
      ]
    `);
  });

  it("takes bold lines as headings where there are no others", () => {
    expect(sketch(readOutline(read("roadmaps/bold-headings.md")))).toMatchInlineSnapshot(`
      [
        "Auth | We need it because people ask every week.",
        "  - Survey packages (research, 2h)",
        "  - Write TOTP doc (docs, 3h)",
        "Typing",
        "  ? do we want it",
        "  ? who maintains it",
        "  - compare stubs (~research)",
        "  - annotate utils (~code)",
      ]
    `);
  });

  it("takes ticked items with items under them as themes", () => {
    expect(sketch(readOutline(read("roadmaps/epics.md")))).toMatchInlineSnapshot(`
      [
        "Auth",
        "  - Survey packages (~research)",
        "  - Passkeys (~code)",
        "      needs: list calls",
        "  - list calls (~research)",
        "Typing [x]",
        "  - [x] compare stubs (~research)",
        "Website",
      ]
    `);
  });
});
