import { describe, expect, it } from "vitest";
import { readOutline } from "../../../../app/domain/roadmap/outline";
import type { OutlineTask } from "../../../../app/domain/roadmap/outline-types";
import { lostLines } from "./outline-texts";
import { sketch } from "./sketch";

const read = (...lines: string[]) => readOutline(lines.join("\n"));
const tree = (...lines: string[]) => sketch(read(...lines));

/** The one task of a theme with the given lines under it. */
function taskIn(...lines: string[]): OutlineTask {
  const [task, ...more] = read("# Theme", "Because.", "", ...lines).themes[0]?.tasks ?? [];
  if (!task || more.length > 0) throw new Error(`${more.length + (task ? 1 : 0)} tasks`);
  return task;
}

describe("headings", () => {
  it("takes a lone top heading over deeper ones as the roadmap's title, and its prose as the introduction", () => {
    const outline = read("# Roadmap", "Hello.", "## One", "- a", "## Two", "- b");
    expect([outline.title, outline.intro]).toEqual(["Roadmap", "Hello."]);
    expect(outline.themes.map(({ title }) => title)).toEqual(["One", "Two"]);
  });

  it("takes several top headings as themes, whatever their level", () => {
    expect(read("### One", "- a", "### Two", "#### Inside", "- b").themes.map(({ title }) => title)).toEqual([
      "One",
      "Two",
    ]);
  });

  it("takes a lone heading without deeper ones as a theme", () => {
    expect(read("# Type hints", "Do we want them?", "- a").themes[0]).toMatchObject({
      title: "Type hints",
      why: "Do we want them?",
    });
  });

  it("joins headings deeper than pillars to their pillar's name", () => {
    expect(tree("## T", "### A", "- a", "#### B", "- b", "##### C", "- c")).toEqual([
      "T",
      "  ## A",
      "    - a (~code)",
      "  ## A › B",
      "    - b (~code)",
      "  ## A › B › C",
      "    - c (~code)",
    ]);
  });

  it("takes Markdown marks off titles and leaves them in prose", () => {
    const outline = read(
      "## **Bold** `code` [link](https://x.example) ~~old~~ <em>it</em> &amp; more ##",
      "Some **bold** prose.",
    );
    expect(outline.themes[0]?.title).toBe("Bold code link old it & more");
    expect(outline.themes[0]?.why).toBe("Some **bold** prose.\n\n[link](https://x.example)");
  });

  it("takes the words after a colon as the why when nobody has written one", () => {
    expect(read("## Website: people cannot find things", "- a").themes[0]).toMatchObject({
      title: "Website: people cannot find things",
      why: "People cannot find things.",
    });
    expect(read("## Website: people get lost", "They told us.", "- a").themes[0]?.why).toBe("They told us.");
    expect(read("## Website:", "- a").themes[0]?.why).toBe("");
  });

  it("marks a theme as done whose heading is ticked or struck through", () => {
    const { themes } = read("## [x] One", "- a", "## ~~Two~~", "- b", "## Three ✅", "- c", "## [ ] Four", "- d");
    expect(themes.map(({ title, done }) => [title, done])).toEqual([
      ["One", true],
      ["Two", true],
      ["Three", true],
      ["Four", false],
    ]);
  });

  it("keeps version numbers in titles and takes numbering off", () => {
    expect(read("## 1. First", "### 1.1 Inside", "- a", "## 5.2 LTS", "- b").themes.map(({ title }) => title)).toEqual([
      "First",
      "5.2 LTS",
    ]);
  });
});

describe("years and quarters", () => {
  it("are themes when nothing but tasks stands below them", () => {
    expect(tree("## 2026", "- a", "## 2027", "- b")).toEqual(["2026", "  - a (~code)", "2027", "  - b (~code)"]);
  });

  it("give their name to the themes below them", () => {
    expect(tree("# 2026", "## Type hints", "Why not.", "# 2027", "## Async")).toEqual([
      "Type hints | Why not.  When: 2026",
      "Async | When: 2027",
    ]);
  });

  it("stay pillars inside a theme", () => {
    expect(tree("## Type hints", "### 2026", "- a", "### Q1 2027", "- b", "## Async")).toContain("  ## Q1 2027");
  });
});

