import { describe, expect, it } from "vitest";
import { limits } from "../../../../app/domain/limits";
import { readOutline } from "../../../../app/domain/roadmap/outline";
import { tasksOf } from "../../../../app/domain/roadmap/outline-tasks";
import { lostLines } from "./outline-texts";

const family = "👩‍👩‍👧‍👦";

describe("a title", () => {
  const titled = (title: string) => readOutline(`# T\n- [ ] ${title}`);

  it("holds 200 characters as people count them", () => {
    for (const sign of ["x", family, "é"]) {
      const title = sign.repeat(limits.titleGraphemes);
      const outline = titled(title);
      expect(outline.themes[0]?.tasks[0]).toMatchObject({ title, notes: "" });
      expect(outline.remarks).toEqual([]);
    }
  });

  it("of 201 is shortened at a word, kept whole in the notes, and remarked on", () => {
    const title = `${"word ".repeat(40)}x`;
    const outline = titled(title);
    expect(outline.themes[0]?.tasks[0]).toMatchObject({ title: `${"word ".repeat(39)}word…`, notes: title });
    expect(outline.remarks).toMatchObject([{ line: 2, text: `- [ ] ${title}` }]);
    expect(titled(family.repeat(201)).themes[0]?.tasks[0]?.title).toBe(`${family.repeat(199)}…`);
  });

  it("of a theme, a question or a pillar is shortened too, and kept whole in their text", () => {
    const long = "x".repeat(201);
    const [theme] = readOutline(`## ${long}\n- Question: ${long}\n### ${long}\n- a`).themes;
    expect(theme).toMatchObject({ title: `${"x".repeat(199)}…`, why: long });
    expect(theme?.questions[0]).toMatchObject({ title: `${"x".repeat(199)}…`, notes: long });
    expect(theme?.pillars[0]).toMatchObject({ title: `${"x".repeat(199)}…`, intro: long });
  });
});

describe("a text", () => {
  const words = (count: number) => "a".repeat(count);

  it.each([
    ["a why", (text: string) => `# T\n${text}\n\n- a`],
    ["an introduction", (text: string) => `# T\n${text}\n## A\n- a`],
    ["a pillar's introduction", (text: string) => `## T\n### P\n${text}\n\n- a`],
    ["a field", (text: string) => `# T\n- [ ] a\n  start: ${text}`],
    ["notes", (text: string) => `# T\n- [ ] a\n\n  ${text}`],
    ["a question's notes", (text: string) => `# T\n- a?\n  - ${text.slice(2)}`],
  ])("that is %s holds 20,000 characters; one more and it is unread, with the reason", (_, file) => {
    const most = limits.textGraphemes;
    expect(readOutline(file(words(most))).unread).toEqual([]);
    const outline = readOutline(file(words(most + 1)));
    expect(outline.unread).toHaveLength(1);
    expect(outline.unread[0]?.because).toMatch(/ holds 20,000 characters, .* Shorten it/);
    expect(lostLines(file(words(most + 1)), outline)).toEqual([]);
  });

  it("counts a family as one", () => {
    expect(readOutline(`# T\n${family.repeat(limits.textGraphemes)}`).unread).toEqual([]);
    expect(readOutline(`# T\n${family.repeat(limits.textGraphemes + 1)}`).unread).toHaveLength(1);
  });
});

describe("a file", () => {
  it("may hold 2,000 tasks; the rest is unread, each line with the reason", () => {
    const file = (count: number) => `# T\n${"- [ ] a\n  start: here\n".repeat(count)}`;
    const full = readOutline(file(limits.outlineTasks));
    expect([full.themes.flatMap(tasksOf).length, full.unread.length]).toEqual([limits.outlineTasks, 0]);
    const over = readOutline(file(limits.outlineTasks + 1));
    expect(over.themes.flatMap(tasksOf)).toHaveLength(limits.outlineTasks);
    expect(over.unread.map(({ text }) => text)).toEqual(["- [ ] a", "start: here"]);
    expect(over.unread[0]?.because).toMatch(/2,000 tasks/);
  });

  it("may hold 500,000 characters; lines beyond are unread, with the reason", () => {
    const line = `- [ ] ${"a".repeat(93)}\n`;
    const full = line.repeat(limits.outlineCharacters / line.length);
    expect(full).toHaveLength(limits.outlineCharacters);
    const beyond = (text: string) => readOutline(text).unread.filter(({ because }) => because.includes("500,000"));
    expect(beyond(full.slice(0, -1))).toEqual([]);
    expect(beyond(full)).toEqual([]);
    expect(beyond(`${full}x`).map(({ text }) => text)).toEqual(["x"]);
  });
});

describe("a size", () => {
  it("goes up to 20 days; more is taken as that, and remarked on", () => {
    const sized = (size: string) => readOutline(`# T\n- [ ] a (${size})`);
    expect(sized("20 days").themes[0]?.tasks[0]?.sizeMinutes).toBe(limits.taskMinutesMost);
    expect(sized("20 days").remarks).toEqual([]);
    expect(sized("21 days").themes[0]?.tasks[0]?.sizeMinutes).toBe(limits.taskMinutesMost);
    expect(sized("21 days").remarks).toMatchObject([{ line: 2, text: "- [ ] a (21 days)" }]);
  });
});
