import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("../../../app/components/", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), "utf8");
const files = readdirSync(folder);

const styled = files.filter((file) => file.endsWith(".module.css"));

// What components ask of a stylesheet, and what other stylesheets compose out of it.
function askedOf(sheet: string): string[] {
  const from = `from "./${sheet}"`;
  const components = files.filter((file) => file.endsWith(".tsx")).map(read);
  const used = components.filter((source) => source.includes(from)).join("\n");
  const composed = styled.flatMap((file) => [...read(file).matchAll(/composes: (\w+) (from "[^"]+")/g)]);
  return [
    ...[...used.matchAll(/styles\.(\w+)/g)].map(([, name]) => name ?? ""),
    ...composed.filter(([, , source]) => source === from).map(([, name]) => name ?? ""),
  ];
}

describe("a component's stylesheet", () => {
  it.each(styled)("%s has every class it is asked for", (sheet) => {
    const asked = askedOf(sheet);
    const there = new Set([...read(sheet).matchAll(/\.([a-zA-Z]\w*)(?=[^{}]*\{)/g)].map(([, name]) => name));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((name) => !there.has(name))).toEqual([]);
  });

  it.each(files.filter((file) => file.endsWith(".tsx")))("%s leaves all styling to it", (file) => {
    expect(read(file)).not.toMatch(/\sstyle=/);
  });

  it("takes its colours from the tokens", () => {
    const coloured = styled.filter((file) => /#[0-9a-f]{3,8}\b/i.test(read(file).replaceAll(/#000/g, "")));
    expect(coloured).toEqual([]);
  });

  it("uses vermilion for the next action and the mark, and for nothing else", () => {
    const accented = styled.filter((file) => read(file).includes("var(--accent"));
    expect(accented).toEqual(["button.module.css", "rose.module.css"]);
  });
});
