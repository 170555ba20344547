import type { Page, Request } from "@playwright/test";
import { field, looksAroundAs } from "./support/steps";
import { expect, test } from "./support/story";

/** Bytes of JavaScript over the wire for a page, nothing cached, as compressed. */
async function scriptsOf(page: Page, path: string): Promise<{ requests: number; bytes: number }> {
  const scripts: Request[] = [];
  page.on("request", (request) => request.resourceType() === "script" && scripts.push(request));
  await page.goto(path);
  const sizes = await Promise.all(scripts.map((request) => request.sizes()));
  return { requests: sizes.length, bytes: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0) };
}

const say = (line: string) => process.stdout.write(`     ${line}\n`);

const publicPages = [
  "/",
  "/django",
  "/django/roadmap",
  "/django/themes/modernise-contrib-auth",
  "/django/tasks",
  "/django/tasks/3",
  "/django/tasks/6",
  "/django/questions/1",
  "/sign-in",
  "/mailbox",
];

test("a reader who is signed out is sent not one byte of JavaScript", async ({ person: { context } }) => {
  for (const path of publicPages) {
    const page = await context.newPage();
    expect(await scriptsOf(page, path), path).toEqual({ requests: 0, bytes: 0 });
    expect(await page.locator("script, link[rel=modulepreload]").count(), path).toBe(0);
    await page.close();
  }
  say(`${publicPages.length} public pages, signed out: 0 bytes of JavaScript`);
});

/** What a page may weigh: some come to life in the browser, most need not. */
const signedInPages: [path: string, most: number][] = [
  ["/django", 120_000],
  ["/django/roadmap", 140_000],
  ["/django/themes/modernise-contrib-auth", 140_000],
  ["/django/tasks/3", 120_000],
  ["/django/themes/modernise-contrib-auth/desk", 140_000],
  ["/django/sprints/django-on-the-med-palafrugell/plan", 140_000],
  ["/django/sprints/django-on-the-med-palafrugell/plan/settings", 120_000],
  ["/django/tasks/3/edit", 0],
  ["/django/tasks/3/division", 0],
  ["/django/themes/modernise-contrib-auth/edit", 0],
  ["/django/themes/modernise-contrib-auth/tasks/new", 0],
  ["/django/questions/1", 0],
  ["/django/roadmap/import", 0],
  ["/me", 0],
  ["/my-work", 0],
];

test("no page sends an organizer more JavaScript than it may", async ({ person, browser, app }) => {
  await person.page.goto("/django");
  await looksAroundAs(person, "an organizer");
  const session = await person.context.storageState();
  for (const [path, most] of signedInPages) {
    // A new browser for each, so that nothing is cached.
    const context = await browser.newContext({ baseURL: app.url, storageState: session });
    const { requests, bytes } = await scriptsOf(await context.newPage(), path);
    say(`${path}: ${bytes.toLocaleString("en")} bytes of JavaScript in ${requests} files`);
    expect(bytes, path).toBeLessThanOrEqual(most);
    await context.close();
  }
});

test("what an organizer types before a page has come to life stays, and is counted", async ({ person }) => {
  const { page } = person;
  await page.goto("/django/themes/type-hints");
  await looksAroundAs(person, "an organizer");
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/*.js", async (script) => {
    await held;
    await script.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await person.press(page.getByText("Add a pillar", { exact: true }));
  const belongs = field(person, "What belongs in it");
  await person.write(field(person, "Name of the pillar"), "Zoë 👩🏽‍💻");
  await person.write(belongs, "What editors need.");
  await expect(page.getByText("195 characters left.")).toBeHidden();
  letThrough();
  await expect(page.getByText("195 characters left.")).toBeVisible();
  await expect(belongs).toHaveValue("What editors need.");
});

test("keys that are pressed while a page comes to life do not trip it up", async ({ person }) => {
  const { page } = person;
  await page.goto("/django/themes/type-hints");
  await looksAroundAs(person, "an organizer");
  // Between any two things the page does, somebody presses a key.
  await page.addInitScript(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      document.body?.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", bubbles: true }));
      if (!document.querySelector("[data-alive]")) port2.postMessage(null);
    };
    port2.postMessage(null);
  });
  await page.reload();
  await expect(page.getByText("To move it with the keyboard, press Space").first()).toBeAttached();
  await page.evaluate(() => document.body.setAttribute("data-alive", ""));
});
