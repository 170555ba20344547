import { randomBytes } from "node:crypto";
import { renderToString } from "react-dom/server";
import type { Keep } from "../components/task-lines";
import { isSame } from "./is-same";
import { openShelf } from "./shelf";

/** In bytes, of what lines look like, and as much again for what they say: some fifteen thousand lines. */
const most = 32 * 1024 * 1024;

/** Stands in a page where lines belong. Nobody outside has ever seen it: it is in a page only where we have put it. */
const mark = randomBytes(18).toString("base64url");

type Line = { key: number; says: unknown; sent: Buffer };

/** The lines of one page. */
export type PageLines = {
  /** Gives what stands in the page for the lines of a list. */
  keep: Keep;
  /** The page, or a piece of it, as it is sent: with the lines where they belong. */
  encode: (html: string) => Buffer<ArrayBuffer>;
};

/**
 * Keeps the lines of lists as they are sent, each list under what all its lines say, each line with the rest of what it says. They
 * never pass through the page they stand in: to take two hundred into React's text, look through it and encode it all was a
 * quarter of what a page of them cost.
 */
export function openLineShelf(): () => PageLines {
  const shelf = openShelf<readonly Line[]>(most);
  const linesOf: (...list: Parameters<Keep>) => readonly Line[] = (under, lines, write) => {
    const known = shelf.find(under) ?? [];
    let elsewhere: ReadonlyMap<number, Line> | undefined;
    const find = (key: number, at: number) => {
      if (known[at]?.key === key) return known[at];
      elsewhere ??= new Map(known.map((line) => [line.key, line]));
      return elsewhere.get(key);
    };
    const found = lines.map(({ key, says }, at) => {
      const line = find(key, at);
      return line && isSame(line.says, says) ? line : { key, says, sent: Buffer.from(renderToString(write(at))) };
    });
    if (found.length === known.length && found.every((line, at) => line === known[at])) return known;
    const size = found.reduce((sum, { sent }) => sum + 2 * sent.length, under.length);
    shelf.keep(under, found, size);
    return found;
  };
  return () => {
    const lists: (readonly Line[])[] = [];
    return {
      keep: (...list) => `${mark}${lists.push(linesOf(...list)) - 1};`,
      encode(html) {
        const [first = "", ...rest] = html.split(mark);
        const pieces: Buffer[] = [Buffer.from(first)];
        for (const after of rest) {
          const end = after.indexOf(";");
          for (const { sent } of lists[Number(after.slice(0, end))] ?? []) pieces.push(sent);
          pieces.push(Buffer.from(after.slice(end + 1)));
        }
        return Buffer.concat(pieces);
      },
    };
  };
}
