import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { limits } from "../../../app/domain/limits";

const root = fileURLToPath(new URL("../../../", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "portolan-import-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): { code: number | null; out: string; said: string } {
  const env = { ...process.env, INIT_CWD: folder, DATABASE_URL: "postgres://nobody@localhost:1/none" };
  const done = spawnSync(process.execPath, ["--import", "tsx", join(root, "app/commands/import.ts"), ...args], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  return { code: done.status, out: done.stdout, said: done.stderr };
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

describe("npm run -s import -- roadmap FILE", () => {
  it("prints the roadmap from Palafrugell as a tree: 8 themes, 30 tasks, six of them ready", () => {
    const { code, out, said } = run("roadmap", join(root, "tests/fixtures/django-roadmap.md"));
    expect([code, said]).toEqual([0, ""]);
    const lines = out.trimEnd().split("\n");
    expect(lines.filter((line) => line.endsWith("[ready]")).map((line) => line.trim())).toEqual([
      "- Reproduce the open tickets about password reset and note which still happen on main (reproduce, 2h) [ready]",
      "- Document how to add a second factor with today's hooks (docs, 3h) [ready]",
      "- Verify that every auth template passes an accessibility check (verify, 2h) [ready]",
      "- Compare the existing stubs with the public API of one small module (research, half a day) [ready]",
      "- Add a failing test for tasks enqueued inside a rolled back transaction (code, half a day) [ready]",
      "- Collect ten pages that nobody can find, with how you looked for them (research, 2h) [ready]",
    ]);
    expect(lines.at(-1)).toBe("8 themes, 10 questions, 6 pillars, 30 tasks. 6 ready.");
    expect(out).toContain("  - Annotate django.utils.text on a branch and write down what hurt (experiment, 1 day)\n");
    expect(out).toContain("        waits for: How-to: a JSON endpoint with plain Django\n");
  });

  it("says on standard error what it could not read, and why", () => {
    const { code, out, said } = run("roadmap", file("comment.md", "# T\n\n<!-- hello -->\n- [ ] a\n  needs: b\n"));
    expect(code).toBe(0);
    expect(out).toContain("1 theme, 0 questions, 0 pillars, 1 task. 0 ready.");
    expect(said).toMatch(
      /^Not read:\n {2}line 3: <!-- hello -->\n {4}This is a comment, .*\nRead, but:\n {2}line 4: b\n/,
    );
  });

  it("does not call a task ready that waits for another or for an answer", () => {
    const ready = "  start: a\n  done when: b\n  verify: c";
    const said = run(
      "roadmap",
      file(
        "waits.md",
        `# T\nWhy.\n- [ ] a\n${ready}\n- [ ] b\n${ready}\n  needs: a\n- [ ] c\n${ready}\n  needs: d?\n- d?\n- [x] e\n- [ ] f\n${ready}\n  needs: e\n`,
      ),
    );
    expect(said.out).toMatch(/2 ready, 1 done\.\n$/);
  });

  it("reads UTF-16 that says so, and UTF-8 with a mark", () => {
    const text = "# Füße\n- a\n";
    const wide = Buffer.from(`\ufeff${text}`, "utf16le");
    for (const bytes of [wide, Buffer.from(wide).swap16(), Buffer.from(`\ufeff${text}`)]) {
      expect(run("roadmap", file("marked.md", bytes)).out).toMatch(/^Füße \(1 task/);
    }
  });

  it("says so when it finds no theme", () => {
    expect(run("roadmap", file("prose.md", "Only prose.\n"))).toMatchObject({
      code: 0,
      said: expect.stringMatching(/No theme was found/),
    });
  });
});

describe("what cannot be read is refused in a sentence", () => {
  const cases: [string, () => string, RegExp][] = [
    ["a file that is not there", () => "nowhere.md", /^There is no file nowhere\.md\./],
    ["a folder", () => ".", /^\. is a folder\. Name the file in it\.$/],
    ["an empty file", () => file("empty.md", ""), /^empty\.md is empty\./],
    ["a file of blanks", () => file("blank.md", "\ufeff \n\t\n"), /^blank\.md is empty\./],
    [
      "a zip archive named .md",
      () => file("zip.md", Buffer.from("PK\x03\x04\x14\x00", "latin1")),
      /^zip\.md is a zip archive/,
    ],
    ["a PDF", () => file("a.pdf", "%PDF-1.7 …"), /^a\.pdf is a PDF\./],
    ["a program", () => file("a.bin", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1])), /^a\.bin is not text\./],
    [
      "Latin-1",
      () => file("latin.md", Buffer.from("# Fü\xdfe", "latin1")),
      /^latin\.md is not UTF-8 text\. Save it as UTF-8/,
    ],
    [
      "half a UTF-16 character",
      () => file("half.md", Buffer.from([0xff, 0xfe, 0x61])),
      /^half\.md is not UTF-8 text and not whole UTF-16 either/,
    ],
    [
      "a character too many",
      () => file("big.md", `# ${"a".repeat(limits.outlineCharacters - 1)}`),
      /^big\.md is too big: at most 500,000 characters/,
    ],
    ["a huge file", () => file("huge.md", Buffer.alloc(limits.outlineCharacters * 5, "a")), /^huge\.md is too big/],
    ["a device", () => "/dev/zero", /^\/dev\/zero is not a file/],
  ];

  it.each(cases)("%s", (_, name, sentence) => {
    const { code, out, said } = run("roadmap", name());
    expect([code, out]).toEqual([1, ""]);
    expect(said.trimEnd()).toMatch(sentence);
    expect(said).not.toMatch(/\n\s+at /);
  });

  it("reads a file that is exactly as big as it may be", () => {
    expect(run("roadmap", file("full.md", `# ${"a".repeat(limits.outlineCharacters - 2)}`)).code).toBe(0);
  });
});

describe("what is not understood is answered with how to write it", () => {
  it.each([
    ["nothing at all", [], /^Write: npm run -s import -- roadmap FILE/],
    ["something else", ["songs", "a.md"], /“songs” cannot be imported/],
    ["no file", ["roadmap"], /^Which file is the roadmap in\?/],
    ["two files", ["roadmap", "a.md", "b.md"], /“b\.md” is one too many/],
    ["an unknown option", ["roadmap", "a.md", "--force"], /^There is no option --force here\./],
  ])("%s", (_, args, sentence) => {
    const { code, out, said } = run(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(said).toMatch(sentence);
    expect(said).toContain("Write: npm run -s import -- roadmap FILE");
  });

  it("and asking for help is no mistake", () => {
    expect(run("--help")).toMatchObject({ code: 0, out: expect.stringContaining("roadmap FILE"), said: "" });
  });
});
