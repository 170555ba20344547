import type { Locator } from "@playwright/test";
import { expect, type Person } from "./story";

/** The heading that names the page. */
export const heading = (person: Person, name: string | RegExp) =>
  person.page.getByRole("heading", { level: 1, name, exact: typeof name === "string" });

/** Waits until the person is on the page with this heading. */
export const arrivesAt = (person: Person, name: string | RegExp) => expect(heading(person, name)).toBeVisible();

export const link = (person: Person, name: string | RegExp) =>
  person.page.getByRole("main").getByRole("link", { name, exact: typeof name === "string" });

export const button = (person: Person, name: string | RegExp) =>
  person.page.getByRole("main").getByRole("button", { name, exact: typeof name === "string" });

export const field = (person: Person, label: string | RegExp): Locator =>
  person.page.getByRole("main").getByLabel(label, { exact: typeof label === "string" });

/** The line of a list that is about this thing. */
export const row = (person: Person, title: string) =>
  person.page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: person.page.getByRole("link", { name: title, exact: true }) });

/** The address that a page's link with this name leads to. */
export async function addressOf(person: Person, path: string, name: string): Promise<string> {
  await person.page.goto(path);
  return (await link(person, name).getAttribute("href")) ?? "";
}

/** What has just happened, in the page's own words: in one of the places where it says so. */
export const saidThat = (person: Person, words: string | RegExp) =>
  expect(person.page.getByRole("main").getByRole("status").filter({ hasText: words })).toBeVisible();

/** Signs in by mail, from the sign-in page on: address, mailbox, link, name (the first time), button. */
export async function signsInByMail(person: Person, email: string, name?: string): Promise<void> {
  await arrivesAt(person, "Sign in");
  await person.write(field(person, "Your e-mail address"), email);
  await person.press(button(person, "Send me a link"));
  await arrivesAt(person, "Look in your mail");
  await person.press(link(person, "Open the mailbox"));
  await arrivesAt(person, "Mailbox");
  await person.press(
    person.page
      .getByRole("region", { name: "Your link to sign in" })
      .filter({ hasText: `To ${email}` })
      .first()
      .getByRole("link"),
  );
  await arrivesAt(person, name === undefined ? /^Welcome back/ : "Welcome aboard");
  if (name !== undefined) await person.write(field(person, "Your name"), name);
  await person.press(button(person, "Sign in"));
  await expect(person.page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

/** Signs in as one of the example's people, by the button that every page of the example has. */
export async function looksAroundAs(person: Person, part: "an organizer" | "a newcomer" | "a mentor"): Promise<void> {
  const banner = person.page.getByRole("complementary", { name: "About this example" });
  await person.press(banner.getByRole("button", { name: part }));
  await expect(person.page.getByRole("button", { name: "Sign out" })).toBeVisible();
}
