/**
 * What pairing costs: `npm run bench:pairing`. Cold is a new process each time, which reads a made-up instance from a file
 * (`npm run pair`) or lives through its first call; warm is this process, after a few calls. Every plan is proved, and other
 * solvers have to find one as good. Times are in milliseconds, of one core; on a busy machine the least says most.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { consequencesOfSeating } from "../../app/domain/pairing/consequences";
import { type Instance, type Match, pairWorth } from "../../app/domain/pairing/instance";
import { match } from "../../app/domain/pairing/match";
import { planPairs } from "../../app/domain/pairing/plan";
import { type Proof, prove } from "../../app/domain/pairing/prove";
import { rematch } from "../../app/domain/pairing/rematch";
import { settle } from "../../app/domain/pairing/settle";
import { Standing } from "../../app/domain/pairing/standing";
import { crowd } from "../app/domain/pairing/crowd";
import { madeUpSprint } from "../app/domain/pairing/made-up";
import { palafrugell } from "../app/domain/pairing/people";
import { otherSolvers, writeNumbers } from "./others";

const sizes = [
  [50, 12],
  [200, 40],
  [1_000, 250],
  [10_000, 1_500],
] as const;
const runs = 9;
/** As `npm run pair` starts: by itself Node brings four helping threads, which on few cores take turns with the one that solves. */
const asPair = ["--v8-pool-size=0", "--import", "tsx"];
const seed = 20;

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = mkdtempSync(join(tmpdir(), "portolan-bench-"));

const sized = ([newcomers, mentors]: readonly [number, number]) =>
  `${newcomers.toLocaleString("en")} × ${mentors.toLocaleString("en")}`;

/** From the people to a proved plan once, in a process of its own: its time and the memory it took. */
if (process.argv[2] === "people") {
  const people = crowd(seed, Number(process.argv[3]), Number(process.argv[4]));
  const started = performance.now();
  const { pairs } = requireBest(planPairs(palafrugell, people, [], []).proof);
  const time = performance.now() - started;
  console.log(JSON.stringify({ time, pairs, megabytes: mostMemory() / 1024 }));
  process.exit();
}

