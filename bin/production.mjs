import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./project.mjs";

/** The server as it was built: everything in one file, the front door among it. */
export async function openBuild() {
  const build = await import(pathToFileURL(join(root, "build", "server", "index.js")).href);
  return { source: { loadBuild: async () => build }, entry: build.entry.module, close: async () => {} };
}
