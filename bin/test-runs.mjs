/** @typedef {{ passed: number, failed: number }} Totals */

/**
 * Which of the words after `npm test --` go to which of the two runners; null for a runner that is not wanted. Named files
 * decide: those in tests/e2e are for the browser. A name (`-t`) is looked for in both.
 * @param {string[]} args
 * @returns {{ vitest: string[] | null, playwright: string[] | null }}
 */
export function shareArguments(args) {
  const { files, flags } = split(args);
  const inBrowser = files.filter((file) => file.includes("e2e"));
  const others = files.filter((file) => !inBrowser.includes(file));
  const toPlaywright = flags.map((flag) => flag.replace(/^(-t|--testNamePattern)(?==|$)/, "--grep"));
  return {
    vitest: files.length === 0 || others.length > 0 ? [...flags, ...others] : null,
    playwright: files.length === 0 || inBrowser.length > 0 ? [...toPlaywright, ...inBrowser] : null,
  };
}

/** @param {string[]} args */
function split(args) {
  /** @type {string[]} */
  const files = [];
  /** @type {string[]} */
  const flags = [];
  args.forEach((word, index) => {
    const isValue = /^(-t|--testNamePattern)$/.test(args[index - 1] ?? "");
    (word.startsWith("-") || isValue ? flags : files).push(word);
  });
  return { files, flags };
}

/**
 * Totals of vitest's JSON report. A file that could not be run has no tests, and is one failure.
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Totals}
 */
export function countVitest({ numPassedTests, numFailedTests, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

/**
 * Totals of Playwright's JSON report. A test that only passed when it was tried again has failed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} report
 * @returns {Totals}
 */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
