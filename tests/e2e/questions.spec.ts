import { arrivesAt, button, field, link, looksAroundAs, saidThat } from "./support/steps";
import { expect, hardestWays, test } from "./support/story";

for (const { by, use } of hardestWays) {
  test.describe(by, () => {
    test.use(use);

    test("an organizer asks a question, finds out, answers it, revises the answer, and anybody finds it in the log", async ({
      person,
    }) => {
      const { page } = person;
      const question = `Who looks after this, ${by}?`;
      await page.goto("/django/themes/type-hints");
      await looksAroundAs(person, "an organizer");
      await person.press(page.getByRole("main").getByText("Ask a question", { exact: true }));
      await person.write(field(person, "The question"), question);
      await person.press(button(person, "Ask it"));
      await person.press(link(person, question));
      await arrivesAt(person, question);
      await person.press(button(person, "I'll find out"));
      await saidThat(person, "You find out.");
      await expect(page.getByRole("main")).toContainText("Being looked into");
      await person.press(button(person, "Leave it to somebody else"));
      await saidThat(person, "The question is free for somebody else.");

      await person.write(field(person, "The answer"), "Two people, for a year.");
      await person.press(button(person, "Put the answer on record"));
      await expect(page.getByRole("main")).toContainText("Two people, for a year.");
      await person.press(link(person, question));
      await arrivesAt(person, question);
      await person.press(link(person, "Revise it"));
      await arrivesAt(person, /^Revise decision \d+$/);
      await person.write(field(person, "The answer"), "Three people, for a year.");
      await person.press(button(person, "Put the new answer on record"));
      await saidThat(person, "The new answer is on record.");
      await arrivesAt(person, /^Decision \d+$/);

      await page.goto("/django/decisions");
      await person.write(field(person, "Words in it"), `three people ${by}`);
      await person.press(button(person, "Show"));
      await expect(page.getByRole("main")).toContainText("One decision.");
      await expect(link(person, question)).toBeVisible();
    });
  });
}
