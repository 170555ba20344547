import type { Options } from "rehype-sanitize";

type Element = { type: string; tagName?: string; properties?: Record<string, unknown>; children?: Element[] };
export type Root = { children: Element[] };

/** The sanitiser's default allow-list, less what our pages have no room for: pictures from other places, ids, headings above h3. */
export const sanitiserSchema = (basis: Options): Options => ({
  ...basis,
  tagNames: (basis.tagNames ?? []).filter((name) => !["img", "picture", "source", "input"].includes(name)),
  protocols: { href: ["http", "https", "mailto"] },
});

/** Marks every link as somebody's own and not ours, and steps headings down, so that the page's outline stays true. */
export function userLinks(tree: Root): void {
  const waiting: Element[] = [...tree.children];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.tagName === "a") node.properties = { ...node.properties, rel: ["ugc", "nofollow", "noopener"] };
    if (node.tagName === "h1" || node.tagName === "h2") node.tagName = "h3";
    if (node.children) waiting.push(...node.children);
  }
}
