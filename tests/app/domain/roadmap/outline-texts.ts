import fc from "fast-check";
import { cleanText } from "../../../../app/domain/roadmap/outline-lines";
import { tasksOf } from "../../../../app/domain/roadmap/outline-tasks";
import type { Outline } from "../../../../app/domain/roadmap/outline-types";

/** Source lines that show something and that no node, layout or unread entry took. */
export function lostLines(text: string, outline: Outline): string[] {
  const taken = new Set([
    ...outline.lines,
    ...outline.unread.map(({ line }) => line),
    ...outline.themes.flatMap((theme) => [
      ...theme.lines,
      ...[...theme.questions, ...theme.pillars, ...tasksOf(theme)].flatMap(({ lines }) => lines),
    ]),
  ]);
  return cleanText(text)
    .split("\n")
    .filter((line, at) => line.trim() !== "" && !taken.has(at + 1));
}

/** Every text of an outline, put aside or placed: what was written has to be somewhere in here. */
export function allWords(outline: Outline): string {
  const nodes = outline.themes.flatMap((theme) => [
    [theme.title, theme.why],
    ...theme.questions.map(({ title, notes }) => [title, notes]),
    ...theme.pillars.map(({ title, intro }) => [title, intro]),
    ...tasksOf(theme).map((task) => [
      task.title,
      task.start,
      task.doneWhen,
      task.verify,
      ...task.needs,
      task.notes,
      task.goal,
      task.links,
      ...task.skills,
    ]),
  ]);
  return [
    outline.title ?? "",
    outline.intro,
    ...nodes.flat(),
    ...[...outline.unread, ...outline.remarks].map(({ text }) => text),
  ].join("\n");
}

/** An outline without where its lines stood, and without what was said about the file: what a round trip keeps. */
export const withoutLines = (outline: Outline): unknown =>
  JSON.parse(
    JSON.stringify({ title: outline.title, intro: outline.intro, themes: outline.themes }, (key, value) =>
      key === "line" || key === "lines" ? undefined : value,
    ),
  );

const marks = [
  "# ",
  "## ",
  "### ",
  "#### ",
  "- ",
  "* ",
  "+ ",
  "• ",
  "1. ",
  "2) ",
  "1.1 ",
  "1.1. ",
  "a) ",
  "- [ ] ",
  "- [x] ",
  "* [ ] ",
  "✅ ",
  "⬜ ",
  "> ",
  "| ",
  "|---|---|",
  "```",
  "~~~",
  "---",
  "===",
  "***",
  "<!-- ",
  "-->",
  "<details>",
  "<summary>",
  "</summary>",
  "</details>",
  "<ul>",
  "</ul>",
  "<li>",
  "<h2>",
  "</h2>",
  "<b>",
  "</b>",
  "<br>",
  '<a href="u">',
  "</a>",
  "Q: ",
  "start: ",
  "done when: ",
  "verify: ",
  "needs: ",
  "why: ",
  "skills: ",
  "links: ",
  "notes:",
  "start:",
  "done when:",
  "- start: ",
  "- done when:",
  "- needs: ",
  "kind: ",
  "size: ",
  "Status: ",
  "Open questions:",
  "Tasks",
  "To do:",
  " - 2h",
  " – docs, 1 day",
  "**Bold**",
  "Later",
  "Table of contents",
  "[a](#a)",
  "Contents",
  "Background",
  "2026",
  "Q1 2027",
  "Roadmap",
  "title: ",
  "**",
  "~~",
  "`",
  "[",
  "](u)",
  "][r]",
  "[r]: https://r.example",
  "(docs, 2h)",
  "(code)",
  "(half a day)",
  "(S)",
  "?",
  "？",
  ":",
  ";",
  ",",
  '"',
  "\\",
  "&amp;",
  "&#91;",
  "_",
  "!",
  ".",
  "…",
  " | ",
  "|",
  "Task | Size",
  "Theme | Task | Status",
  "| # | Title | Needs |",
  "|---|---|---|",
  "done",
  "[ ]",
  "[x]",
  "\t",
  "    ",
  "      ",
  "  ",
  "  ",
];

/** A word that nothing else writes, so that it can be found again. */
const word = fc.integer({ min: 1, max: 9999 }).map((number) => `wort${number}`);

const line = fc
  .tuple(
    fc.constantFrom("", "", "", "  ", "    ", "      ", "\t", "          "),
    fc.array(
      fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom(...marks) },
        { weight: 3, arbitrary: word.map((one) => `${one} `) },
      ),
      {
        maxLength: 6,
      },
    ),
  )
  .map(([indent, parts]) => indent + parts.join(""));

/** Texts made of everything that means something in an outline, in any order: worse than anybody writes. */
export const outlineText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 5, arbitrary: line }, { weight: 1, arbitrary: fc.constant("") }), { maxLength: 25 })
  .map((lines) => lines.join("\n"));
