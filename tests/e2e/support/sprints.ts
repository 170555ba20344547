import { expectToFit } from "./accessible";
import { handsOn } from "./hands";
import { arrivesAt, button, field, link, looksAroundAs, saidThat, signsInByMail } from "./steps";
import { expect, type Person } from "./story";

const day = 86_400_000;

/** The day that is so many days from today on, in UTC: "2026-05-07". */
export const dayFromToday = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10);

/** A person as a member of this story's sprint: how they are called, and where their mail goes. */
export type Registrant = { name: string; email: string };

/**
 * Somebody looks around as an organizer, and plans a sprint of three days whose registration is open. Returns its path. By
 * mouse: with keys, the parts of a date come in the order of the machine's language.
 */
export async function plansASprint(person: Person, name: string): Promise<string> {
  const { page } = person;
  const organizer = { ...person, ...handsOn.mouse(page) };
  await page.goto("/django/sprints");
  await looksAroundAs(organizer, "an organizer");
  await organizer.press(link(organizer, "Plan a sprint"));
  await arrivesAt(organizer, "Plan a sprint");
  await organizer.write(field(organizer, "Name"), name);
  await organizer.write(field(organizer, "First day"), dayFromToday(30));
  await organizer.write(field(organizer, "Last day"), dayFromToday(32));
  await organizer.write(field(organizer, "Place"), "The old cork factory, Palafrugell");
  await organizer.press(button(organizer, "Plan the sprint"));
  await arrivesAt(organizer, name);
  await saidThat(organizer, "The sprint is planned.");
  await organizer.press(button(organizer, "Open registration"));
  await saidThat(organizer, "Registration is open.");
  return new URL(page.url()).pathname;
}

/** Somebody nobody knows yet finds the sprint's public page, signs in by mail on the way, and registers: on site, every day. */
export async function registers(
  person: Person,
  { path, sprint, as, who }: { path: string; sprint: string; as: "As a newcomer" | "As a mentor"; who: Registrant },
): Promise<void> {
  await person.page.goto(path);
  await arrivesAt(person, sprint);
  await expectToFit(person.page, "the public page");
  await person.press(link(person, "Register"));
  await signsInByMail(person, who.email, who.name);
  await arrivesAt(person, `Register for ${sprint}`);
  await expectToFit(person.page, "the registration form");
  await person.choose(person.page.getByRole("radio", { name: as }));
  await person.choose(person.page.getByRole("radio", { name: "I come to the place" }));
  await person.write(field(person, "Languages you speak"), "English, Catalan");
  await person.press(button(person, "Register"));
  await arrivesAt(person, sprint);
  await saidThat(person, "You are registered.");
}

/** Opens the newest letter with this subject to this address. */
export async function opensLetter(person: Person, { subject, to }: { subject: string; to: string }): Promise<void> {
  await person.page.goto("/mailbox");
  const letter = person.page.getByRole("region", { name: subject, exact: true }).filter({ hasText: `To ${to}` });
  await expect(letter).toHaveCount(1);
  await person.press(letter.getByRole("link"));
}
