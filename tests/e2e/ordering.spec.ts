import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { button, field, link, looksAroundAs, row, saidThat } from "./support/steps";
import { expect, type Person, test } from "./support/story";

// Half-way through a change of colours, contrast says nothing.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const [one, two, three] = ["Coil the ropes", "Paint the buoys", "Light the lamps"] as const;

/** A theme of the story's own, with three tasks in one pillar and none in the other. */
async function makesATheme(person: Person, title: string): Promise<void> {
  const { page } = person;
  await page.goto("/django/themes/new");
  await person.write(field(person, "Title"), title);
  await person.press(button(person, "Add the theme"));
  for (const pillar of ["Water", "Land"]) {
    await person.press(page.getByRole("main").getByText("Add a pillar", { exact: true }));
    await person.write(field(person, "Name of the pillar"), pillar);
    await person.press(button(person, "Add the pillar"));
    await saidThat(person, "The pillar is there.");
  }
  for (const task of [one, two, three]) {
    const water = page.getByRole("region", { name: "Water" });
    await person.write(water.getByLabel("Title of a new task"), task);
    await person.press(water.getByRole("button", { name: /^Add it/ }));
    await expect(row(person, task)).toBeVisible();
  }
}

const handle = ({ page }: Person, title: string) =>
  page.getByRole("button", { name: `Move by hand: ${title}`, exact: true });

const expectOrder = ({ page }: Person, pillar: string, ...titles: string[]) =>
  expect(page.getByRole("region", { name: pillar }).getByRole("listitem")).toHaveText(
    titles.map((title) => new RegExp(`^${title}`)),
  );

/** What is said while something is carried, and when it is put down. */
const hears = ({ page }: Person, words: string | RegExp) =>
  expect(page.getByRole("status").filter({ hasText: words })).toBeAttached();

/** Instructions for those who do not see the board stand in the page once it can be worked by hand. */
const comesToLife = ({ page }: Person) =>
  expect(page.getByText("To move it with the keyboard, press Space").first()).toBeAttached();

/** Does what moves something, and waits until the server has said what became of it. */
async function movesBy({ page }: Person, letGo: () => Promise<void>): Promise<void> {
  const answered = page.waitForResponse(/\/position\.data/);
  await letGo();
  await answered;
}

/** The middle of a handle, in sight. */
async function middleOf(person: Person, title: string) {
  await handle(person, title).scrollIntoViewIfNeeded();
  const box = await handle(person, title).boundingBox();
  if (!box) throw new Error(`${title} has no handle`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, top: box.y };
}

test("an organizer orders tasks with the mouse, and they stay where they were put", async ({ person }) => {
  const { page } = person;
  await page.goto("/django");
  await looksAroundAs(person, "an organizer");
  await makesATheme(person, "Harbour, by mouse");
  await comesToLife(person);

  await page.evaluate(() => scrollTo(0, 300));
  const from = await middleOf(person, three);
  const to = await middleOf(person, one);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 3, from.y - 12, { steps: 3 });
  await page.mouse.move(to.x, to.top - 4, { steps: 6 });
  await hears(person, `Before “${one}”: 1 of 3 in Water.`);
  await movesBy(person, () => page.mouse.up());
  await hears(person, `“${three}” is 1 of 3 in Water now.`);
  await expect(handle(person, three)).toBeFocused();
  await expectOrder(person, "Water", three, one, two);
  await page.reload();
  await expectOrder(person, "Water", three, one, two);
});

