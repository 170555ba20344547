import { describe, expect, it } from "vitest";
import tokens from "../../../app/styles/tokens.css?raw";

type Theme = "light" | "dark";

const colours = new Map(
  [...tokens.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
  ),
);

const colour = (name: string, theme: Theme) => {
  const found = colours.get(name);
  if (!found) throw new Error(`No colour is called --${name}`);
  return found[theme];
};

// WCAG 2.2, "relative luminance" and "contrast ratio".
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (one: string, other: string) => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const grounds = ["vellum", "sheet", "sunk"];
const text: [string, string][] = [
  ...grounds.flatMap((ground) =>
    ["ink", "ink-soft", "sea", "sun", "storm"].map((ink): [string, string] => [ink, ground]),
  ),
  ["sea", "sea-wash"],
  ["sun", "sun-wash"],
  ["storm", "storm-wash"],
  ["ink", "sea-wash"],
  ["ink", "sun-wash"],
  ["ink", "storm-wash"],
  ["ink-soft", "plain-wash"],
  ["accent-ink", "accent"],
  ["accent-ink", "accent-deep"],
];
const controls = [...grounds, "sea-wash", "storm-wash"].flatMap((ground): [string, string][] =>
  ["focus", ...(grounds.includes(ground) ? ["line-strong", "accent", "storm"] : [])].map((edge) => [edge, ground]),
);

describe.each<Theme>(["light", "dark"])("in the %s theme", (theme) => {
  it.each(text)("%s can be read on %s", (ink, ground) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(controls)("an edge of %s can be seen on %s", (edge, ground) => {
    expect(contrast(colour(edge, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

it("contrast is counted as the guidelines count it", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});
