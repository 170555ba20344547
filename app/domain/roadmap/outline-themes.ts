import { limits } from "../limits";
import { fits } from "./graphemes";
import { readBareHead } from "./outline-head";
import { type Node, newNode, type Piece } from "./outline-node";
import {
  addAll,
  asWritten,
  explain,
  linesOf,
  ownLines,
  type Reading,
  readText,
  readTitle,
  refuse,
} from "./outline-reading";
import {
  headOf,
  isContentsItem,
  isContentsTitle,
  isGroup,
  isQuestion,
  isSection,
  isTask,
  isWholeTitle,
} from "./outline-shape";
import { readTheme } from "./outline-theme";
import type { OutlineTheme } from "./outline-types";
import { isPeriod } from "./periods";
import { escapeText, plainText } from "./plain-text";
import { foldTitle } from "./titles";

type Found = { title: string | null; intro: string; themes: OutlineTheme[] };

const tableOfContents = "This is a table of contents. The headings themselves were read, so it was left out.";

/**
 * Decides, from the file as a whole, what its title is and which nodes are themes. A lone top heading over deeper ones is
 * the title; otherwise the shallowest level in use is the themes'. Without headings the items of the list that have
 * something under them are themes, or, when the list is flat, all of it is one theme. Years are not themes while real
 * ones stand below them.
 */
export function readThemes(reading: Reading, root: Node, front: string | null): Found {
  const intro: Piece[][] = [];
  const themes: OutlineTheme[] = [];
  const overview: OutlineTheme[] = [];
  const loners: Node[] = [];
  const titled = titleOf(root);
  const whole = titled ?? root;
  const named = titled && readTitle(reading, titled, readBareHead(titled.text).text);
  const title = named?.title ?? front;

  const around = titled ? [...root.children.filter((child) => child !== titled), ...titled.children] : root.children;
  const sections = sectionsOf(around);
  const inSections = new Set(sections);
  const listed = sections.length === 0 || (sections.every(isTaskHeading) && sections.some(isDescribed));
  // Where themes have check boxes, one that has nothing under it yet is a theme too.
  const tickedThemes = around.some((node) => isGroup(node) && headOf(node).check !== null);
  // A file with two names keeps the one in its settings as a word of introduction.
  const otherName = named && front && foldTitle(front) !== foldTitle(named.title) ? [{ line: 1, text: front }] : [];
  const own = [otherName, titled ? explain(root) : [], explain(whole), named?.rest ?? []];
  const ownText = own.flatMap((one) => [...one, { line: 0, text: "" }]);
  addAll(reading.layout, [...ownLines(root), ...(titled ? ownLines(titled) : [])]);

  if (listed && around.length > 0 && !isNested(around)) add(gathered(around), ownText);
  else {
    intro.push(ownText);
    if (listed) for (const node of around) chooseListed(node);
    else {
      for (const node of around) if (!inSections.has(node)) chooseLoose(node);
      gather();
      for (const node of sections) dissolve(node, []);
    }
    gather();
  }
  return { title, intro: readText(reading, intro, "The introduction"), themes: joinOverview(overview, themes) };

  /** Reads a theme, and those that rows of a table in it name. One with nothing else in it leaves its name behind. */
  function add(node: Node, own: Piece[], when: Piece[] = []): void {
    const { rest, byRow } = splitRows(node);
    if (rest) read(rest, [...own, ...when], themes);
    else {
      intro.push(own, nameOf(node));
      addAll(reading.layout, node.lines);
    }
    for (const one of byRow) read(one, when, one.row ? overview : themes);
  }

  function read(node: Node, more: Piece[], into: OutlineTheme[]): void {
    const theme = readTheme(reading, node, more);
    if (theme) into.push(theme);
  }

  /** Items that are no theme of their own, gathered under the file's title. */
  function gathered(children: Node[]): Node {
    return { ...newNode("heading", [], title === null ? "Roadmap" : escapeText(title)), level: 1, children };
  }

  function gather(): void {
    if (loners.length > 0) add(gathered(loners.splice(0)), []);
  }

  function nameOf(node: Node): Piece[] {
    const line = node.lines[0];
    return line === undefined ? [] : [{ line, text: `**${plainText(node.text).text}**` }];
  }

  function chooseListed(node: Node): void {
    const works = tickedThemes ? isDescribed(node) : isTask(node);
    const isTheme = node.is === "item" && !works && !isQuestion(node) && !isContentsItem(node);
    if (isGroup(node) || isTheme) {
      gather();
      dissolve(node, []);
    } else loners.push(node);
  }

  /** What stands before the first theme: work is work, all else introduces. */
  function chooseLoose(node: Node): void {
    const works = node.is === "row" || isTask(node) || (isGroup(node) && node.children.some((child) => isTask(child)));
    if (works) loners.push(node);
    else if (isTableOfContents(node)) refuse(reading, linesOf(node), tableOfContents);
    else {
      intro.push(asWritten(reading, node));
      addAll(reading.layout, linesOf(node));
    }
  }

  /** Years with themes in them give their name to each; everything else is a candidate as it is. */
  function dissolve(node: Node, when: string[]): void {
    const more = when.length > 0 ? [{ line: 0, text: `When: ${when.join(" › ")}` }] : [];
    if (isTableOfContents(node)) {
      refuse(reading, linesOf(node), tableOfContents);
      return;
    }
    const inner = isPeriod(node.text) ? node.children.filter(isTheme) : [];
    if (inner.length === 0) {
      add(node, [], more);
      return;
    }
    const name = plainText(node.text).text;
    const themesInside = new Set(inner);
    const rest = node.children.filter((child) => !themesInside.has(child));
    if (rest.length > 0) add({ ...node, children: rest }, [], more);
    else {
      addAll(reading.layout, ownLines(node));
      if (node.body.length > 0) intro.push(nameOf(node), explain(node));
    }
    for (const child of inner) dissolve(child, [...when, name]);
  }
}