describe("lists", () => {
  it("are one theme called Roadmap when they are flat and the file has no title", () => {
    expect(tree("- a", "- b")).toEqual(["Roadmap", "  - a (~code)", "  - b (~code)"]);
  });

  it("are themes where their items carry items, in a file without headings", () => {
    expect(tree("- Auth", "  - a", "- Typing", "  - b")).toEqual(["Auth", "  - a (~code)", "Typing", "  - b (~code)"]);
  });

  it("make a pillar of an item with items under it, and join the names of deeper ones", () => {
    expect(tree("# T", "- A", "  - B", "    - b", "- a")).toEqual([
      "T",
      "  - a (~code)",
      "  ## A › B",
      "    - b (~code)",
    ]);
  });

  it("take every mark people use", () => {
    const marks = [
      "- one",
      "* two",
      "+ three",
      "• four",
      "5. five",
      "6) six",
      "[ ] seven",
      "[x] eight",
      "☐ nine",
      "✅ ten",
    ];
    expect(read("# T", ...marks.flatMap((line) => [line, ""])).themes[0]?.tasks).toHaveLength(10);
  });

  it("make tasks of ticked items under a task, and the larger one waits for them", () => {
    expect(tree("# T", "- [ ] Big (2 days)", "  - [ ] Small", "  - [x] Done", "  - a remark")).toEqual([
      "T",
      "  - Big (~code, 2 days)",
      "      needs: Small; Done",
      "      notes: - a remark",
      "  - Small (~code)",
      "  - [x] Done (~code)",
    ]);
  });

  it("let a long title run on in the next line, but not into a remark", () => {
    expect(
      taskIn(
        "- [ ] Survey every third-party package there is, and what each of them covers,",
        "      and who keeps it (research, 2h)",
      ),
    ).toMatchObject({
      title: "Survey every third-party package there is, and what each of them covers, and who keeps it",
      kind: "research",
    });
    expect(taskIn("- [ ] Survey the packages", "      Start with the small ones.")).toMatchObject({
      title: "Survey the packages",
      notes: "Start with the small ones.",
    });
  });

  it("do not look into code, quotes and comments", () => {
    const outline = read("# T", "```", "- [ ] code", "```", "> - [ ] quote", "", "<!-- - [ ] comment -->", "- a");
    expect(sketch(outline)).toEqual(["T | ``` - [ ] code ``` > - [ ] quote", "  - a (~code)"]);
    expect(outline.unread.map(({ line, text }) => [line, text])).toEqual([[7, "<!-- - [ ] comment -->"]]);
  });

  it("read on after a code block that nobody closed", () => {
    expect(tree("# T", "```", "- a")).toEqual(["T | ```", "  - a (~code)"]);
  });

  it("leave out the names of lists that only say “tasks”", () => {
    expect(tree("## T", "### Tasks", "- a", "", "To do:", "- b")).toEqual(["T", "  - a (~code)", "  - b (~code)"]);
  });

  it("leave out a table of contents, and say so", () => {
    const outline = read("# R", "## Contents", "- [One](#one)", "## One", "- a");
    expect(sketch(outline)).toEqual(["One", "  - a (~code)"]);
    expect(outline.unread.map(({ line }) => line)).toEqual([2, 3]);
  });

  it("keep what stands under “Background” or “Links” in the why", () => {
    expect(tree("# R", "## T", "Short.", "### Links", "- [Forum](https://f.example)", "### Work", "- a")).toEqual([
      "T | Short.  **Links**  - [Forum](https://f.example)",
      "  ## Work",
      "    - a (~code)",
    ]);
  });
});

describe("tables", () => {
  it("are tasks by the first column when the header names nothing else", () => {
    expect(tree("# T", "| Wish | Who |", "|---|---|", "| Sing (docs, 2h) | Ada |", "| Dance? | |")).toEqual([
      "T",
      "  ? Dance?",
      "  - Sing (docs, 2h)",
      "      notes: Who: Ada",
    ]);
  });

  it("group by the theme column, and an empty cell means the one above", () => {
    expect(tree("# Roadmap", "| Theme | Task |", "|---|---|", "| A | one |", "| | two |", "| B | three |")).toEqual([
      "A",
      "  - one (~code)",
      "  - two (~code)",
      "B",
      "  - three (~code)",
    ]);
  });

  it("of themes alone join the sections of the same name", () => {
    expect(tree("| Theme | Why |", "|---|---|", "| A | Because. |", "| B | Also. |", "", "## A", "- one")).toEqual([
      "B | Also.",
      "A | Because.",
      "  - one (~code)",
    ]);
  });

  it("with nothing but a header are prose", () => {
    expect(tree("# T", "| a | b |", "|---|---|", "", "- one")).toEqual(["T | | a | b | |---|---|", "  - one (~code)"]);
  });
});

