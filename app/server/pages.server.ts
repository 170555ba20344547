import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { createRequestHandler } from "@remix-run/server-runtime";
import { routeFinder } from "./route-finder";

type Handle = (request: Request, context?: AppLoadContext) => Promise<Response>;

/**
 * Remix's own handler, for the routes an address can mean. Remix sorts all of its routes anew each time it looks for one,
 * and it looks four times a page: with a hundred routes that was a quarter of what a page cost. It is handed those that
 * may match, and decides among them by its own rules. What a build's routes come to is kept as long as the build.
 */
export function openPages(mode: "development" | "production"): (build: ServerBuild, request: Request) => Handle {
  const known = new WeakMap<ServerBuild, (request: Request) => Handle>();
  return (build, request) => {
    let find = known.get(build);
    if (!find) {
      find = handlersOf(build, mode);
      known.set(build, find);
    }
    return find(request);
  };
}

function handlersOf(build: ServerBuild, mode: "development" | "production"): (request: Request) => Handle {
  const findRoutes = routeFinder(build.routes);
  const handlers = new Map<string, Handle>();
  return (request) => {
    const ids = findRoutes(addressed(new URL(request.url).pathname));
    const key = ids.join("\n");
    let handle = handlers.get(key);
    if (!handle) {
      handle = createRequestHandler(withRoutes(build, new Set(ids)), mode);
      handlers.set(key, handle);
    }
    return handle;
  };
}

/** The page that its data is asked for at this address, as Remix reads it. */
const addressed = (pathname: string) => pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");

const withRoutes = (build: ServerBuild, ids: ReadonlySet<string>): ServerBuild => ({
  ...build,
  routes: pick(build.routes, ids),
  assets: { ...build.assets, routes: pick(build.assets.routes, ids) },
});

const pick = <Entry>(all: Readonly<Record<string, Entry>>, ids: ReadonlySet<string>): Record<string, Entry> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
