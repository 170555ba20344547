import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { openShelf } from "./shelf";

/** In characters, of what they say and of what they look like together: some ten thousand lines. */
const mostCharacters = 16 * 1024 * 1024;

/** Keeps the lines of lists as they are written, by what they say. */
export function openLineShelf(): (says: string, write: () => ReactElement) => string {
  const shelf = openShelf<string>(mostCharacters);
  return (says, write) => {
    const known = shelf.find(says);
    if (known !== undefined) return known;
    // React hands over a string that hangs together of dozens of others. Kept as it is, it would be put together at each page.
    const written = Buffer.from(renderToString(write())).toString();
    shelf.keep(says, written, says.length + written.length);
    return written;
  };
}
