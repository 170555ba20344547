import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** The page as a browser without JavaScript gets it. */
export const markup = (element: ReactElement) => renderToStaticMarkup(element);

/** What is read on the page: no tags, one space between words. */
export const words = (element: ReactElement) =>
  markup(element)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ([.,)])/g, "$1")
    .trim();

/** The attributes of the first element with this tag name, as written. */
export const firstTag = (html: string, name: string) => {
  const found = new RegExp(`<${name}(\\s[^>]*)?>`).exec(html);
  if (!found) throw new Error(`No <${name}> in ${html}`);
  return found[0];
};

/** The value of an attribute in a tag as `firstTag` gives it; null where it is missing. */
export const attribute = (tag: string, name: string) => new RegExp(`[\\s]${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
