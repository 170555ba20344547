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
    // A stylesheet that is read as text stays text; all others are left out.
    css: { include: [/\.css\?raw$/] },
  },
});
