import { describe, expect, it } from "vitest";
import { countPlaywright, countVitest, shareArguments } from "../../bin/test-runs.mjs";

describe("what follows npm test --", () => {
  it.each([
    ["", [], []],
    ["-t mentor", ["-t", "mentor"], ["--grep", "mentor"]],
    ["tests/db tests/bin/start.test.ts", ["tests/db", "tests/bin/start.test.ts"], null],
    ["tests/e2e/claim.spec.ts -t keyboard", null, ["--grep", "keyboard", "tests/e2e/claim.spec.ts"]],
    ["tests/app tests/e2e", ["tests/app"], ["tests/e2e"]],
    ["-t e2e", ["-t", "e2e"], ["--grep", "e2e"]],
  ])("%j goes where it belongs", (line, vitest, playwright) => {
    expect(shareArguments(line.split(" ").filter(Boolean))).toEqual({ vitest, playwright });
  });
});

describe("totals", () => {
  it("a file that cannot be read is a failure, though no test in it failed", () => {
    const testResults = [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{}] },
      { status: "passed", assertionResults: [{}, {}] },
    ];
    expect(countVitest({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({ passed: 2, failed: 2 });
  });

  it("a browser test that passed only at the second try is a failure", () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [] };
    expect(countPlaywright(report)).toEqual({ passed: 5, failed: 2 });
  });

  it("a browser run that could not begin is a failure", () => {
    const report = { stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{ message: "no tests found" }] };
    expect(countPlaywright(report)).toEqual({ passed: 0, failed: 1 });
  });
});
