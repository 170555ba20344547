import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("../../../app/components/", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), "utf8");
const files = readdirSync(folder);

// Which component files use a stylesheet, and what they ask of it.
const users = (sheet: string) =>
  files.filter((file) => file.endsWith(".tsx") && read(file).includes(`from "./${sheet}"`)).map(read);

describe("a component's stylesheet", () => {
  it.each(files.filter((file) => file.endsWith(".module.css")))("%s has every class it is asked for", (sheet) => {
    const source = users(sheet).join("\n");
    const asked = [...source.matchAll(/styles\.(\w+)/g)].map(([, name]) => name ?? "");
    const there = new Set([...read(sheet).matchAll(/\.([a-zA-Z]\w*)(?=[^{}]*\{)/g)].map(([, name]) => name));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((name) => !there.has(name))).toEqual([]);
  });

  it.each(files.filter((file) => file.endsWith(".tsx")))("%s leaves all styling to it", (file) => {
    expect(read(file)).not.toMatch(/\sstyle=/);
  });

  it("takes its colours from the tokens", () => {
    const coloured = files
      .filter((file) => file.endsWith(".module.css"))
      .filter((file) => /#[0-9a-f]{3,8}\b/i.test(read(file).replaceAll(/#000/g, "")));
    expect(coloured).toEqual([]);
  });

  it("uses vermilion for the next action and the mark, and for nothing else", () => {
    const accented = files.filter((file) => file.endsWith(".module.css") && read(file).includes("var(--accent"));
    expect(accented).toEqual(["button.module.css", "rose.module.css"]);
  });
});
