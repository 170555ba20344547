import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Person } from "./story";

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** The rules that colours decide; all others find the same in light and in dark. */
const ofColour = ["color-contrast", "link-in-text-block"];

/**
 * Expects that the page the person is on breaks no rule of WCAG 2.2 AA that axe can see, light and dark, on a desk and on a
 * phone, and that it does not scroll sideways at 320 px. PICTURES=directory leaves a picture of each.
 */
export async function expectAccessible({ page }: Person, name: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const axe = new AxeBuilder({ page }).setLegacyMode();
      const { violations } = await (colorScheme === "light" ? axe.withTags(wcag) : axe.withRules(ofColour)).analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
      );
      expect.soft(found, `${name}, ${colorScheme}, ${width} px`).toEqual([]);
      if (process.env.PICTURES) {
        const file = `${name.replace(/\W+/g, "-")}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: join(process.env.PICTURES, file), fullPage: true });
      }
    }
  }
  await page.setViewportSize({ width: 320, height: 900 });
  expect.soft(await page.evaluate(whatSticksOut), `${name} fits into 320 px`).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
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
