import { once } from "node:events";
import { createServer as createSocketServer } from "node:http";
import { root } from "./project.mjs";

const BUILD = "virtual:remix/server-build";

/**
 * The server as Vite reads it from the sources: pages are taken afresh for each request, and the browser is told of each
 * change over a socket on a port of its own.
 */
export async function openBuild() {
  const { createServer } = await import("vite");
  const reload = createSocketServer().listen(0, "127.0.0.1");
  await once(reload, "listening");
  const vite = await createServer({
    root,
    appType: "custom",
    server: { middlewareMode: true, hmr: { server: reload, host: "127.0.0.1", port: portOf(reload) } },
  });
  const { entry } = await vite.ssrLoadModule(BUILD);
  return {
    entry: entry.module,
    source: { loadBuild: () => vite.ssrLoadModule(BUILD), dev: { handle: vite.middlewares } },
    async close() {
      await vite.close();
      reload.close();
    },
  };
}

/** @param {import("node:http").Server} server */
function portOf(server) {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}