describe("questions", () => {
  it.each([
    "- Do we want it?",
    "- Do we want it？",
    "- هل نريد ذلك؟",
    "- Do we “want it?”",
    "- **Do we want it?**",
    "- (Do we want it?)",
    "- Q: wanted",
    "- Question: wanted",
  ])("are seen in %s", (line) => {
    expect(read("# T", line).themes[0]?.questions).toHaveLength(1);
  });

  it.each(["- [ ] Do we want it?", "- Do we want it? (2h)", "- Ask whether we want it"])(
    "are not seen in %s",
    (line) => {
      expect(read("# T", line).themes[0]?.questions).toEqual([]);
    },
  );

  it("are whatever stands under “Open questions”, and belong to the theme", () => {
    expect(
      tree(
        "## T",
        "### A pillar",
        "- What first?",
        "- a",
        "### Open questions",
        "- the name",
        "- [ ] the date",
        "",
        "Who pays?",
      ),
    ).toEqual([
      "T",
      "  ? What first?",
      "  ? Who pays?",
      "  ? the name",
      "  ? the date",
      "  ## A pillar",
      "    - a (~code)",
    ]);
  });

  it("in prose under a heading stay its why", () => {
    expect(read("## T", "Do we want them? What does it cost?", "- a").themes[0]).toMatchObject({
      why: "Do we want them? What does it cost?",
      questions: [],
    });
  });
});

describe("kind and size", () => {
  it.each([
    ["Do it (docs, half a day)", "Do it", "docs", 240],
    ["Do it (half a day, docs)", "Do it", "docs", 240],
    ["Do it (spike)", "Do it", "experiment", null],
    ["Do it [testing; 2-3h]", "Do it", "verify", 180],
    ["Do it (docs 2h)", "Do it", "docs", 120],
    ["Do it (docs) (2h)", "Do it", "docs", 120],
    ["Do it *(docs, 1,5 days)*", "Do it", "docs", 720],
    ["**Do it (docs, M)**", "Do it", "docs", 240],
    ["Do it (bug / a week).", "Do it", "code", 2400],
    ["Do it – research, ½ day", "Do it", "research", 240],
    ["Do it (docs, half a day, Ada)", "Do it (docs, half a day, Ada)", "docs", 240],
    ["Do it (code, docs)", "Do it (code, docs)", "code", null],
    ["Do it (see the docs)", "Do it (see the docs)", "code", null],
    ["Look at it (docs) first", "Look at it (docs) first", "code", null],
    ["Read the [docs](2h)", "Read the docs", "research", null],
    ["(docs, 2h)", "(docs, 2h)", "docs", 120],
  ])("of “%s” are read, or the title stays whole", (line, title, kind, sizeMinutes) => {
    expect(taskIn(`- [ ] ${line}`)).toMatchObject({ title, kind, sizeMinutes });
  });

  it("say whether the kind was written or guessed", () => {
    expect(taskIn("- Document it (docs)").kindGuessed).toBe(false);
    expect(taskIn("- Document it (2h)")).toMatchObject({ kind: "docs", kindGuessed: true });
  });

  it("may stand in lines of their own", () => {
    expect(taskIn("- [ ] Do it", "  kind: spike", "  effort: L")).toMatchObject({
      kind: "experiment",
      sizeMinutes: 480,
      notes: "",
    });
    expect(taskIn("- [ ] Do it", "  kind: wild", "  size: huge").notes).toBe("kind: wild\nsize: huge");
  });
});

