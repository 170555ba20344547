import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { match } from "../domain/pairing/match";
import { MalformedInstance, readInstance } from "../domain/pairing/read-instance";

/**
 * `npm run -s pair -- instance.json`: the best plan for an instance (see `readInstance`). Writes
 * `{"pairs":[[newcomer,mentor],…],"prices":[…]}` to standard output and `{"read_ms":…,"solve_ms":…}` to standard error;
 * refuses with one sentence and exit code 1. Needs `npm ci`, and neither a build nor a database.
 *
 * It starts with `--v8-pool-size=0`, as many helping threads as there are cores for. By itself Node brings four, and on two cores
 * they take turns with the one that solves: a process that lives for one plan then waits for a core as long as it works.
 */
function pair(path: string): void {
  const started = performance.now();
  const instance = readInstance(readJson(path));
  const read = performance.now();
  const { mentorOf, prices } = match(instance);
  const solved = performance.now();

  const pairs = [...mentorOf.entries()].filter(([, mentor]) => mentor >= 0);
  process.stdout.write(`${JSON.stringify({ pairs, prices: [...prices] })}\n`);
  const milliseconds = (from: number, until: number) => Number((until - from).toFixed(2));
  console.error(JSON.stringify({ read_ms: milliseconds(started, read), solve_ms: milliseconds(read, solved) }));
}

class UnreadableFile extends Error {}

function readJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableFile(`${path} is not JSON from its beginning to its end: look whether all of it arrived.`);
  }
}

/** Relative names are taken from where the person stands, which npm hides from the working directory. */
function readText(path: string): string {
  try {
    return readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), path), "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT" || code === "ENOTDIR") {
      throw new UnreadableFile(`There is no file ${path}: check the name, and where you are.`);
    }
    if (code === "EISDIR") throw new UnreadableFile(`${path} is a folder: name the file in it.`);
    throw new UnreadableFile(`${path} cannot be read (${error instanceof Error ? error.message : String(error)}).`);
  }
}

process.stdout.on("error", () => process.exit(0));
try {
  const [path, ...more] = process.argv.slice(2);
  if (path === undefined || more.length > 0) {
    throw new UnreadableFile("Name the one file that holds the instance: npm run -s pair -- instance.json");
  }
  pair(path);
} catch (error) {
  if (!(error instanceof MalformedInstance || error instanceof UnreadableFile)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
