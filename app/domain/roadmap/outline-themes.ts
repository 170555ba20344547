import { readHead } from "./outline-head";
import { type Node, newNode, type Piece } from "./outline-node";
import {
  addAll,
  asWritten,
  bodyText,
  linesOf,
  ownLines,
  type Reading,
  readText,
  readTitle,
  refuse,
} from "./outline-reading";
import { isContentsItem, isContentsTitle, isGroup, isQuestion, isSection, isTask, isWholeTitle } from "./outline-shape";
import { readTheme } from "./outline-theme";
import type { OutlineTheme } from "./outline-types";
import { isPeriod } from "./periods";
import { escapeText } from "./plain-text";

type Found = { title: string | null; intro: string; themes: OutlineTheme[] };

/** A theme to be read, and what it inherits: "When: 2026". */
type Candidate = { node: Node; more: Piece[] };

const tableOfContents = "This is a table of contents. The headings themselves were read, so it was left out.";

/**
 * Decides, from the file as a whole, what its title is and which nodes are themes. A lone top heading over deeper ones is
 * the title; otherwise the shallowest level in use is the themes'. Without headings the items of the list that have
 * something under them are themes, or, when the list is flat, all of it is one theme. Years are not themes while real
 * ones stand below them.
 */
export function readThemes(reading: Reading, root: Node, front: string | null): Found {
  const intro: Piece[][] = [];
  const titled = titleOf(root);
  const whole = titled ?? root;
  const named = titled && readTitle(reading, titled, readHead(`${titled.text} ()`).text.replace(/\s*\(\)$/, ""));
  const title = named?.title ?? front;
  if (titled) addAll(reading.layout, titled.lines);

  const around = titled ? [...root.children.filter((child) => child !== titled), ...whole.children] : whole.children;
  const sections = sectionsOf(around);
  const loose = around.filter((child) => !sections.includes(child));
  const listed = sections.length === 0 || sections.every(isTaskHeading);
  const single = listed && !isNested(loose);
  const before = titled ? bodyText(root.body) : [];
  const own = [before, bodyText(whole.body), named?.rest ?? []].flatMap((one) => [...one, { line: 0, text: "" }]);

  const candidates: Candidate[] = [];
  if (single && around.length > 0) {
    candidates.push({ node: gathered(around), more: own });
  } else {
    intro.push(own);
    addAll(reading.layout, ownLines(root));
    if (titled) addAll(reading.layout, ownLines(titled));
    if (listed) for (const node of loose) chooseListed(node);
    else {
      const work = loose.filter(
        (node) => isTask(node) || (isGroup(node) && node.children.some((child) => isTask(child))),
      );
      for (const node of loose) if (!work.includes(node)) introduce(node);
      if (work.length > 0) candidates.push({ node: gathered(work), more: [] });
      for (const node of sections) dissolve(node, []);
    }
  }
  const themes = candidates.flatMap(({ node, more }) =>
    themesOf(node).flatMap((one) => readTheme(reading, one, more) ?? []),
  );
  if (single) for (const theme of themes.slice(0, 1)) addAll(theme.lines, ownLines(root));
  return { title, intro: readText(reading, intro, "The introduction"), themes };

  /** Items that are no theme of their own, gathered under the file's title. */
  function gathered(children: Node[]): Node {
    return { ...newNode("heading", [], title === null ? "Roadmap" : escapeText(title)), level: 1, children };
  }

  function chooseListed(node: Node): void {
    if (isGroup(node) || (!isTask(node) && !isQuestion(node) && node.is === "item" && !isContentsItem(node)))
      dissolve(node, []);
    else {
      const last = candidates.at(-1);
      if (last && last.node.lines.length === 0) last.node.children.push(node);
      else candidates.push({ node: gathered([node]), more: [] });
    }
  }

  function introduce(node: Node): void {
    if (isContentsItem(node)) refuse(reading, linesOf(node), tableOfContents);
    else {
      intro.push(asWritten(reading, node));
      addAll(reading.layout, linesOf(node));
    }
  }

  /** Years with themes in them give their name to each; everything else is a candidate as it is. */
  function dissolve(node: Node, when: string[]): void {
    const line = node.lines[0] ?? 0;
    const more = when.length > 0 ? [{ line: 0, text: `When: ${when.join(" › ")}` }] : [];
    if (isContentsTitle(node.text) && node.children.every((child) => isContentsItem(child))) {
      refuse(reading, linesOf(node), tableOfContents);
      return;
    }
    const inner = isPeriod(node.text) ? node.children.filter(isTheme) : [];
    if (inner.length === 0) {
      candidates.push({ node, more });
      return;
    }
    const name = readTitle(reading, node, node.text)?.title ?? "";
    const rest = node.children.filter((child) => !inner.includes(child));
    if (rest.length > 0) candidates.push({ node: { ...node, children: rest }, more });
    else {
      addAll(reading.layout, ownLines(node));
      if (node.body.length > 0) intro.push([{ line, text: `**${name}**` }], bodyText(node.body));
    }
    for (const child of inner) dissolve(child, [...when, name]);
  }
}

/** A lone top heading with deeper ones under it; or one that names a whole ("Roadmap") over a nested list. */
function titleOf(root: Node): Node | null {
  const tops = root.children.filter((child) => child.is === "heading");
  const top = tops[0];
  if (!top || tops.length > 1 || (top.level !== 1 && !top.underlined)) return null;
  if (top.children.some((child) => child.is === "heading")) return top;
  return isWholeTitle(top.text) && (top.children.some((child) => child.is === "label") || isNested(top.children))
    ? top
    : null;
}

function sectionsOf(nodes: Node[]): Node[] {
  const headings = nodes.filter((node) => node.is === "heading");
  return headings.length > 0 ? headings : nodes.filter((node) => node.is === "label");
}

/** Half of the items or more have something under them: the list is of themes. */
function isNested(nodes: Node[]): boolean {
  const groups = nodes.filter(isGroup);
  return groups.length > 0 && groups.length * 2 >= nodes.length;
}

/** "### Document the hooks (docs, 3h)" or a heading with "done when:" under it. */
const isTaskHeading = (node: Node): boolean => isSection(node) && isTask(node);

/** Something a year can hold that is a theme by itself: a heading, or an item with a list under it, that is no year. */
const isTheme = (node: Node): boolean =>
  isPeriod(node.text)
    ? node.children.some(isTheme)
    : node.is === "heading"
      ? !isTaskHeading(node)
      : isGroup(node) && !readHead(node.text).check;

/** Rows of a table that name a theme leave the theme they stand in. */
function themesOf(node: Node): Node[] {
  const rows = node.children.filter((child) => child.row !== null && (child.row.isTheme || child.row.theme !== ""));
  if (rows.length === 0) return [node];
  const named = new Map<string, Node>();
  for (const row of rows) {
    const theme = row.row?.isTheme ? row : newNode("heading", [], row.row?.theme ?? "");
    const there = named.get(theme.text);
    if (there && !row.row?.isTheme) there.children.push(row);
    else if (row.row?.isTheme) named.set(`${theme.text} ${row.lines[0]}`, row);
    else named.set(theme.text, { ...theme, children: [row] });
  }
  const rest = { ...node, children: node.children.filter((child) => !rows.includes(child)) };
  const empty = rest.children.length === 0 && node.lines.length === 0;
  return [...(empty ? [] : [rest]), ...named.values()];
}
