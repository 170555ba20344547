import { describe, expect, it } from "vitest";
import { limits } from "../../../../app/domain/limits";
import { readOutline } from "../../../../app/domain/roadmap/outline";
import { lostLines } from "./outline-texts";

/** Milliseconds of processor time, the best of several: how busy the machine is with something else does not count. */
function timed(text: string, tries = 3): number {
  const times = Array.from({ length: tries }, () => {
    const before = process.cpuUsage();
    readOutline(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe("what somebody pastes to bring it to its knees", () => {
  it.each([
    ["quotes", ">".repeat(10_000)],
    ["quotes with spaces", "> ".repeat(10_000)],
    ["bullets", `${"- ".repeat(10_000)}x`],
    ["numbers", `${"1. ".repeat(10_000)}x`],
    ["check boxes", `- ${"[ ] ".repeat(10_000)}x`],
    ["quotes on lines of their own", ">\n".repeat(10_000)],
    ["brackets", `- ${"[".repeat(10_000)}`],
    ["emphasis", `- ${"*a_b~~".repeat(10_000)}`],
  ])("10,000 nested %s take less than 50 ms", (_, text) => {
    readOutline("# Warm\n- up (docs, 2h)\n".repeat(200));
    expect(timed(text, 20)).toBeLessThan(50);
  });

  it.each([
    ["headings", "# a\n"],
    ["empty headings", "#\n"],
    ["open code blocks", "```a\n"],
    ["open comments", "<!-- a\n"],
    ["lists in HTML", "<ul><li>a\n"],
    ["labels", "a:\n- b\n"],
    ["fields", "- [ ] a\n  start:\n"],
    ["tables", "|a|\n|-|\n|b|\n"],
    ["links", "[a][b] "],
    ["half links", "](a "],
    ["accents", "e\u0301"],
    ["families", "👩‍👩‍👧‍👦"],
    ["ranges", "- a (1-2-3-4-5-6-7-8-9-0-1-2-3-4-5-6-7-8)\n"],
    ["needs", 'needs: "a"; '],
  ])("twice as many %s take about twice as long", (_, piece) => {
    const half = piece.repeat(Math.floor(limits.outlineCharacters / 20 / piece.length));
    const once = timed(half);
    const twice = timed(half + half);
    expect(twice).toBeLessThan(Math.max(once, 20) * 5);
  });

  it("lists indented deeper and deeper lose no line", () => {
    const text = Array.from({ length: 400 }, (_, depth) => `${"  ".repeat(depth)}- a${depth}`).join("\n");
    expect(lostLines(text, readOutline(text))).toEqual([]);
  });

  it("more than a hundred thousand lines do not overflow", () => {
    for (const line of ["a", "- a", "<!-- a -->"]) {
      expect(() => readOutline(`${line}\n`.repeat(130_000))).not.toThrow();
    }
  });
});