test("an organizer orders tasks and pillars with the keyboard, hears where they go, and takes it back", async ({
  person,
}) => {
  const { page } = person;
  await page.goto("/django");
  await looksAroundAs(person, "an organizer");
  await makesATheme(person, "Harbour, by keyboard");
  await comesToLife(person);

  await handle(person, one).focus();
  await page.keyboard.press("Space");
  await hears(person, `You have picked up “${one}”. It is 1 of 3 in Water.`);
  await page.keyboard.press("ArrowDown");
  await hears(person, `Before “${three}”: 2 of 3 in Water.`);
  await expectAccessible(person, "a task is carried");
  await page.keyboard.press("Escape");
  await hears(person, `“${one}” stays 1 of 3 in Water.`);

  await handle(person, one).focus();
  await page.keyboard.press("Space");
  await hears(person, "You have picked up");
  await page.keyboard.press("ArrowRight");
  await hears(person, "At the end: 1 of 1 in Land.");
  await movesBy(person, () => page.keyboard.press("Space"));
  await expectOrder(person, "Water", two, three);
  await expectOrder(person, "Land", one);
  await expect(handle(person, one)).toBeFocused();

  await handle(person, "Land").focus();
  await page.keyboard.press("Enter");
  await hears(person, "You have picked up “Land”.");
  await page.keyboard.press("ArrowUp");
  await hears(person, "Before “Water”: 1 of 2");
  await movesBy(person, () => page.keyboard.press("Enter"));
  await hears(person, "“Land” is 1 of 2");
  await page.reload();
  await expect(page.getByRole("heading", { name: /^(Land|Water)$/ })).toHaveText(["Land", "Water"]);
  await expectOrder(person, "Land", one);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("an organizer orders tasks with a finger, and the page still scrolls under it", async ({ person }) => {
    const { page } = person;
    await page.goto("/django");
    await looksAroundAs(person, "an organizer");
    await makesATheme(person, "Harbour, by finger");
    await comesToLife(person);
    const box = await handle(person, two).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);

    const from = await middleOf(person, two);
    const to = await middleOf(person, one);
    const touch = await touches(page);
    await touch("touchStart", from.x, from.y);
    for (const part of [0.2, 0.5, 0.8, 1]) {
      await touch("touchMove", from.x, from.y + (to.top - 6 - from.y) * part);
    }
    await hears(person, `Before “${one}”: 1 of 3 in Water.`);
    await movesBy(person, async () => void (await touch("touchEnd")));
    await expectOrder(person, "Water", two, one, three);
    await page.reload();
    await expectOrder(person, "Water", two, one, three);
  });
});

/** Fingers on the glass, as the browser itself feels them. */
async function touches(page: Page) {
  const session = await page.context().newCDPSession(page);
  return (type: "touchStart" | "touchMove" | "touchEnd", x = 0, y = 0) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an organizer orders tasks by a form, also into another pillar and another theme", async ({ person }) => {
    const { page } = person;
    await page.goto("/django");
    await looksAroundAs(person, "an organizer");
    await makesATheme(person, "Harbour, by form");
    await expect(handle(person, one)).toBeHidden();
    await person.press(link(person, `Move ${three}`));
    await person.pick(field(person, "Where it goes"), `Before “${one}”`);
    await person.press(button(person, "Move the task"));
    await saidThat(person, "The task has moved.");
    await expectOrder(person, "Water", three, one, two);

    await person.press(link(person, `Move ${two}`));
    await field(person, "Where it goes").selectOption(
      await field(person, "Where it goes")
        .locator("optgroup[label=Land] option")
        .evaluate((option: HTMLOptionElement) => option.value),
    );
    await person.press(button(person, "Move the task"));
    await expectOrder(person, "Land", two);

    await person.press(link(person, `Move ${two}`));
    await person.write(field(person, "A part of its title"), "type hi");
    await person.press(button(person, "Find the theme"));
    await person.press(link(person, "Type hints"));
    await person.press(button(person, "Move the task"));
    await saidThat(person, "The task has moved.");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Type hints");
    await expect(row(person, two)).toBeVisible();
  });
});

test("of two organizers who move one task, the second sees it go back, is told who was faster, and sees the true order", async ({
  person: mireia,
  another,
}) => {
  await mireia.page.goto("/django");
  await looksAroundAs(mireia, "an organizer");
  await makesATheme(mireia, "Harbour, by two");
  const address = mireia.page.url().replace(/#.*/, "");
  await comesToLife(mireia);
  const other = await another();
  await other.page.goto("/django");
  await looksAroundAs(other, "an organizer");
  await other.page.goto(address);
  await comesToLife(other);

  // Both sit at the same account here, whose own moves are never stale: so the second has the answer of a slower one.
  await other.page.route(/\/position\.data/, async (route) => {
    const sent = new URLSearchParams(route.request().postData() ?? "");
    sent.set("from", "999999");
    await route.continue({ postData: sent.toString() });
  });
  other.noise.expects(409);
  await handle(other, three).focus();
  await other.page.keyboard.press("Space");
  await hears(other, "You have picked up");
  await other.page.keyboard.press("ArrowUp");
  await hears(other, `Before “${two}”`);
  await other.page.keyboard.press("Space");
  await expectOrder(other, "Water", one, two, three);
  await hears(other, "moved this task to another theme a moment ago");
  await expect(handle(other, three)).toBeFocused();
});
