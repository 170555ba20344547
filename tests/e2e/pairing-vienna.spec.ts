import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { handsOn } from "./support/hands";
import { plansASprint } from "./support/sprints";
import { arrivesAt, button, field, saidThat, signsInByMail } from "./support/steps";
import { expect, type Person, test } from "./support/story";

/** Some of Vienna have one name; with the number of their address nobody is mistaken for another. */
const table = readFileSync(new URL("../fixtures/registrations.csv", import.meta.url), "utf8").replaceAll(
  /^(newcomer|mentor),([^,]+),(\w+)@/gm,
  "$1,$2 $3,$3@",
);

const emailOf = (name: string) =>
  table
    .split("\n")
    .find((line) => line.includes(`,${name},`))
    ?.split(",")[2] ?? "";

/** An organizer plans a sprint of Vienna's size, 56 newcomers and 30 mentors, and has them paired. Returns the path of the table. */
async function pairsVienna(person: Person): Promise<string> {
  const organizer = { ...person, ...handsOn.mouse(person.page) };
  const path = await plansASprint(organizer, "Vienna");
  await organizer.page.goto(`${path}/registrations/import`);
  await organizer.write(field(organizer, "The table"), table);
  await organizer.press(button(organizer, "Preview"));
  await organizer.press(button(organizer, "Bring it in"));
  await saidThat(organizer, "86 people came in.");
  await organizer.page.goto(`${path}/plan`);
  await organizer.press(button(organizer, "Pair 56 newcomers"));
  await saidThat(organizer, "Here is the best plan there is.");
  await comesToLife(organizer);
  return `${path}/plan`;
}

const comesToLife = ({ page }: Person) =>
  expect(page.getByText("To move it with the keyboard, press Space").first()).toBeAttached();
const mentors = ({ page }: Person) => page.getByRole("region", { name: "Mentors and their seats" });
const handles = (within: Locator) => within.getByRole("button", { name: /^Move by hand: / });
const handleOf = ({ page }: Person, who: string) =>
  page.getByRole("button", { name: `Move by hand: ${who}`, exact: true });
const whose = async (handle: Locator) =>
  ((await handle.getAttribute("aria-label")) ?? "").replace("Move by hand: ", "");
const waiting = ({ page }: Person) => page.getByRole("region", { name: /newcomers? waits?$/ });
/** Who sits first with this mentor. */
const sits = async (row: Locator) => ({
  who: await whose(handles(row).first()),
  mentor: (await row.getByRole("heading").textContent()) ?? "",
});
const hears = ({ page }: Person, words: string) =>
  expect(page.getByRole("status").filter({ hasText: words })).toBeAttached();
