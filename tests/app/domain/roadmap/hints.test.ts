import { expect, it } from "vitest";
import { hintsFor } from "../../../../app/domain/roadmap/hints";
import { readOutline } from "../../../../app/domain/roadmap/outline";

/** The hints of the one theme of an outline, by the text of the line each is about. */
function hints(...lines: string[]): [line: string, hint: string][] {
  const [theme] = readOutline(lines.join("\n")).themes;
  return theme ? hintsFor(theme).map(({ line, text }) => [lines[line - 1]?.trim() ?? "", text]) : [];
}

const prepared = ["  start: here", "  done when: a table stands on the wiki", "  verify: somebody else finds the same"];

it("a prepared task of a theme that says why gets no hint", () => {
  expect(hints("## Signs", "People get lost.", "- Draw a sign (docs, 2h)", ...prepared)).toEqual([]);
});

it.each([
  ["2 days", "Two days is too big for a first task. Split it?"],
  ["1.5 days", "1.5 days is too big for a first task. Split it?"],
  ["a week", "Five days is too big for a first task. Split it?"],
])("a task of %s is asked to be split", (size, hint) => {
  expect(hints("## Signs", "People get lost.", `- Draw a sign (docs, ${size})`, ...prepared)).toEqual([
    [`- Draw a sign (docs, ${size})`, hint],
  ]);
});

it("a task of a day is small enough", () => {
  expect(hints("## Signs", "People get lost.", "- Draw a sign (docs, 1 day)", ...prepared)).toEqual([]);
});

it("a theme that says how and not what for is asked once, however many tasks it has", () => {
  const said = hints("## Signs", "- Draw a sign (2h)", ...prepared, "- Paint a sign (2h)", ...prepared);
  expect(said).toEqual([["## Signs", expect.stringMatching(/^Says how, not what for\./)]]);
});

it("a task that names only a change is asked what it is for, until somebody writes it", () => {
  const asked = (...more: string[]) =>
    hints("## Signs", "People get lost.", "- Replace the signs (2h)", ...prepared, ...more).map(([, hint]) => hint);
  expect(asked()).toEqual(["Says how, not what for. A line “why:” tells what is better afterwards."]);
  expect(asked("  why: nobody can read them")).toEqual([]);
  expect(asked("  notes: so that people can read them")).toEqual([]);
});

it("says one thing at a time: the next comes when the first has been written", () => {
  const next = (...more: string[]) => hints("## Signs", "People get lost.", "- Draw a sign", ...more)[0]?.[1];
  expect(next()).toMatch(/^No way to tell when it is done/);
  expect(next("  done when: it works")).toBe(
    "“it works” can mean many things. What will somebody see that is not there today?",
  );
  expect(next("  done when: it hangs")).toMatch(/^Nowhere to start/);
  expect(next("  done when: it hangs", "  start: here")).toMatch(/^No way to check the result/);
  expect(next("  done when: it hangs", "  start: here", "  verify: look")).toMatch(/^How long could it take/);
});

it("a finished task needs no hint, and an empty pillar asks what comes first", () => {
  expect(hints("## Signs", "People get lost.", "- [x] Draw a sign", "### Paths")).toEqual([
    ["### Paths", "Nothing in it yet. What could somebody do here first?"],
  ]);
});
