import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Desk, readDesk, writeDesk } from "../../../../app/domain/roadmap/desk";
import { type DeskNode, type Mark, nodesOf } from "../../../../app/domain/roadmap/desk-marks";
import { readInside, readOutline } from "../../../../app/domain/roadmap/outline";
import { lostLines, outlineText, withoutLines } from "./outline-texts";

const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) };
const named = { title: "Signs", done: false };
const fixtures = join(import.meta.dirname, "../../../fixtures");

/** A desk at which every line is a stored one. */
function stored(theme: Desk["theme"]): Desk {
  const marks = new Map<DeskNode, Mark>();
  nodesOf(theme).forEach(({ node, letter }, at) => {
    marks.set(node, `#${letter}${at + 1}` as Mark);
  });
  return { theme: { ...theme, ...named }, marks, unread: [], remarks: [] };
}

/** What a desk holds, and the mark of each line, without where it stands. */
const sketchOf = (desk: Desk) => ({
  theme: withoutLines({ title: null, intro: "", themes: [desk.theme], unread: [], remarks: [], lines: [] }),
  marks: nodesOf(desk.theme).map(({ node }) => desk.marks.get(node) ?? "new"),
});

const known = (desk: Desk) => new Set<string>(desk.marks.values());
const again = (desk: Desk) => readDesk(writeDesk(desk), known(desk), named);

describe("the lines of a desk", () => {
  it("are told by the marks at their ends, whatever else is rewritten", () => {
    const text = [
      "People get lost.",
      "",
      "- Which colour? #q3",
      "- [ ] Paint every sign by hand (design, 2h) #12",
      "      done when: it dries",
      "",
      "## Paths #p7",
      "",
      "- [ ] Draw the path (docs) #13",
      "- [ ] A new one",
    ].join("\n");
    const desk = readDesk(text, new Set(["#q3", "#12", "#13", "#p7"]), named);
    expect(nodesOf(desk.theme).map(({ node }) => [node.title, node.line, desk.marks.get(node)])).toEqual([
      ["Which colour?", 3, "#q3"],
      ["Paths", 7, "#p7"],
      ["Paint every sign by hand", 4, "#12"],
      ["Draw the path", 9, "#13"],
      ["A new one", 10, undefined],
    ]);
    expect(desk.theme.tasks[0]).toMatchObject({ kind: "design", sizeMinutes: 120, doneWhen: "it dries" });
    expect(desk.theme).toMatchObject({ title: "Signs", why: "People get lost." });
  });

  it("end as they are written where the number is no line of this theme, or stands in a note", () => {
    const desk = readDesk("- Fix #99\n- Draw it #12\n  notes: as in #12\n  see #12", new Set(["#12"]), named);
    expect(desk.theme.tasks).toMatchObject([{ title: "Fix #99" }, { title: "Draw it", notes: "as in #12\nsee #12" }]);
  });

  it("that carry one mark twice are one stored task and one new one, and it is said", () => {
    const desk = readDesk("- Draw it #12\n- Draw it again #12", new Set(["#12"]), named);
    expect(desk.theme.tasks.map((task) => desk.marks.get(task))).toEqual(["#12", undefined]);
    expect(desk.remarks).toMatchObject([{ line: 2, text: "Draw it again" }]);
  });

  it("that are headings are pillars, however deep, and a heading alone is one too", () => {
    const { theme } = readDesk("# Paths\n- Draw it\n### Ends\n#### Far ends\n- Paint it", new Set(), named);
    expect(theme.pillars.map(({ title, tasks }) => [title, tasks.length])).toEqual([
      ["Paths", 1],
      ["Paths › Ends › Far ends", 1],
    ]);
  });
});

describe("a desk that is written and read again", () => {
  it("is the same, whatever its theme holds, with every line's mark", () => {
    fc.assert(
      fc.property(outlineText, (text) => {
        for (const theme of [readInside(text).themes[0], ...readOutline(text).themes]) {
          if (theme) expect(sketchOf(again(stored(theme)))).toEqual(sketchOf(stored(theme)));
        }
      }),
      runs,
    );
  });

  it("is the same where its lines are new and look as if they were not", () => {
    const desk = readDesk("- Fix #12 #new\n- Draw it #12\n\n## Paths #12 #new\n", new Set(["#12"]), named);
    expect(desk.theme.tasks.map(({ title }) => title)).toEqual(["Fix #12", "Draw it"]);
    expect(sketchOf(again(desk))).toEqual(sketchOf(desk));
  });

  it.each(["django-roadmap.md", ...readdirSync(join(fixtures, "roadmaps")).map((file) => `roadmaps/${file}`)])(
    "is the same for every theme of %s, and none of its lines is lost when it is pasted whole",
    (file) => {
      const text = readFileSync(join(fixtures, file), "utf8");
      for (const theme of readOutline(text).themes) {
        expect(sketchOf(again(stored(theme)))).toEqual(sketchOf(stored(theme)));
      }
      expect(lostLines(text, readInside(text))).toEqual([]);
    },
  );

  it("loses no line of anything that is pasted", () => {
    fc.assert(
      fc.property(fc.oneof(outlineText, fc.string({ unit: "binary", maxLength: 300 })), (text) => {
        expect(lostLines(text, readInside(text))).toEqual([]);
      }),
      runs,
    );
  });
});