const middle = async (target: Locator) => {
  const box = await target.boundingBox();
  if (!box) throw new Error("it is not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** Waits until what was done last has been stored: what is shown before may be on its way. */
const lastDone = ({ page }: Person, what: string) =>
  expect(
    page.getByRole("main").getByRole("button", { name: `Take back: Mireia Puig ${what}`, exact: true }),
  ).toBeVisible();

/** Carries somebody by mouse to those who wait, who stay in view. */
async function dragsAway(person: Person, who: string): Promise<void> {
  const { page } = person;
  const handle = handleOf(person, who);
  await handle.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const [from, away] = [await middle(handle), await middle(waiting(person))];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // In one go, and straight across: near an edge the page would scroll away under what is carried.
  await Promise.all([page.mouse.move(from.x + 12, from.y + 12), page.mouse.move(away.x, from.y, { steps: 5 })]);
  await hears(person, "Among those who wait.");
  await page.mouse.up();
}

/** Whom the one that is carried is held over, as it is said: "With Ada Tamm", and what that costs behind it. */
const heldOver = async ({ page }: Person) =>
  /(?:^|\n)(With [^.]+|Among those who wait)\./.exec(
    (await page.getByRole("status").allTextContents()).join("\n"),
  )?.[1];

/** Carries somebody by the arrow keys to a mentor, each key once the one before has been heard. */
async function carriesTo(person: Person, who: string, mentor: string): Promise<void> {
  const { keyboard } = person.page;
  await handleOf(person, who).focus();
  await keyboard.press("Space");
  await hears(person, `You have picked up ${who}`);
  for (let step = 0; step < 30; step += 1) {
    const before = await heldOver(person);
    if (before === `With ${mentor}`) break;
    await keyboard.press("ArrowRight");
    await expect.poll(() => heldOver(person)).not.toBe(before);
  }
  await keyboard.press("Space");
}

test("at a sprint of Vienna's size an organizer moves people by mouse, key and finger, as fast as they can, and publishes; a newcomer reads why", async ({
  person: mireia,
  another,
}) => {
  const { page } = mireia;
  const plan = await pairsVienna(mireia);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  const row = (nth: number) => mentors(mireia).locator("li:has(> h3):has(button)").nth(nth);
  const [first, second] = [await sits(row(0)), await sits(row(1))];

  // The second is lifted before the first is answered.
  for (const { who } of [first, second]) await dragsAway(mireia, who);
  for (const { who } of [first, second]) await expect(waiting(mireia).getByText(who, { exact: true })).toBeVisible();
  for (const { who, mentor } of [first, second]) await carriesTo(mireia, who, mentor);
  await expect(mentors(mireia).getByText("moved by hand")).toHaveCount(2);
  for (const { who, mentor } of [first, second]) {
    await expect(page.getByRole("list", { name: mentor, exact: true }).getByText(who, { exact: true })).toBeVisible();
  }
  await expect(page.getByText("Nobody was moved")).toHaveCount(0);

  await lastDone(mireia, `moved ${second.who} to ${second.mentor}`);

  // Taken back before the move has been answered. First everybody is where they stay: nobody is to slip away under the mouse.
  await page.reload();
  await comesToLife(mireia);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/plan/move**", async (route) => {
    await held;
    await route.continue();
  });
  const { who, mentor } = await sits(row(2));
  await dragsAway(mireia, who);
  await expect(waiting(mireia).getByText(who, { exact: true })).toBeVisible();
  await mireia.press(button(mireia, /^Take back/));
  letGo();
  await saidThat(mireia, "Taken back. Nobody has been told.");
  await expect(page.getByRole("list", { name: mentor, exact: true }).getByText(who, { exact: true })).toBeVisible();
  await comesToLife(mireia);

  const phone = await another({
    storageState: await mireia.context.storageState(),
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await phone.page.goto(plan);
  await comesToLife(phone);
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const handle = handles(mentors(phone)).first();
  const third = await whose(handle);
  await handle.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const [from, to] = [await middle(handle), await middle(handles(waiting(phone)).last())];
  const finger = await phone.context.newCDPSession(phone.page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: { x: number; y: number }) =>
    finger.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [at] : [] });
  await touch("touchStart", from);
  for (let step = 1; step <= 8; step += 1) {
    await touch("touchMove", { x: from.x + ((to.x - from.x) * step) / 8, y: from.y + ((to.y - from.y) * step) / 8 });
  }
  await expect(phone.page.getByRole("status").filter({ hasText: "Among those who wait." })).toBeAttached();
  await touch("touchEnd");
  await expect(waiting(phone).getByText(third, { exact: true })).toBeVisible();
  await expect(waiting(mireia).getByText(third, { exact: true })).toBeVisible();

  await page.reload();
  await mireia.press(button(mireia, /^Publish \d+ pairs$/));
  await saidThat(mireia, /^\d+ pairs are published, and \d+ people have been told\.$/);

  const newcomer = await another();
  await newcomer.page.goto("/sign-in");
  await signsInByMail(newcomer, emailOf(second.who));
  await newcomer.page.goto("/my-work");
  await newcomer.press(newcomer.page.getByRole("main").getByRole("link", { name: second.mentor, exact: true }).first());
  await arrivesAt(newcomer, `You and ${second.mentor}`);
  const why = newcomer.page.getByRole("region", { name: "Why you two" });
  await expect(why).toContainText("because");
  await expect(why).not.toContainText(/despite|Fits|of 100/);
});
