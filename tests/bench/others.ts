import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Instance } from "../../app/domain/pairing/instance";
import type { Proof } from "../../app/domain/pairing/prove";

const here = dirname(fileURLToPath(import.meta.url));

/** Another solver: how it is called, how long it takes for an instance in a file, or why this machine does not have it. */
export type Other = {
  name: string;
  called: string;
  missing: string | null;
  time: (file: string, proof: Proof) => number;
};

/** The solvers to compare with, from Debian's packages; those that are missing say so in one line. */
export function otherSolvers(folder: string): Other[] {
  const lemon = join(folder, "lemon");
  const built = spawnSync("g++", ["-O2", "-o", lemon, join(here, "lemon.cpp"), "-llemon"], { encoding: "utf8" });
  // Debian's Python first: its packages are not seen by others.
  const python = ["/usr/bin/python3", "python3"].find(
    (command) => spawnSync(command, ["-c", "import scipy"]).status === 0,
  );
  return [
    {
      name: "LEMON, network simplex",
      called: "liblemon-dev, g++ -O2: NetworkSimplex<SmartDigraph, long> over newcomers, mentors and one node outside.",
      missing: built.status === 0 ? null : "LEMON is left out: install g++ and liblemon-dev to compare with it.",
      time: (file, proof) => timed(lemon, [file], proof),
    },
    {
      name: "SciPy, sparse assignment",
      called:
        "python3-scipy: min_weight_full_bipartite_matching(maximize=True), a column for each seat and each who waits.",
      missing: python === undefined ? "SciPy is left out: install python3-scipy to compare with it." : null,
      time: (file, proof) => timed(python ?? "python3", [join(here, "scipy-pairing.py"), file], proof),
    },
  ];
}

/** Writes an instance as plain numbers. */
export function writeNumbers({ newcomers, mentors, rows, possible, fits, seats }: Instance, file: string): void {
  const lines = [`${newcomers} ${mentors} ${possible.length}`, seats.join(" ")];
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    for (let at = rows[newcomer] ?? 0; at < (rows[newcomer + 1] ?? 0); at++) {
      lines.push(`${newcomer} ${possible[at]} ${fits[at]}`);
    }
  }
  writeFileSync(file, lines.join("\n"));
}

function timed(command: string, args: string[], { pairs, fit }: Proof): number {
  const { stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  const [milliseconds, ...found] = stdout.trim().split(" ").map(Number);
  if (milliseconds === undefined || found[0] !== pairs || found[1] !== fit) {
    throw new Error(`${command} finds another plan: ${stdout}${stderr}`);
  }
  return milliseconds;
}
