import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const run = (...names: string[]) => {
  const { status, stderr, stdout } = spawnSync("node", ["--import", "tsx", "app/commands/seed.ts", ...names], {
    encoding: "utf8",
    // Nothing that can be reached: a refusal before the database never asks for it.
    env: { ...process.env, DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" },
  });
  return { status, said: stderr.split("\n")[0], stdout };
};

it("a name that is not known gets a sentence, and no database is asked", () => {
  expect(run("paris")).toEqual({
    status: 2,
    said: "There is no sprint called “paris” to make, only vienna.",
    stdout: "",
  });
  expect(run()).toMatchObject({ status: 2, said: "Which sprint?" });
  expect(run("vienna", "paris")).toMatchObject({ status: 2, said: "One sprint at a time: “paris” is one too many." });
});

it("a database that cannot be reached gets a sentence", () => {
  const { status, said, stdout } = run("vienna");
  expect([status, stdout]).toEqual([1, ""]);
  expect(said).toMatch(/^The database does not let us in \(connect ECONNREFUSED 127.0.0.1:1\)\. .*DATABASE_URL/);
});
