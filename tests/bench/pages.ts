/**
 * What a page costs: the server's own CPU time for a request, for each kind of page of the example, read signed out and
 * one after the other over a kept connection. Run it by `npm run bench:pages`; it prints a table and judges nothing.
 * CPU time is read from /proc, so it runs on Linux.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { gzipSync } from "node:zlib";

const pages = [
  ["home", "/"],
  ["community", "/django"],
  ["roadmap", "/django/roadmap"],
  ["theme", "/django/themes/modernise-contrib-auth"],
  ["task", "/django/tasks/3"],
  ["tasks", "/django/tasks"],
  ["health", "/healthz"],
] as const;
const rounds = 5;
const requests = 200;

const directory = mkdtempSync(join(tmpdir(), "portolan-bench-"));
const app = spawn(process.execPath, ["bin/start.mjs"], {
  env: { ...process.env, PORT: "0", DATA_DIR: directory, DATABASE_URL: "", APP_ORIGIN: "" },
  stdio: ["ignore", "pipe", "inherit"],
});

try {
  const url = await readiness();
  console.log(`${requests} requests a round, ${rounds} rounds; milliseconds of the server's CPU a request`);
  console.log(["page".padEnd(10), "min", "median", "max", "bytes", "gzip"].map((cell) => cell.padStart(8)).join(" "));
  for (const [name, path] of pages) {
    const body = await get(url + path);
    await burst(url + path, 100);
    const costs: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const before = cpuMilliseconds();
      await burst(url + path, requests);
      costs.push((cpuMilliseconds() - before) / requests);
    }
    costs.sort((a, b) => a - b);
    const [min, median, max] = [costs[0], costs[Math.floor(rounds / 2)], costs[rounds - 1]].map((ms) => ms?.toFixed(2));
    const cells = [name.padEnd(10), min, median, max, body.length, gzipSync(body).length];
    console.log(cells.map((cell) => String(cell).padStart(8)).join(" "));
  }
} finally {
  app.kill("SIGTERM");
  await once(app, "exit");
  rmSync(directory, { recursive: true, force: true });
}

async function readiness(): Promise<string> {
  for await (const line of createInterface({ input: app.stdout })) {
    const found = /^Portolan is ready at (\S+)$/.exec(line)?.[1];
    if (found) return found;
  }
  throw new Error("the app ended before it was ready");
}

async function get(url: string): Promise<Buffer> {
  const answer = await fetch(url);
  return Buffer.from(await answer.arrayBuffer());
}

async function burst(url: string, count: number): Promise<void> {
  for (let sent = 0; sent < count; sent += 1) await get(url);
}

/** User and system time of the app's process, in milliseconds (a tick is 10 ms). */
function cpuMilliseconds(): number {
  const fields = readFileSync(`/proc/${app.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
