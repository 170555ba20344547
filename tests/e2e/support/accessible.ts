import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, type Person } from "./story";

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds, as far as it is told here: a rule, and the elements that break it. */
type Violation = { id: string; nodes: { target: unknown }[] };
type Axe = { run(options: { runOnly: string[]; resultTypes: string[] }): Promise<{ violations: Violation[] }> };

/**
 * Expects that the page the person is on breaks no rule of WCAG 2.2 AA that axe can see, light and dark, on a desk and on a
 * phone, and that nothing reaches over its edge at 320 px. PICTURES=directory leaves a picture of each.
 */
export async function expectAccessible({ page }: Person, name: string): Promise<void> {
  // The first run brings axe into the page; the others find it there, which takes a third of the time.
  let hasAxe = false;
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = hasAxe
        ? await page.evaluate(runAxe, wcag)
        : await new AxeBuilder({ page }).setLegacyMode().withTags(wcag).analyze();
      hasAxe = true;
      const found = violations.map(
        ({ id, nodes }: Violation) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`,
      );
      expect.soft(found, `${name}, ${colorScheme}, ${width} px`).toEqual([]);
      if (process.env.PICTURES) {
        const file = `${name.replace(/\W+/g, "-")}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: join(process.env.PICTURES, file), fullPage: true });
      }
    }
  }
  await page.setViewportSize({ width: 320, height: 900 });
  await expectToFit(page, `${name}, 320 px`);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Expects that nothing reaches over the edge of the page, as wide as it is now, so that nobody scrolls sideways. */
export const expectToFit = async (page: Page, name: string): Promise<void> =>
  expect.soft(await page.evaluate(whatSticksOut), `${name} fits`).toEqual([]);

const runAxe = (runOnly: string[]) =>
  (window as unknown as { axe: Axe }).axe.run({ runOnly, resultTypes: ["violations"] });

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
