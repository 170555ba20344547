import { PassThrough } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { isUnavailable } from "../db/client.server";
import { wantsScripts } from "./scripts";
import { contentSecurityPolicy } from "./server/security-headers.server";
import { ServerAnswer } from "./server-answer";

export { frontDoor } from "./server/front-door.server";
export { serve } from "./server/serve.server";

/**
 * A page: rendered at once where it has no scripts, streamed where it has (its data then follows in the stream). Refusals
 * have none: whatever they ask for is a plain form.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Response | Promise<Response> {
  const scripts = status < 400 && pageHasScripts(remix);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Security-Policy", contentSecurityPolicy({ scripts, nonce: context.nonce, dev: context.dev }));
  const { requestId, nonce } = context;
  const page = (
    <ServerAnswer.Provider value={{ requestId, nonce, scripts, refused: status >= 400 }}>
      <RemixServer context={remix} url={request.url} nonce={nonce} />
    </ServerAnswer.Provider>
  );
  if (!scripts) {
    return new Response(`<!doctype html>${titled(renderToString(page), status)}`, { status, headers });
  }
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: context.nonce,
      onShellReady() {
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        pipe(body);
      },
      onShellError: reject,
      onError: (error) => context.failed(error),
    });
    setTimeout(abort, 10_000).unref();
  });
}

/** A tab that holds a refusal says so first, before it says whose page it is. */
const titled = (html: string, status: number): string =>
  status < 400 ? html : html.replace(/<title>(?!Error)/, "<title>Error: ");

function pageHasScripts(remix: EntryContext): boolean {
  const { matches, loaderData, errors } = remix.staticHandlerContext;
  if (errors) return false;
  const root = loaderData.root as { viewer?: { id: number } | null } | undefined;
  const handles = matches.map((match) => ({ handle: remix.routeModules[match.route.id]?.handle }));
  return wantsScripts(handles, root?.viewer ?? null);
}

/** A bug, or the database being away: written down under the request's id, never shown. */
export function handleError(error: unknown, { context, request }: { context: AppLoadContext; request: Request }): void {
  if (isUnavailable(error)) context.databaseAway = true;
  if (!request.signal.aborted) context.failed(error);
}
