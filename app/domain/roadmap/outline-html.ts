import { isTagName } from "./plain-text";

/** What a line of HTML stands for. */
export type HtmlLine = { deeper: number } & (
  | { is: "heading"; level: number; text: string }
  | { is: "item"; text: string }
  | { is: "summary"; text: string }
  | { is: "end of details" }
  | { is: "layout" }
);

const tag = /<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>/gi;

/**
 * What a line of HTML stands for in an outline: a heading, a list item, the summary of a <details>, or nothing but
 * frame. Null when it is prose with tags in it, or tags that carry a link or a picture: that stays as it is written.
 * `deeper` is how many lists the line opens, less those it closes.
 */
export function readHtml(line: string): HtmlLine | null {
  const text = line.slice(0, 5000);
  const tags = [...text.matchAll(tag)].filter((found) => isTagName(found[2] ?? ""));
  if (tags.length === 0 || line.length > 5000) return null;
  const names = tags.map((found) => `${found[1]}${found[2]}`.toLowerCase());
  const deeper =
    names.filter((name) => name === "ul" || name === "ol").length -
    names.filter((name) => name === "/ul" || name === "/ol").length;

  const heading = /^<h([1-6])\b[^<>]*>(.*)<\/h\1>$/i.exec(text);
  if (heading) return { is: "heading", level: Number(heading[1]), text: heading[2] ?? "", deeper };
  const summary = /^(?:<details\b[^<>]*>\s*)?<summary\b[^<>]*>(.*)<\/summary>$/i.exec(text);
  if (summary) return { is: "summary", text: summary[1] ?? "", deeper };

  const first = names.find((name) => name !== "ul" && name !== "ol");
  if (first === "li" && text.startsWith("<")) {
    const item = text
      .replace(/<\/?(?:ul|ol|li)\b[^<>]*>/gi, " ")
      .replace(/<input\b([^<>]*)>/gi, (_, attributes: string) => (/\bchecked\b/i.test(attributes) ? "[x] " : "[ ] "));
    if (names.filter((name) => name === "li").length === 1) return { is: "item", text: item.trim(), deeper };
  }
  const rest = text.replace(tag, "").trim();
  const carries = tags.some((found) => /\b(?:href|src|alt|title)\s*=/i.test(found[3] ?? ""));
  if (rest !== "" || carries) return null;
  return names.includes("/details") ? { is: "end of details", deeper } : { is: "layout", deeper };
}
