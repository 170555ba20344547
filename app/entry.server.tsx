import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { isUnavailable } from "../db/client.server";
import { KeptLines } from "./components/task-lines";
import { wantsScripts } from "./scripts";
import { openLineShelf } from "./server/line-shelf.server";
import { openPageShelf } from "./server/page-shelf.server";
import { contentSecurityPolicy } from "./server/security-headers.server";
import { ServerAnswer } from "./server-answer";

export { CrowdReader } from "./jobs/crowd-reader.server";
export { PairingRuns } from "./jobs/pairing-runs.server";
export { Publisher } from "./jobs/publisher.server";
export { frontDoor } from "./server/front-door.server";
export { serve } from "./server/serve.server";

const openLines = openLineShelf();
const keptPage = openPageShelf();

/**
 * A page, rendered in one go: nothing on it waits for anything. One with scripts carries its data at its end. Refusals have
 * none: whatever they ask for is a plain form.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const scripts = status < 400 && pageHasScripts(remix);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Security-Policy", contentSecurityPolicy({ scripts, nonce: context.nonce, dev: context.dev }));
  const { requestId, nonce } = context;
  // Remix would stream the data by `Suspense`, which takes React's slower writer.
  const { serverHandoffStream, ...atOnce } = remix;
  // The address and the data are all that a page is made of, here as in the browser. In development its code changes too.
  const isKept = status === 200 && request.method === "GET" && serverHandoffStream !== undefined && !context.dev;
  const data = serverHandoffStream && (isKept || scripts) ? await textOf(serverHandoffStream) : "";
  const lines = openLines();
  const write = () => {
    const html = renderToString(
      <ServerAnswer.Provider value={{ requestId, nonce, scripts, refused: status >= 400 }}>
        <KeptLines.Provider value={context.dev ? null : lines.keep}>
          <RemixServer context={atOnce} url={request.url} nonce={nonce} />
        </KeptLines.Provider>
      </ServerAnswer.Provider>,
    );
    return `<!doctype html>${titled(scripts ? withData(html, data, nonce) : html, status)}`;
  };
  const page = isKept ? keptPage(`${request.url}\n${data}`, nonce, write, lines.encode) : lines.encode(write());
  return new Response(page, { status, headers });
}

/** What Remix streams, as text. */
async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const [reader, decoder] = [stream.getReader(), new TextDecoder()];
  let text = "";
  for (let read = await reader.read(); !read.done; read = await reader.read())
    text += decoder.decode(read.value, { stream: true });
  return text + decoder.decode();
}

/** What the browser wakes a page with, as Remix reads it. */
function withData(html: string, data: string, nonce: string): string {
  const stream = "window.__remixContext.streamController";
  const script = `<script nonce="${nonce}">${stream}.enqueue(${inScript(data)});${stream}.close();</script>`;
  const end = html.lastIndexOf("</body>");
  return html.slice(0, end) + script + html.slice(end);
}

/** A text as a literal that ends no script it stands in. */
const inScript = (text: string): string =>
  JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

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
