import { defineConfig } from "@playwright/test";
import { findBrowser } from "./bin/browser.mjs";
import type { Ways } from "./tests/e2e/support/story";

const browser = await findBrowser((sentence) => void process.stderr.write(`${sentence}\n`));

export default defineConfig<Ways>({
  testDir: "tests/e2e",
  outputDir: "test-results",
  // Each worker has an app and a database of its own; two of them fill two cores.
  workers: 2,
  // A story that passes the second time has failed.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    headless: true,
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Madrid",
    actionTimeout: 10_000,
    // Recording a trace takes longer than the stories: `npm test -- tests/e2e --trace=on` where one is wanted.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: browser,
      args: [
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        // Chromium's own walls cannot be raised by root, who runs tests in containers.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
});
