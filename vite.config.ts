import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { vitePlugin as remix } from "@remix-run/dev";
import { build, defineConfig, type Plugin } from "vite";
import remixOptions from "./remix.config.js";

/** Writes each client file once more as .br and .gz, so that the front door compresses nothing while people wait. */
function precompress(): Plugin {
  let directory = "";
  return {
    name: "precompress",
    apply: (config, { command }) => command === "build" && !config.build?.ssr,
    configResolved(config) {
      directory = config.build.outDir;
    },
    closeBundle() {
      for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|svg|txt|webmanifest)$/.test(entry.name)) continue;
        const file = join(entry.parentPath, entry.name);
        const bytes = readFileSync(file);
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

/**
 * The thread that pairs a crowd, as a file of its own beside the server's: bundled apart, so that neither is cut into pieces
 * for the other's sake.
 */
function pairingThread(): Plugin {
  let outDir = "";
  return {
    name: "pairing-thread",
    apply: (config, { command }) => command === "build" && Boolean(config.build?.ssr),
    configResolved(config) {
      outDir = config.build.outDir;
    },
    async closeBundle() {
      await build({
        configFile: false,
        logLevel: "warn",
        build: {
          ssr: "app/jobs/pairing-thread.server.ts",
          outDir,
          emptyOutDir: false,
          copyPublicDir: false,
          target: "es2022",
          rollupOptions: { output: { entryFileNames: "pairing-thread.js" } },
        },
      });
    },
  };
}

/**
 * All components in one file, and so all their styles in one: a page asks for two style sheets rather than twenty. The
 * scripts of the board, with the library that drags, go to the pages that have one; so do the desk's, which bring the
 * whole grammar of the outline with them.
 */
const components = (id: string) => {
  if (id.includes("/app/components/desk")) return "desk";
  return id.includes("/app/components/") && !onBoards.test(id) && !onStillPages.test(id) ? "look" : undefined;
};

/** The forms of pages that never have scripts: the others need not carry them along. Their styles stay with those of all. */
const onStillPages =
  /\/((registrations-)?import|new-task|new-theme)-page\.tsx$|\/(registration|sprint|sign-in|task|division|merging|review|import)-form\.tsx$/;

/** The board, and the pairing table that stands on one: for the few pages that have them. */
const onBoards = /\/(board|plan-|pairing-|settings-)[^/]*\.tsx?$/;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixOptions), precompress(), pairingThread()],
  build: {
    target: "es2022",
    sourcemap: false,
    assetsInlineLimit: 0,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: components } },
  },
  server: { host: "127.0.0.1" },
  // All packages are found before the first page: one found later would bring a second React, and no page came to life.
  optimizeDeps: { entries: ["app/entry.client.tsx", "app/root.tsx", "app/routes/**/*.{ts,tsx}"] },
}));
