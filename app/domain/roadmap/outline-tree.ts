import type { Block } from "./outline-blocks";
import { endsInBrackets } from "./outline-head";
import { type Line, written } from "./outline-lines";
import { type Field, type Node, newNode } from "./outline-node";
import type { Reading } from "./outline-reading";
import { readRows } from "./outline-rows";
import type { Table } from "./outline-tables";

/** Items nested deeper stand side by side at this depth: no roadmap goes there, and time stays linear. */
const deepest = 24;

/** Builds the tree: headings by level, items by indent or by number, prose by where it stands. Linear but for the depth. */
export function buildTree(blocks: Block[], { layout, remarks }: Pick<Reading, "layout" | "remarks">): Node {
  const root = newNode("file", [], "");
  const sections: Node[] = [root];
  let items: Node[] = [];
  let blank = false;
  /** The item, and the line of its title, that a next line may run on from. */
  let running: { node: Node; line: Line } | null = null;
  let field: { node: Node; field: Field; indent: number } | null = null;

  const section = (): Node => sections.at(-1) ?? root;

  for (const block of blocks) {
    if (block.is === "blank") blank = true;
    else {
      place(block);
      blank = false;
    }
  }
  return root;

  function place(block: Exclude<Block, { is: "blank" }>): void {
    if (block.is !== "prose" && block.is !== "field") field = null;
    if (block.is !== "prose") running = null;
    if (block.is === "heading") openHeading(block);
    else if (block.is === "label") openLabel(block.text, block.line);
    else if (block.is === "item") openItem(block);
    else if (block.is === "table") {
      items = [];
      openTable(block.table);
    } else if (block.is === "field") openField(block);
    else if (block.is === "prose") addProse(block.line, block.verbatim);
    else {
      layout.push(block.line.number);
      if (block.is === "end of details") closeLabel();
      if (block.is !== "layout" || block.ends) items = [];
    }
  }

  function openTable(table: Table): void {
    const { rows, leftOut } = readRows(table);
    for (const row of rows) section().children.push({ ...newNode("row", row.lines, row.text), body: row.body, row });
    layout.push(...table.layout);
    const because =
      "These words of the table's first line name nothing that is known, and no cell needs them. They were left out.";
    if (leftOut.length > 0) remarks.push({ line: table.layout[0] ?? 0, text: leftOut.join(", "), because });
  }

  function openHeading(block: Extract<Block, { is: "heading" }>): void {
    closeLabel();
    while (sections.length > 1 && section().level >= block.level) sections.pop();
    const parent = section();
    const { text, path } = takeNumber(block.text, parent.path);
    const node = { ...newNode("heading", block.lines, text), level: block.level, underlined: block.underlined, path };
    parent.children.push(node);
    sections.push(node);
    items = [];
  }

  function openLabel(text: string, line: Line): void {
    closeLabel();
    const node = { ...newNode("label", [line.number], text), level: section().level + 0.5 };
    section().children.push(node);
    sections.push(node);
    items = [];
  }

  function closeLabel(): void {
    while (section().is === "label") sections.pop();
  }

  function openItem(block: Extract<Block, { is: "item" }>): void {
    const node = {
      ...newNode("item", [block.line.number], block.mark.text),
      indent: block.indent,
      path: block.mark.path,
    };
    items = items.slice(0, depthOf(node));
    (items.at(-1) ?? section()).children.push(node);
    items.push(node);
    running = { node, line: block.line };
  }

  /** How many of the open items the new one stands inside. */
  function depthOf(node: Node): number {
    const parentPath = node.path && node.path.length > 1 ? node.path.slice(0, -1).join(".") : null;
    const byNumber = parentPath === null ? -1 : items.findLastIndex((item) => item.path?.join(".") === parentPath);
    if (byNumber >= 0) return byNumber + 1;
    let depth = Math.min(items.length, deepest);
    while (depth > 0) {
      const above = items[depth - 1];
      if (!above || above.indent <= node.indent - 2) break;
      // Bullets at the depth of a number right above them are meant to stand under it.
      const adopted = above.children.some((child) => child.path === null && child.indent === node.indent);
      if (above.path && !node.path && above.indent === node.indent && (!blank || adopted)) break;
      depth -= 1;
    }
    return depth;
  }

  /** The item a line of text stands in, or the section; items it does not stand in are closed. */
  function holder(line: Line, runsOn: boolean): Node {
    const inside = items.findLastIndex((item) => item.indent < line.indent) + 1;
    const depth = inside === 0 && runsOn && !blank ? items.length : inside;
    items = items.slice(0, depth);
    const item = items.at(-1);
    if (item) return item;
    if (section().is === "label" && section().children.length > 0) closeLabel();
    return section();
  }

  function openField(block: Extract<Block, { is: "field" }>): void {
    const node = holder(block.line, true);
    const base = block.line.indent;
    const least = block.region.reduce(
      (found, line) => (line.text === "" ? found : Math.min(found, line.indent)),
      Infinity,
    );
    const region = (from: number) => block.region.map((line) => ({ line: line.number, text: written(line, from) }));
    const value = region(least);
    const first = { line: block.line.number, text: block.value };
    const opened: Field = {
      is: "field",
      name: block.name,
      written: [{ line: first.line, text: written(block.line, base) }, ...region(base)],
      value: block.value === "" ? value : [first, ...value],
    };
    if (blank && node.body.length > 0) node.body.push({ is: "gap" });
    node.body.push(opened);
    field = { node, field: opened, indent: base };
  }

  function addProse(line: Line, verbatim: boolean): void {
    const before = running;
    const node = holder(line, !verbatim);
    const piece = { line: line.number, text: written(line, node.is === "item" ? contentIndent(node, line) : 0) };
    if (before?.node === node && !blank && !verbatim && runsOn(before.line, line)) {
      node.text += ` ${line.text}`;
      node.lines.push(line.number);
      running = { node, line };
      return;
    }
    running = null;
    if (field?.node === node && (!blank || line.indent > field.indent)) {
      if (blank) for (const pieces of [field.field.value, field.field.written]) pieces.push({ line: 0, text: "" });
      field.field.value.push({ ...piece, text: line.text });
      field.field.written.push(piece);
      return;
    }
    field = null;
    if (blank && node.body.length > 0) node.body.push({ is: "gap" });
    node.body.push({ is: "prose", piece });
  }
}

