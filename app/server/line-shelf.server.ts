import { randomBytes } from "node:crypto";
import { renderToString } from "react-dom/server";
import type { Keep } from "../components/task-lines";
import { openShelf } from "./shelf";

/** In bytes, of what lines look like, and in characters, of what they say, together: some twenty thousand lines. */
const most = 32 * 1024 * 1024;

/** Stands in a page where lines belong. Nobody outside has ever seen it: it is in a page only where we have put it. */
const mark = randomBytes(18).toString("base64url");

/** The lines of one page. */
export type PageLines = {
  /** Gives what stands in the page for these lines. */
  keep: Keep;
  /** The page, or a piece of it, as it is sent: with the lines where they belong. */
  encode: (html: string) => Buffer<ArrayBuffer>;
};

/**
 * Keeps the lines of lists as they are sent, by what they say. They never pass through the page they stand in: to take two
 * hundred into React's text, look through it and encode it all was a quarter of what a page of them cost.
 */
export function openLineShelf(): () => PageLines {
  const shelf = openShelf<Buffer>(most);
  return () => {
    const lists: Buffer[][] = [];
    return {
      keep(lines, write) {
        const list = lines.map((says, at) => {
          const known = shelf.find(says);
          if (known) return known;
          const line = Buffer.from(renderToString(write(at)));
          shelf.keep(says, line, says.length + line.length);
          return line;
        });
        lists.push(list);
        return `${mark}${lists.length - 1};`;
      },
      encode(html) {
        const [first = "", ...rest] = html.split(mark);
        const pieces = rest.flatMap((after) => {
          const end = after.indexOf(";");
          return [...(lists[Number(after.slice(0, end))] ?? []), Buffer.from(after.slice(end + 1))];
        });
        return Buffer.concat([Buffer.from(first), ...pieces]);
      },
    };
  };
}