try {
  const others = otherSolvers(folder);
  console.log(row("solve an instance", "possible", "pairs", "least", "median", "most"));
  for (const size of sizes) {
    const instance = madeUpSprint(size[0], size[1], seed);
    const proof = requireBest(prove(instance, match(instance)));
    const facts = [instance.possible.length.toLocaleString("en"), proof.pairs.toLocaleString("en")] as const;
    console.log(row(`${sized(size)}, cold`, ...facts, ...spread(coldRuns(instance))));
    console.log(row(`${sized(size)}, warm`, ...facts, ...spread(warmRuns(() => match(instance)))));
    const numbers = join(folder, "numbers.txt");
    writeNumbers(instance, numbers);
    for (const { name, missing, time } of others) {
      if (missing !== null) continue;
      const times = Array.from({ length: 3 }, () => time(numbers, proof));
      console.log(row(`  ${name}`, ...facts, ...spread(times)));
    }
  }
  for (const { name, called, missing } of others) console.log(missing ?? `${name}: ${called}`);
  console.log("Both are timed from the numbers in memory to the best value, each in a process of its own.");

  console.log(`\n${row("once a plan is there", "", "", "least", "median", "most")}`);
  for (const size of sizes.slice(2)) {
    const instance = madeUpSprint(size[0], size[1], seed);
    const found = match(instance);
    const worth = pairWorth(instance);
    let at = 0;
    const seats = (newcomer: number) => (found.mentorOf[newcomer] ?? -1) >= 0;
    const seated = Array.from({ length: size[0] }, (_, newcomer) => newcomer).filter(seats);
    const changes: [what: string, change: (newcomer: number) => { after: Instance; before: Match }][] = [
      ["somebody leaves", (newcomer) => ({ after: without(instance, newcomer), before: found })],
      ["somebody comes", (newcomer) => ({ after: instance, before: left.get(newcomer) ?? found })],
      ["a pair is forbidden", (newcomer) => ({ after: apart(instance, found, newcomer), before: found })],
      ["a pair is fixed", (newcomer) => ({ after: together(instance, newcomer), before: found })],
    ];
    const some = seated.filter((_, place) => place % Math.ceil(seated.length / 12) === 0);
    const left = new Map(some.map((newcomer) => [newcomer, match(without(instance, newcomer))]));
    for (const [what, change] of changes) {
      const ready = some.map((newcomer) => change(newcomer));
      const again = () => {
        const { after, before } = ready[at++ % ready.length] ?? { after: instance, before: found };
        return rematch(after, before, worth);
      };
      for (const { after, before } of ready) requireBest(prove(after, rematch(after, before, worth)));
      console.log(row(`${sized(size)}, ${what}`, "", "", ...spread(warmRuns(again))));
    }
    const standing = new Standing(instance, found);
    const ask = () => {
      const seated = consequencesOfSeating(standing, at++ % size[0]);
      for (let mentor = 0; mentor < size[1]; mentor++) seated(mentor, 50);
    };
    console.log(row(`${sized(size)}, all what-ifs of one`, "", "", ...spread(warmRuns(ask))));
  }

  console.log(`\n${row("from the people to a proved plan", "MB", "pairs", "least", "median", "most")}`);
  for (const size of [[56, 30], ...sizes.slice(2)] as const) {
    const people = crowd(seed, size[0], size[1]);
    const plan = () => planPairs(palafrugell, people, [], []);
    const { pairs } = requireBest(plan().proof);
    const cold = Array.from({ length: 3 }, () => alone("people", String(size[0]), String(size[1])));
    const megabytes = Math.max(...cold.map((one) => one.megabytes)).toFixed(0);
    const counted = pairs.toLocaleString("en");
    console.log(row(`${sized(size)}, cold`, megabytes, counted, ...spread(cold.map(({ time }) => time))));
    console.log(row(`${sized(size)}, warm`, "", counted, ...spread(warmRuns(plan))));
  }
} finally {
  rmSync(folder, { recursive: true });
}

function requireBest(proof: Proof): Proof {
  if (!proof.isBest) throw new Error(`Not the best plan: ${JSON.stringify(proof)}`);
  return proof;
}

/** The instance when a newcomer has left: they have nobody to look for. */
function without(instance: Instance, newcomer: number): Instance {
  const gone = Array.from({ length: instance.mentors }, (_, mentor) => [newcomer, mentor] as const);
  return settle(instance, { fixed: [], forbidden: gone });
}

/** The instance when a newcomer is not to sit where they sit. */
function apart(instance: Instance, { mentorOf }: Match, newcomer: number): Instance {
  return settle(instance, { fixed: [], forbidden: [[newcomer, mentorOf[newcomer] ?? 0]] });
}

/** The instance when a newcomer is fixed with the first mentor they could have. */
function together(instance: Instance, newcomer: number): Instance {
  const mentor = instance.possible[instance.rows[newcomer] ?? 0] ?? 0;
  return settle(instance, { fixed: [[newcomer, mentor]], forbidden: [] });
}

function coldRuns({ newcomers, mentors, rows, possible, fits, seats }: Instance): number[] {
  const file = join(folder, "instance.json");
  const lists = { cap: [...seats], ptr: [...rows], col: [...possible], w: [...fits] };
  writeFileSync(file, JSON.stringify({ V: newcomers, M: mentors, ...lists }));
  return Array.from({ length: runs }, () => {
    const command = [...asPair, join(root, "app/commands/pair.ts"), file];
    const { stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
    return JSON.parse(stderr).solve_ms;
  });
}

/** The most memory this process has had, in kilobytes. Linux's `maxRSS` begins at what the process that started it had. */
function mostMemory(): number {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const [, most] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return most ? Number(most) : process.resourceUsage().maxRSS;
}

function alone(...args: string[]): { time: number; megabytes: number } {
  const command = ["--import", "tsx", fileURLToPath(import.meta.url), ...args];
  return JSON.parse(spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" }).stdout);
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
