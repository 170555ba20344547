import { expect, type Locator, type Page } from "@playwright/test";

/** What a person works a page with. */
export type Hands = {
  /** Presses a button or a link, or unfolds something. */
  press(target: Locator): Promise<void>;
  /** Puts this text into a field, in place of what was there. */
  write(field: Locator, text: string): Promise<void>;
  /** Chooses one of a few: a radio button. */
  choose(choice: Locator): Promise<void>;
  /** Ticks a box. */
  tick(box: Locator): Promise<void>;
  /** Picks an option of a list by its words. */
  pick(list: Locator, option: string): Promise<void>;
};

export type HandsName = "mouse" | "keyboard" | "finger";

export const handsOn: Record<HandsName, (page: Page) => Hands> = { mouse, keyboard, finger };

function mouse(): Hands {
  return {
    press: (target) => target.click(),
    write: (field, text) => field.fill(text),
    choose: (choice) => choice.check(),
    tick: (box) => box.check(),
    pick: async (list, option) => void (await list.selectOption(option)),
  };
}

function finger(): Hands {
  return {
    press: (target) => target.tap(),
    write: async (field, text) => {
      await field.tap();
      await field.fill(text);
    },
    choose: async (choice) => {
      await choice.tap();
      await expect(choice).toBeChecked();
    },
    tick: async (box) => {
      await box.tap();
      await expect(box).toBeChecked();
    },
    pick: async (list, option) => void (await list.selectOption(option)),
  };
}

/** Tab, Enter, Space, the arrows and letters, and nothing else. Whatever has the focus on the way must show it. */
function keyboard(page: Page): Hands {
  const { keyboard } = page;
  return {
    press: async (target) => {
      await tabTo(page, target);
      await keyboard.press("Enter");
    },
    write: async (field, text) => {
      await tabTo(page, field);
      await keyboard.press("ControlOrMeta+A");
      if (text === "") await keyboard.press("Delete");
      await keyboard.type(text);
    },
    choose: async (choice) => {
      // Tab stops once at a group of radio buttons; the arrows go round in it.
      const group = page.locator(`input[name="${await choice.getAttribute("name")}"]`);
      await tabTo(page, group);
      await keyboard.press("Space");
      for (let turn = await group.count(); turn > 0 && !(await choice.isChecked()); turn -= 1) {
        await keyboard.press("ArrowDown");
      }
      await expect(choice).toBeChecked();
    },
    tick: async (box) => {
      await tabTo(page, box);
      await keyboard.press("Space");
      await expect(box).toBeChecked();
    },
    pick: async (list, option) => {
      await tabTo(page, list);
      // By the arrows: a list that is typed into knows no typographic quotes.
      const chosen = list.locator("option:checked");
      await keyboard.press("Home");
      for (let left = await list.locator("option").count(); left > 0; left -= 1) {
        if ((await chosen.textContent())?.trim() === option) break;
        await keyboard.press("ArrowDown");
      }
      await expect(chosen).toHaveText(option);
    },
  };
}

const mostStops = 400;

/** Presses Tab until the target (or one of several) has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target.first()).toBeVisible();
  const wanted = await target.elementHandles();
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press("Tab");
    const { isThere, unseen } = await page.evaluate(lookAtFocus, wanted);
    expect(unseen, "what has the focus shows it").toBeNull();
    if (isThere) return;
  }
  throw new Error(`${target} cannot be reached by pressing Tab`);
}

/** Runs in the page: whether the focus has arrived, and what it is on when nobody can see that it is there. */
function lookAtFocus(wanted: Node[]): { isThere: boolean; unseen: string | null } {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return { isThere: false, unseen: null };

  // A row that is pressed as a whole draws its ring on a layer of its own.
  const rings = [getComputedStyle(focused), getComputedStyle(focused, "::after")];
  const hasRing = rings.some((style) => style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2);
  const isUncovered = [...focused.getClientRects()].some((box) => {
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return top !== null && (focused.contains(top) || top.contains(focused));
  });
  const seen = focused.matches(":focus-visible") && hasRing && isUncovered;
  return { isThere: wanted.includes(focused), unseen: seen ? null : focused.outerHTML.slice(0, 200) };
}
