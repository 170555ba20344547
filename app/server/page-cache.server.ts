import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Database } from "../../db/client.server";
import { findLastChange } from "../../db/queries/last-change.server";
import { communityAt } from "./community-at";
import { openShelf } from "./shelf";

type Page = {
  version: string;
  at: Date;
  headers: [string, string][];
  plain: Buffer<ArrayBuffer>;
  packed: Buffer<ArrayBuffer> | null;
};

/** A claim runs out and a sprint begins without anybody writing anything: no page is older than this, in milliseconds. */
const oldest = 10_000;

const mostBytes = 32 * 1024 * 1024;
const mostBytesOfPage = 1024 * 1024;

const pack = promisify(gzip);

/**
 * Keeps the public pages of communities as they were last written for somebody who sends no cookie, and answers with them
 * until something in the community changes: one short statement asks. What is not a whole page (a refusal, a page that sets a
 * cookie) is never kept, and nothing is kept of an address that asks for anything but a page of a list.
 */
export function openPageCache(db: Database): (request: Request, write: () => Promise<Response>) => Promise<Response> {
  const shelf = openShelf<Page>(mostBytes);
  return async (request, write) => {
    const asked = publicPage(request);
    // When the database is away, whoever writes the page says so.
    const last = asked && (await findLastChange(db, asked.slug).catch(() => null));
    if (!asked || !last) return write();
    const known = shelf.find(asked.key);
    const age = known ? last.now.getTime() - known.at.getTime() : -1;
    if (known && known.version === last.version && age >= 0 && age < oldest) return answer(known, request);

    const written = await write();
    if (!isWhole(written)) return written;
    const plain = Buffer.from(await written.arrayBuffer());
    const page: Page = { version: last.version, at: last.now, headers: [...written.headers], plain, packed: null };
    if (plain.length <= mostBytesOfPage) shelf.keep(asked.key, page, plain.length);
    return new Response(plain, { headers: written.headers });
  };
}

/** The community and the key of a page that looks the same to everybody without a cookie. Null: not such a page. */
export function publicPage(request: Request): { slug: string; key: string } | null {
  if (request.method !== "GET" || request.headers.has("Cookie")) return null;
  const { host, pathname, search } = new URL(request.url);
  const slug = communityAt(pathname);
  if (slug === null || pathname.length > 200 || !/^(\?page=\d{1,6})?$/.test(search)) return null;
  return { slug, key: `${host}${pathname}${search}` };
}

const isWhole = ({ status, headers }: Response): boolean =>
  status === 200 && !headers.has("Set-Cookie") && (headers.get("Content-Type") ?? "").startsWith("text/html");

async function answer(page: Page, request: Request): Promise<Response> {
  const headers = new Headers(page.headers);
  // Whoever states a preference is served by what packs all other answers.
  if (request.headers.get("Accept-Encoding")?.split(",", 1)[0]?.trim() !== "gzip")
    return new Response(page.plain, { headers });
  page.packed ??= Buffer.from(await pack(page.plain));
  headers.set("Content-Encoding", "gzip");
  return new Response(page.packed, { headers });
}