/** Text in an item is written from two columns right of its mark, or from where the text itself begins. */
const contentIndent = (item: Node, line: Line): number => {
  const first = item.body.find((part) => part.is === "prose");
  return first ? Math.min(item.indent + 2, line.indent) : line.indent;
};

/**
 * Whether a title goes on in the next line: the line above was too long to take its next word, or the next begins as a
 * sentence does not. A line that ends as a sentence or in brackets is complete.
 */
function runsOn(above: Line, line: Line): boolean {
  const next = line.text;
  const startsSentence = /^["'“«(*_`[]*\p{Lu}/u.test(next);
  if (above.breaks || /\\$/.test(above.text)) return false;
  if (endsInBrackets(above.text) || /^\p{L}+(?: \p{L}+)? ?[:：]\s/u.test(next)) return false;
  if (/[.!?:;…。？！]["'”»)*_]*$/.test(above.text.slice(-6)) && startsSentence) return false;
  const width = above.indent + above.text.length + 1 + next.split(/\s/, 1).join("").length;
  return width > 70 || !startsSentence;
}

/** "1. Title", and "1.2 Title" under it: the number is the heading's place, not its name. "5.2 LTS" keeps it. */
function takeNumber(text: string, parent: number[] | null): { text: string; path: number[] | null } {
  const found = /^(\d{1,3}(?:\.\d{1,3})*)([.)]?)\s+(?=\S)/.exec(text);
  if (!found?.[1]) return { text, path: null };
  const path = found[1].split(".").map(Number);
  const continues = parent !== null && path.slice(0, -1).join(".") === parent.join(".");
  const marked = found[2] !== "" && (path.length === 1 || continues);
  return marked || continues ? { text: text.slice(found[0].length), path } : { text, path: null };
}
