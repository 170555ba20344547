import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { type Root, sanitiserSchema, userLinks } from "./markdown-safety.server";

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSanitize, sanitiserSchema(defaultSchema))
  .use(() => (tree: unknown) => userLinks(tree as Root))
  .use(rehypeStringify)
  .freeze();

const rendered = new Map<string, string>();
const mostKept = 500;

/** Quotes and lists nested deeper than this are shown as they were typed: no person means them, and parsers choke. */
const deepestNesting = 40;

/**
 * Markdown as safe HTML: an allow-list of elements and attributes, no raw HTML, no scripts or `javascript:` links, no
 * style attributes, every link `rel="ugc nofollow noopener"`. Text that cannot be parsed is shown as it was typed.
 * The last few hundred texts are remembered, because the same why is read again and again.
 */
export function toHtml(markdown: string): string {
  if (markdown.trim() === "") return "";
  const known = rendered.get(markdown);
  if (known !== undefined) return known;
  const html = isTooDeep(markdown) ? asTyped(markdown) : parsed(markdown);
  if (rendered.size >= mostKept) {
    const [oldest] = rendered.keys();
    if (oldest !== undefined) rendered.delete(oldest);
  }
  rendered.set(markdown, html);
  return html;
}

function parsed(markdown: string): string {
  try {
    return String(pipeline.processSync(markdown));
  } catch {
    return asTyped(markdown);
  }
}

const isTooDeep = (markdown: string): boolean =>
  new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])){${deepestNesting}}`, "m").test(markdown) ||
  new RegExp(`[[(*_~]{${deepestNesting * 5}}`).test(markdown);

const asTyped = (text: string): string =>
  `<pre>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</pre>`;
