import { arrivesAt, button, field, link, looksAroundAs, saidThat } from "./support/steps";
import { expect, test } from "./support/story";

const task = "Put the search box on the front page";

test.describe("by keyboard alone, without JavaScript", () => {
  test.use({ hands: "keyboard", javaScriptEnabled: false });

  test("a newcomer prepares what is missing most, and their name stands on the task and on their page", async ({
    person,
  }) => {
    const { page } = person;
    await page.goto("/django/roadmap/guidance");
    await looksAroundAs(person, "a newcomer");
    await arrivesAt(person, "Where guidance is missing");
    await person.press(page.getByRole("form", { name: `Prepare ${task}` }).getByRole("button"));
    await arrivesAt(person, `Make ready: ${task}`);
    await person.write(field(person, "Where to start"), "the template of the front page");
    await person.write(field(person, "Done when"), "it can be searched from the front page");
    await person.write(field(person, "How to verify"), "search for “ORM” on a phone");
    await person.press(button(person, "Save what I wrote"));
    await arrivesAt(person, task);
    await saidThat(person, "The task is ready");
    await expect(page.getByRole("main")).toContainText("Prepared by Kofi Abara.");
    await person.press(link(person, "Kofi Abara"));
    await arrivesAt(person, "Kofi Abara");
    await expect(page.getByRole("region", { name: "Has prepared" })).toContainText(`Make ready: ${task}`);
  });
});
