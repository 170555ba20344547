import { startApp } from "./support/app";
import { arrivesAt, button, field, link, looksAroundAs, row, saidThat } from "./support/steps";
import { expect, type Person, test } from "./support/story";

const outline = `## A website that answers first

Visitors leave before they find what they came for.

- Collect ten questions that nobody finds an answer to (research, 2h)
  start: the search of the forum
  done when: ten questions, each with a link
  verify: somebody else looks for three of them in vain
- Write the page that answers the first of them (docs, 3h)
  start: the list of questions
  done when: the page can be reached from the front page
  verify: a reader who asked says that it helps
- Check the front page with a screen reader (verify, 2h)
  start: the front page
  done when: what was found is on a ticket
  verify: a second person finds the same
`;

test("somebody looks around as a mentor, on pages that all say they are an example", async ({ person }) => {
  const { page } = person;
  const banner = page.getByRole("complementary", { name: "About this example" });
  await page.goto("/");
  await expect(banner).toContainText("This is an example.");
  await person.press(link(person, "Django"));
  await looksAroundAs(person, "a mentor");
  await arrivesAt(person, "Django");
  await expect(page.getByRole("link", { name: "Priya Sharma" })).toBeVisible();
  await expect(page.getByText("You are a member here.")).toBeVisible();
  await person.press(page.getByRole("link", { name: "My work" }));
  await arrivesAt(person, "My work");
  await expect(banner).toContainText("This is an example.");
  await person.press(page.getByRole("button", { name: "Sign out" }));
  await saidThat(person, "You are signed out.");
  await expect(page.getByRole("link", { name: "Priya Sharma" })).toHaveCount(0);
});

test("an organizer clears the example and has a public page with three tasks that can be claimed, in a dozen presses", async ({
  person,
  another,
}) => {
  const app = await startApp();
  try {
    const { page } = person;
    const presses = count(person);
    await page.goto(app.url);
    const banner = page.getByRole("complementary", { name: "About this example" });
    await person.press(banner.getByText("Start your own"));
    await person.press(banner.getByRole("button", { name: "Clear the example" }));

    await arrivesAt(person, "Create your community");
    await person.write(field(person, "What the community is called"), "Palafrugell Python");
    await person.write(field(person, "Your name"), "Montse Vidal");
    await person.write(field(person, "Your e-mail address"), "montse@example.net");
    await person.press(button(person, "Create the community"));

    await arrivesAt(person, "Palafrugell Python");
    await saidThat(person, "Your community is there. Its roadmap comes next.");
    await expect(banner).toContainText("The example is cleared, and what is here is yours.");
    await person.press(link(person, "Bring in a roadmap"));
    await person.write(field(person, "Your roadmap"), outline);
    await person.press(button(person, "Preview"));
    await person.press(button(person, "Bring it in"));
    await saidThat(person, "1 theme and 3 tasks came in.");
    expect(presses(), "presses and fields from the first page on").toBeLessThanOrEqual(12);

    const passerBy = await another();
    await passerBy.page.goto(`${app.url}/palafrugell-python`);
    await arrivesAt(passerBy, "Palafrugell Python");
    await expect(link(passerBy, "3 tasks ready and free")).toBeVisible();
    await expect(row(passerBy, "Check the front page with a screen reader")).toContainText("Ready");
    await passerBy.press(link(passerBy, "Check the front page with a screen reader"));
    await expect(button(passerBy, "Claim this task")).toBeVisible();
  } finally {
    await app.stop();
  }
});

/** Counts what a person presses and fills in from now on. */
function count(person: Person): () => number {
  let done = 0;
  const { press, write } = person;
  person.press = (target) => {
    done += 1;
    return press(target);
  };
  person.write = (target, text) => {
    done += 1;
    return write(target, text);
  };
  return () => done;
}