const isTableOfContents = (node: Node): boolean =>
  isContentsItem(node) || (isContentsTitle(node.text) && node.children.every(isContentsItem));

/** A lone top heading with deeper ones under it; or one that names a whole ("Roadmap") over a nested list. */
function titleOf(root: Node): Node | null {
  const tops = root.children.filter((child) => child.is === "heading");
  const top = tops[0];
  if (!top || tops.length > 1 || (top.level !== 1 && !top.underlined)) return null;
  if (top.children.some((child) => child.is === "heading")) return top;
  const layered = top.children.every(isGroup) && top.children.some((child) => child.children.some(isGroup));
  const names = (child: Node) => child.is === "label" || (child.row !== null && child.row.theme !== "");
  const listsThemes = top.children.some(names) || isNested(top.children);
  return listsThemes && (isWholeTitle(top.text) || (layered && top.body.length === 0)) ? top : null;
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

/** More than a check box says that it is a task: themes are ticked off too. */
const isDescribed = (node: Node): boolean => isTask(node, { ...headOf(node), check: null });

/** Something a year can hold that is a theme by itself: a heading, or an item with a list under it, that is no year. */
const isTheme = (node: Node): boolean =>
  isPeriod(node.text)
    ? node.children.some(isTheme)
    : node.is === "heading"
      ? !isTaskHeading(node)
      : isGroup(node) && !headOf(node).check;

/** What a table of themes says of a theme that has its own section joins that section; the others come first. */
function joinOverview(overview: OutlineTheme[], themes: OutlineTheme[]): OutlineTheme[] {
  const sections = new Map(themes.map((theme) => [foldTitle(theme.title), theme]));
  const alone = overview.filter((row) => {
    const section = sections.get(foldTitle(row.title));
    const why = [row.why, section?.why].filter(Boolean).join("\n\n");
    if (!section || !fits(why, limits.textGraphemes)) return true;
    section.why = why;
    section.done ||= row.done;
    addAll(section.lines, row.lines);
    return false;
  });
  return [...alone, ...themes];
}

/** Rows of a table that name a theme, or are one, leave the theme they stand in. `rest` is null when nothing is left. */
function splitRows(node: Node): { rest: Node | null; byRow: Node[] } {
  const rows = node.children.filter((child) => child.row !== null && (child.row.isTheme || child.row.theme !== ""));
  if (rows.length === 0) return { rest: node, byRow: [] };
  const named = new Map<string, Node>();
  const byRow: Node[] = [];
  for (const row of rows) {
    const name = row.row?.isTheme ? null : (row.row?.theme ?? "");
    const there = name === null ? row : named.get(name);
    if (name !== null && there) there.children.push(row);
    else {
      const theme = name === null ? row : { ...newNode("heading", [], name), children: [row] };
      if (name !== null) named.set(name, theme);
      byRow.push(theme);
    }
  }
  const taken = new Set(rows);
  const children = node.children.filter((child) => !taken.has(child));
  return { rest: children.length === 0 && node.body.length === 0 ? null : { ...node, children }, byRow };
}
