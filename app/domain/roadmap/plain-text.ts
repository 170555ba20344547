import { readEntity } from "./html-entities";

/** Link targets by folded label: `[ref]: https://…` lines of the file. */
export type Definitions = ReadonlyMap<string, string>;

/** Labels of link definitions are compared as CommonMark compares them. */
export const foldLabel = (label: string): string => label.replace(/\s+/g, " ").trim().toLowerCase();

const tagNames = new Set(
  (
    "a abbr b br cite code del details div em font h1 h2 h3 h4 h5 h6 i img input ins kbd li mark ol p q s samp small span " +
    "strike strong sub summary sup table tbody td th thead tr tt u ul var center hr"
  ).split(" "),
);
const breaks = new Set(["br", "p", "div", "li", "td", "th", "tr", "hr"]);

/** True for the tags of HTML that prose is written with; `<T>` is none. */
export const isTagName = (name: string): boolean => tagNames.has(name.toLowerCase());

/**
 * The words of one line of Markdown, marks taken off: emphasis, code, strikes, links, images, HTML tags, entities,
 * escapes. `kept` holds what the plain text cannot carry (link targets, comments), as it was written. Every other sign
 * stays, so that `Vec<T>`, `snake_case` and `2 * 3` come through. One pass, linear in the length.
 */
