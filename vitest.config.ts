import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/e2e/**", "tests/bench/**"],
    environment: "node",
    globalSetup: "tests/support/global-setup.ts",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    // No module keeps anything between tests: what a file needs, it opens. Read once a worker, they cost a third less.
    isolate: false,
    // By default one core would be left idle, which is half of them on a small machine.
    maxWorkers: availableParallelism(),
    // A stylesheet that is read as text stays text; all others are left out.
    css: { include: [/\.css\?raw$/] },
  },
});