describe("where to start, done when, verify, needs", () => {
  const all = { title: "Do it", start: "here", doneWhen: "it works", verify: "look", needs: ["A", "B"] };

  it.each([
    [
      "lines under it",
      ["- [ ] Do it", "      start: here", "      done when: it works", "      verify: look", '      needs: "A"; "B"'],
    ],
    [
      "bullets under it",
      ["- [ ] Do it", "  - Start: here", "  - DONE WHEN: it works", "  - verify: look", "  - needs: A; B"],
    ],
    [
      "bold words",
      [
        "1. Do it",
        "   **Where to start:** here",
        "   **Acceptance**: it works",
        "   __How to verify:__ look",
        "   *Depends on:* “A” and “B”",
      ],
    ],
    [
      "lines that are not indented",
      ["- [ ] Do it", "start: here", "done when: it works", "verify: look", "blocked by: A;B"],
    ],
    [
      "lists under their names",
      [
        "- [ ] Do it",
        "  start:",
        "    here",
        "  definition of done:",
        "    it works",
        "  check:",
        "    look",
        "  after:",
        "    - A",
        "    - B",
      ],
    ],
    ["German", ["- [ ] Do it", "  Anfang: here", "  Fertig, wenn: it works", "  Prüfen: look", "  Braucht: A; B"]],
    [
      "Spanish",
      [
        "- [ ] Do it",
        "  Por dónde empezar: here",
        "  Hecho cuando: it works",
        "  Comprobar: look",
        "  Depende de: A; B",
      ],
    ],
    ["Italian", ["- [ ] Do it", "  Inizio: here", "  Fatto quando: it works", "  Verifica: look", "  Richiede: A; B"]],
    [
      "Portuguese",
      ["- [ ] Do it", "  Início: here", "  Pronto quando: it works", "  Verificação: look", "  Precisa de: A; B"],
    ],
    [
      "sub-bullets after a blank line",
      ["- [ ] Do it", "", "  - start: here", "", "  - done when: it works", "  - verify: look", "  - needs: «A», «B»"],
    ],
  ])("are read from %s", (_, lines) => {
    expect(taskIn(...lines)).toMatchObject(all);
  });

  it("go on over several lines", () => {
    expect(
      taskIn("- [ ] Do it", "  done when: it works", "    on every page", "  start: here,", "  or there").doneWhen,
    ).toBe("it works\non every page");
    expect(taskIn("- [ ] Do it", "  start: here,", "  or there", "  verify: look").start).toBe("here,\nor there");
    expect(taskIn("- [ ] Do it", "  done when:", "  - a", "  - b", "  verify: look")).toMatchObject({
      doneWhen: "- a\n- b",
      verify: "look",
    });
  });

  it("take commas for parts of a title unless all parts are titles", () => {
    const needs = (line: string) =>
      read("# T", "- [ ] A", "- [ ] B", "- [ ] C", `  needs: ${line}`).themes[0]?.tasks[2]?.needs;
    expect(needs("A, B")).toEqual(["A", "B"]);
    expect(needs("A, or maybe not")).toEqual(["A, or maybe not"]);
    expect(needs("nothing")).toEqual([]);
  });

  it("say why it matters, which skills it takes and which pages belong to it", () => {
    const task = taskIn(
      "- [ ] Do it",
      "  why: people wait for it",
      "  skills: **SQL**, Python; css, sql",
      "  links:",
      "    - [the ticket](https://t.example/1)",
      "    - https://t.example/2",
    );
    expect(task).toMatchObject({
      goal: "people wait for it",
      skills: ["sql", "python", "css"],
      links: "- [the ticket](https://t.example/1)\n- https://t.example/2",
      notes: "",
    });
  });

  it("leave skills that are too many or too long in the notes, whole", () => {
    const many = Array.from({ length: 21 }, (_, at) => `skill ${at}`).join(", ");
    expect(taskIn("- [ ] Do it", `  skills: ${many}`)).toMatchObject({ skills: [], notes: `skills: ${many}` });
    expect(taskIn("- [ ] Do it", `  skills: [sql](u)`)).toMatchObject({ skills: [], notes: "skills: [sql](u)" });
  });

  it("leave every other line in the notes as it was written", () => {
    expect(taskIn("- [ ] Do it", "  Mentor: Ada", "  Labels: **SQL**", "  Status: it is slow").notes).toBe(
      "Mentor: Ada\nLabels: **SQL**\nStatus: it is slow",
    );
  });
});

describe("what cannot be placed", () => {
  it("is reported with its line, its text and what to do", () => {
    const { unread } = read("# T", "- a", "- \u200b", "- [ ]", "## ");
    expect(unread.map(({ line, text }) => [line, text])).toEqual([
      [3, "- \u200b"],
      [4, "- [ ]"],
      [5, "##"],
    ]);
    for (const { because } of unread) expect(because).toMatch(/ Give it a few words\.$/);
  });

  it("is nothing in an empty file", () => {
    expect(readOutline("")).toEqual({ title: null, intro: "", themes: [], unread: [], remarks: [], lines: [] });
    expect(readOutline("\ufeff\r\n \r\n")).toMatchObject({ themes: [], unread: [] });
  });

  it("does not hide behind strange characters", () => {
    const text = "\ufeff# T\r\n- a\u0000b\ud800c\r- \u202etrap";
    const outline = readOutline(text);
    expect(outline.themes[0]?.tasks.map(({ title }) => title)).toEqual(["ab\ufffdc", "trap"]);
    expect(lostLines(text, outline)).toEqual([]);
  });

  it("keeps the address lines that texts refer to beside those texts", () => {
    const outline = read(
      "# T",
      "See [the notes][n].",
      "- [Read it][n]",
      "",
      "[n]: https://n.example",
      "[o]: https://o.example",
    );
    expect(outline.themes[0]).toMatchObject({
      why: "See [the notes][n].\n\n[n]: https://n.example",
      tasks: [{ title: "Read it", notes: "[Read it](https://n.example)" }],
    });
    expect(outline.unread.map(({ line }) => line)).toEqual([6]);
  });
});
