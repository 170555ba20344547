import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { type App, startApp } from "./app";
import { type Hands, type HandsName, handsOn } from "./hands";
import { listenTo, type Noise } from "./noise";

export { expect };

/** How a story's person works: with which hands, in what kind of browser. */
export type Ways = { hands: HandsName };

/** Somebody in front of a page, with a browser of their own. */
export type Person = Hands & { page: Page; context: BrowserContext; noise: Noise };

type Fixtures = {
  /** The person the story is about, in front of an empty page, signed out. */
  person: Person;
  /** Brings in one more person, with another browser. */
  another: (options?: BrowserContextOptions) => Promise<Person>;
};

type WorkerFixtures = { app: App };

/** A test whose people fail it when their browsers complain about anything. */
export const test = base.extend<Fixtures & Ways, WorkerFixtures>({
  hands: ["mouse", { option: true }],

  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing is needed first
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.stop();
    },
    { scope: "worker", timeout: 150_000 },
  ],

  baseURL: async ({ app }, use) => use(app.url),

  person: async ({ page, context, hands, javaScriptEnabled: scripts = true }, use) => {
    const noise = listenTo(context, { scripts });
    await use({ page, context, noise, ...handsOn[hands](page) });
    expect(noise.complaints(), "what the browser complained about").toEqual([]);
  },

  another: async ({ browser, app, hands, javaScriptEnabled: scripts = true }, use) => {
    const people: Person[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: scripts, ...options });
      const page = await context.newPage();
      const noise = listenTo(context, { scripts: options?.javaScriptEnabled ?? scripts });
      people.push({ page, context, noise, ...handsOn[hands](page) });
      return people[people.length - 1] as Person;
    });
    for (const { context, noise } of people) {
      expect(noise.complaints(), "what another browser complained about").toEqual([]);
      await context.close();
    }
  },
});

/** The ways a core story is told: each with its words for the title, and what the test uses. */
const ways = [
  { by: "by mouse", use: { hands: "mouse" } },
  { by: "by keyboard alone", use: { hands: "keyboard" } },
  { by: "without JavaScript", use: { hands: "mouse", javaScriptEnabled: false } },
  {
    by: "on a phone",
    use: { hands: "finger", viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  },
] as const satisfies readonly { by: string; use: Ways & BrowserContextOptions }[];

/**
 * The ways one core story is told. `npm run test:long` tells each in all four; otherwise the stories share them, some by
 * mouse and without JavaScript, the others by keyboard and on a phone.
 */
export const waysOf = (share: "mouse, no scripts" | "keyboard, phone") =>
  ways.filter((_, place) => process.env.STORIES === "whole" || place % 2 === (share === "mouse, no scripts" ? 0 : 1));

/** For a story that is not told in every way, what asks most of a page: the keyboard and no scripts, apart or both at once. */
export const hardestWays: readonly { by: string; use: Ways & BrowserContextOptions }[] =
  process.env.STORIES === "whole"
    ? ways.filter(({ by }) => by === "by keyboard alone" || by === "without JavaScript")
    : [{ by: "by keyboard alone, without JavaScript", use: { hands: "keyboard", javaScriptEnabled: false } }];
