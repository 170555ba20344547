import { renderToString } from "react-dom/server";
import type { Keep } from "../components/task-lines";
import { openShelf } from "./shelf";

/** In characters, of what they say and of what they look like together: some ten thousand lines, by themselves and in their lists. */
const mostCharacters = 32 * 1024 * 1024;

/** Keeps the lines of lists, and lists whole, as they are written, by what they say. */
export function openLineShelf(): Keep {
  const shelf = openShelf<string>(mostCharacters);
  return (says, write) => {
    const known = shelf.find(says);
    if (known !== undefined) return known;
    const made = write();
    // React hands over a string that hangs together of dozens of others. Kept as it is, it would be put together at each page.
    const written = typeof made === "string" ? made : Buffer.from(renderToString(made)).toString();
    shelf.keep(says, written, says.length + written.length);
    return written;
  };
}
