import { join } from "node:path";
import type { Page } from "@playwright/test";
import axe from "axe-core";
import { expect, type Person } from "./story";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const colours = ["color-contrast", "link-in-text-block"];

/** Rules to run, by name or by tag, and those of them to leave out. */
type Rules = { run: readonly string[]; but?: readonly string[] };
type Look = { width: number; colorScheme: "light" | "dark"; rules: Rules };

/**
 * How a page is looked at, and by which rules. Between two looks only what the change can alter is judged again: colours
 * when it gets dark, all but colours when it gets narrow. `npm run test:long` judges everything each time.
 */
const looks: readonly Look[] =
  process.env.LOOKS === "whole"
    ? [1280, 360].flatMap((width) =>
        (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme, rules: { run: wcag } })),
      )
    : [
        { width: 1280, colorScheme: "light", rules: { run: wcag } },
        { width: 1280, colorScheme: "dark", rules: { run: colours } },
        { width: 360, colorScheme: "dark", rules: { run: wcag, but: colours } },
      ];

/**
 * Expects that the page the person is on breaks no rule of WCAG 2.2 AA that axe can see, light and dark, on a desk and on a
 * phone, and that nothing reaches over its edge at 320 px. PICTURES=directory leaves a picture of each.
 */
export async function expectAccessible({ page }: Person, name: string): Promise<void> {
  // Straight into the page: its own wrapper for a browser takes two seconds a page longer.
  await page.evaluate(axe.source);
  for (const { width, colorScheme, rules } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const found = await page.evaluate(runAxe, rules);
    expect.soft(found, `${name}, ${colorScheme}, ${width} px`).toEqual([]);
    if (process.env.PICTURES) {
      const file = `${name.replace(/\W+/g, "-")}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: join(process.env.PICTURES, file), fullPage: true });
    }
  }
  await page.setViewportSize({ width: 320, height: 900 });
  await expectToFit(page, `${name}, 320 px`);
  await page.setViewportSize({ width: 1280, height: 900 });
  // The page hears of its new size with its next frame, and would put down what is picked up before that.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Expects that nothing reaches over the edge of the page, as wide as it is now, so that nobody scrolls sideways. */
export const expectToFit = async (page: Page, name: string): Promise<void> =>
  expect.soft(await page.evaluate(whatSticksOut), `${name} fits`).toEqual([]);

/** Runs in the page: the rules it breaks, each with the elements that do. */
async function runAxe({ run, but = [] }: Rules): Promise<string[]> {
  const rules = Object.fromEntries(but.map((name) => [name, { enabled: false }]));
  const { violations } = await window.axe.run({ runOnly: [...run], rules, resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`);
}

/** Runs in the page: what reaches over its edge. The frame clips what does, so that a scroll bar would not tell. */
function whatSticksOut(): string[] {
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const sticksOut = (element: Element): boolean => {
    const { left, right, width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && (right > window.innerWidth + 1 || left < -1);
  };
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.checkVisibility() && sticksOut(element) && !scrolls(element.parentElement))
    .map((element) => element.outerHTML.slice(0, 120));
}
