import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Badge, type Shape, type Tone } from "../../../app/components/badge";
import { ChangeBadge } from "../../../app/components/change-badge";
import { HeldBadge, ReadinessBadge } from "../../../app/components/readiness-badge";
import { attribute, firstTag, markup, words } from "./markup";

const tones: Tone[] = ["sea", "sun", "storm", "plain"];
const shapes: Shape[] = ["dot", "triangle", "square", "half", "diamond", "question", "check", "plus", "equals"];

describe("a badge", () => {
  it("finds every tone and every shape in its stylesheet", () => {
    const sheet = readFileSync(new URL("../../../app/components/badge.module.css", import.meta.url), "utf8");
    for (const tone of tones) expect(sheet).toMatch(new RegExp(`^\\.${tone} \\{`, "m"));
    for (const shape of shapes) expect(sheet).toMatch(new RegExp(`^\\.${shape}::before`, "m"));
  });

  it.each(tones)("in %s has a shape beside its colour, a different one for each tone", (tone) => {
    const shapesOf = (of: Tone) =>
      (attribute(firstTag(markup(<Badge tone={of}>Word</Badge>), "span"), "class") ?? "")
        .split(" ")
        .filter((name) => shapes.some((shape) => name.includes(shape)));
    expect(shapesOf(tone)).toHaveLength(1);
    for (const other of tones) if (other !== tone) expect(shapesOf(other)).not.toEqual(shapesOf(tone));
  });

  it("always carries a word", () => {
    const all = [
      <ReadinessBadge key={1} ready />,
      <ReadinessBadge key={2} ready={false} />,
      <ReadinessBadge key={3} ready={false} missing={["no way to tell when it is done"]} />,
      <ReadinessBadge key={4} ready={false} missing={["a", "b", "c"]} />,
      <ReadinessBadge key={5} ready={false} missing={["a"]} waitsFor="List the WebAuthn calls" />,
      <HeldBadge key={6} by="Kofi" until="Friday 14:00" />,
      <HeldBadge key={7} by="you" />,
      <ChangeBadge key={8} change="new" />,
      <ChangeBadge key={9} change="changed" />,
      <ChangeBadge key={10} change="same" />,
    ];
    expect(all.map(words)).toEqual([
      "Ready",
      "Not ready",
      "Not ready: no way to tell when it is done",
      "3 things missing",
      "Waits for: List the WebAuthn calls",
      "Held by Kofi until Friday 14:00",
      "Held by you",
      "New",
      "Changed",
      "Same",
    ]);
  });
});
