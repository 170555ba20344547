import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import type { Instance } from "../../../app/domain/pairing/instance";
import { prove } from "../../../app/domain/pairing/prove";
import { madeUpSprint } from "../domain/pairing/made-up";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const folder = mkdtempSync(join(tmpdir(), "portolan-pair-"));
afterAll(() => rmSync(folder, { recursive: true }));

const pair = (...args: string[]) =>
  spawnSync(join(root, "node_modules/.bin/tsx"), [join(root, "app/commands/pair.ts"), ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: folder },
    encoding: "utf8",
  });

function written(name: string, content: string | object): string {
  writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  return name;
}

const asFile = ({ newcomers, mentors, rows, possible, fits, seats }: Instance) => ({
  V: newcomers,
  M: mentors,
  cap: [...seats],
  ptr: [...rows],
  col: [...possible],
  w: [...fits],
});

it("writes the best plan with its prices, and how long it took", () => {
  const instance = madeUpSprint(120, 25, 1);
  const { status, stdout, stderr } = pair(written("instance.json", { ...asFile(instance), volunteers: [], seed: 1 }));
  expect(status).toBe(0);
  const { pairs, prices } = JSON.parse(stdout);
  const mentorOf = new Int32Array(120).fill(-1);
  for (const [newcomer, mentor] of pairs) mentorOf[newcomer] = mentor;
  expect(prove(instance, { mentorOf, prices: Float64Array.from(prices) })).toMatchObject({
    pairs: pairs.length,
    isBest: true,
  });
  expect(JSON.parse(stderr)).toEqual({ read_ms: expect.any(Number), solve_ms: expect.any(Number) });
});

it("takes an instance in which nobody came", () => {
  const { stdout } = pair(written("empty.json", '\uFEFF{"V":0,"M":0,"cap":[],"ptr":[0],"col":[],"w":[]}'));
  expect(JSON.parse(stdout)).toEqual({ pairs: [], prices: [] });
});

it.each<[what: string, content: string | object | null, sentence: string]>([
  ["is missing", null, "There is no file"],
  ["breaks off", '{"V":2,"M":1,\n"cap"', "is not JSON from its beginning to its end"],
  ["cannot be meant", { V: 1, M: 1, cap: [0.5], ptr: [0, 0], col: [], w: [] }, "cap[0] has to be a whole number"],
])("a file that %s is refused in one sentence", (_, content, sentence) => {
  const { status, stdout, stderr } = pair(content === null ? "nowhere.json" : written("bad.json", content));
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
});

it("asks for the one file when none is named, or two", () => {
  for (const args of [[], ["a.json", "b.json"]]) {
    expect(pair(...args)).toMatchObject({ status: 1, stderr: expect.stringContaining("Name the one file") });
  }
  expect(pair(".")).toMatchObject({ status: 1, stderr: expect.stringContaining("is a folder") });
});