export function plainText(source: string, definitions: Definitions = new Map()): { text: string; kept: string[] } {
  const out: string[] = [];
  const kept: string[] = [];
  const brackets: { out: number; source: number; kept: number }[] = [];
  const anchors: { out: number; href: string }[] = [];
  const emphasis = new Map<string, { out: number; left: number }[]>();
  const codeEnds = findCodeEnds(source);
  let commentsEnd = true;

  let i = 0;
  while (i < source.length) {
    const sign = source.charAt(i);

    if (sign === "\\" && /[!-/:-@[-`{-~]/.test(source.charAt(i + 1))) {
      out.push(source.charAt(i + 1));
      i += 2;
    } else if (sign === "`") {
      const run = lengthOfRun(source, i);
      const end = codeEnds.get(i);
      if (end === undefined) out.push(source.slice(i, i + run));
      else out.push(source.slice(i + run, end).replace(/^ (.*\S.*) $/, "$1"));
      i = end === undefined ? i + run : end + run;
    } else if (sign === "<") {
      const link = match(/<((?:https?:\/\/|mailto:)[^\s<>]*)>/iy, source, i);
      const tag = match(/<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>/iy, source, i);
      const commentEnd = commentsEnd && source.startsWith("<!--", i) ? source.indexOf("-->", i + 4) : -1;
      if (link) {
        out.push(link[1] ?? "");
        i += link[0].length;
      } else if (commentEnd >= 0) {
        kept.push(source.slice(i, commentEnd + 3));
        i = commentEnd + 3;
      } else if (tag && isTagName(tag[2] ?? "")) {
        readTag(tag);
        i += tag[0].length;
      } else {
        if (source.startsWith("<!--", i)) commentsEnd = false;
        out.push(sign);
        i += 1;
      }
    } else if (sign === "&") {
      const entity = match(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/iy, source, i);
      const text = entity && readEntity(entity);
      out.push(text ?? sign);
      i += text ? (entity?.[0].length ?? 1) : 1;
    } else if (sign === "[" || (sign === "!" && source.charAt(i + 1) === "[")) {
      brackets.push({ out: out.length, source: i, kept: kept.length });
      out.push(sign === "[" ? "[" : "![");
      i += sign === "[" ? 1 : 2;
    } else if (sign === "]") {
      i = closeBracket(i);
    } else if (sign === "_" && match(/__[a-z0-9]+__(?=[.(/])/y, source, i)) {
      // __init__.py and __str__() are names in the language most of these roadmaps are about, not something bold.
      const name = match(/__[a-z0-9]+__/y, source, i)?.[0] ?? sign;
      out.push(name);
      i += name.length;
    } else if (sign === "*" || sign === "_" || sign === "~") {
      i = readEmphasis(sign, i);
    } else {
      const run = match(/[^\\`<&[\]!*_~]+/y, source, i)?.[0] ?? sign;
      out.push(run);
      i += run.length;
    }
  }
  for (const anchor of anchors) kept.push(`<${anchor.href}>`);
  return { text: tidy(out.join("")), kept };

  function readTag(tag: RegExpExecArray): void {
    const name = (tag[2] ?? "").toLowerCase();
    const attribute = (wanted: string) =>
      new RegExp(`\\s${wanted}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i")
        .exec(tag[3] ?? "")
        ?.slice(1)
        .find(Boolean);
    if (name === "a" && tag[1] === "") {
      const href = attribute("href");
      if (href) anchors.push({ out: out.length, href });
    } else if (name === "a") {
      const anchor = anchors.pop();
      if (anchor) kept.push(`[${tidy(out.slice(anchor.out).join(""))}](${anchor.href})`);
    } else if (name === "img") {
      const alt = attribute("alt") ?? "";
      const address = attribute("src");
      out.push(alt);
      if (address) kept.push(`![${alt}](${address})`);
    }
    if (breaks.has(name)) out.push(" ");
  }

  function closeBracket(at: number): number {
    const open = brackets.pop();
    const after = at + 1;
    if (!open) {
      out.push("]");
      return after;
    }
    const inline = match(
      /\(\s*(?:<[^<>]*>|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/y,
      source,
      after,
    );
    const written = source.slice(open.source, after);
    const named = inline || definitions.size === 0 ? null : match(/\[([^[\]]*)\]/y, source, after);
    const label = named?.[1] || written.slice(1, -1);
    const target =
      inline || definitions.size === 0 || label.length > 200 ? undefined : definitions.get(foldLabel(label));
    if (!inline && target === undefined) {
      out.push("]");
      return after;
    }
    const end = after + (inline?.[0].length ?? named?.[0].length ?? 0);
    out[open.out] = "";
    kept.length = open.kept;
    kept.push(inline ? source.slice(open.source, end) : `${written}(${target})`);
    return end;
  }

  function readEmphasis(sign: string, at: number): number {
    let left = lengthOfRun(source, at);
    const end = at + left;
    const before = source.charAt(at - 1);
    const next = source.charAt(end);
    const inWord = sign === "_" && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(next);
    const counts = sign !== "~" || left === 2;
    const closes = counts && !inWord && /\S/.test(before);
    const opens =
      counts && !inWord && /\S/.test(next) && !(closes && /[\p{L}\p{N}]/u.test(before) && /\p{P}/u.test(next));
    const openers = emphasis.get(sign) ?? [];
    emphasis.set(sign, openers);
    while (closes && left > 0) {
      const opener = openers.at(-1);
      if (!opener) break;
      const both = Math.min(opener.left, left);
      opener.left -= both;
      left -= both;
      out[opener.out] = sign.repeat(opener.left);
      if (opener.left === 0) openers.pop();
    }
    if (left > 0) {
      if (opens) openers.push({ out: out.length, left });
      out.push(sign.repeat(left));
    }
    return end;
  }
}

/**
 * A plain title as Markdown that `plainText` reads back as the same title: the signs that could mean something are
 * escaped.
 */
export const escapeText = (text: string): string =>
  text
    .replace(/[\\`*[\]<~]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/&(?=#?\w{1,8};)/g, "\\&");

/** Spaces folded; controls, soft hyphens, zero-width spaces and bidi overrides taken out: none of them is a word. */
const tidy = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/ +/g, " ")
    .trim();

/** Where the code span that opens at each run of back ticks ends, if it does: at the next run of the same length. */
function findCodeEnds(source: string): Map<number, number> {
  const ends = new Map<number, number>();
  const nextOfLength = new Map<number, number>();
  const runs = [...source.matchAll(/`+/g)].reverse();
  for (const run of runs) {
    const next = nextOfLength.get(run[0].length);
    if (next !== undefined) ends.set(run.index, next);
    nextOfLength.set(run[0].length, run.index);
  }
  return ends;
}

function lengthOfRun(source: string, at: number): number {
  let end = at;
  while (end < source.length && source.charAt(end) === source.charAt(at)) end += 1;
  return end - at;
}

function match(sticky: RegExp, source: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(source);
}
