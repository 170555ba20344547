/**
 * What pairing costs: `npx tsx tests/bench/pairing.ts`. Cold is a new process each time, which reads a made-up instance
 * from a file (`npm run pair`) or lives through its first call; warm is this process, after a few calls. Every plan is
 * proved. Times are in milliseconds, of one core; on a busy machine the least says most.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Instance } from "../../app/domain/pairing/instance";
import { match } from "../../app/domain/pairing/match";
import { planPairs } from "../../app/domain/pairing/plan";
import { type Proof, prove } from "../../app/domain/pairing/prove";
import { crowd } from "../app/domain/pairing/crowd";
import { madeUpSprint } from "../app/domain/pairing/made-up";
import { palafrugell } from "../app/domain/pairing/people";

const sizes = [
  [50, 12],
  [200, 40],
  [1_000, 250],
  [10_000, 1_500],
] as const;
const runs = 9;
const seed = 20;

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = mkdtempSync(join(tmpdir(), "portolan-bench-"));

try {
  console.log(row("solve an instance", "possible", "pairs", "least", "median", "most"));
  for (const [newcomers, mentors] of sizes) {
    const instance = madeUpSprint(newcomers, mentors, seed);
    const size = `${newcomers.toLocaleString("en")} × ${mentors.toLocaleString("en")}`;
    const proof = requireBest(prove(instance, match(instance)));
    const facts = [instance.possible.length.toLocaleString("en"), proof.pairs.toLocaleString("en")] as const;
    console.log(row(`${size}, cold`, ...facts, ...spread(coldRuns(instance))));
    console.log(row(`${size}, warm`, ...facts, ...spread(warmRuns(() => match(instance)))));
  }

  console.log(`\n${row("from the people to a proved plan", "", "pairs", "least", "median", "most")}`);
  for (const [newcomers, mentors] of [[56, 30], ...sizes.slice(2)] as const) {
    const people = crowd(seed, newcomers, mentors);
    const plan = () => planPairs(palafrugell, people, [], []);
    const { pairs } = requireBest(plan().proof);
    const size = `${newcomers.toLocaleString("en")} × ${mentors.toLocaleString("en")}`;
    console.log(row(`${size}, warm`, "", pairs.toLocaleString("en"), ...spread(warmRuns(plan))));
  }
} finally {
  rmSync(folder, { recursive: true });
}

function requireBest(proof: Proof): Proof {
  if (!proof.isBest) throw new Error(`Not the best plan: ${JSON.stringify(proof)}`);
  return proof;
}

function coldRuns({ newcomers, mentors, rows, possible, fits, seats }: Instance): number[] {
  const file = join(folder, "instance.json");
  const lists = { cap: [...seats], ptr: [...rows], col: [...possible], w: [...fits] };
  writeFileSync(file, JSON.stringify({ V: newcomers, M: mentors, ...lists }));
  return Array.from({ length: runs }, () => {
    const command = [join(root, "node_modules/tsx/dist/cli.mjs"), join(root, "app/commands/pair.ts"), file];
    const { stderr } = spawnSync(process.execPath, command, { encoding: "utf8", maxBuffer: 2 ** 28 });
    return JSON.parse(stderr).solve_ms;
  });
}

function warmRuns(work: () => unknown): number[] {
  for (let run = 0; run < 3; run++) work();
  return Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
}

function spread(times: readonly number[]): [least: string, median: string, most: string] {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (place: number) => (sorted[place] ?? 0).toFixed(1);
  return [at(0), at(sorted.length >> 1), at(sorted.length - 1)];
}

function row(what: string, ...figures: readonly string[]): string {
  return what.padEnd(34) + figures.map((figure) => figure.padStart(11)).join("");
}
