import { arrivesAt, button, link, looksAroundAs, row, saidThat } from "./support/steps";
import { expect, hardestWays, test } from "./support/story";

for (const { by, use } of hardestWays) {
  test.describe(by, () => {
    test.use(use);

    test("an organizer goes down the list of nearly ready tasks, each mended in its row", async ({ person }) => {
      const { page } = person;
      const task = `Write down how we meet, ${by}`;
      await page.goto("/django/themes/modernise-contrib-auth");
      await looksAroundAs(person, "an organizer");
      await person.press(link(person, "Add a task").first());
      await arrivesAt(person, "Add a task");
      await person.write(page.getByLabel("Title", { exact: true }), task);
      await person.write(page.getByLabel("Where to start", { exact: true }), "the minutes");
      await person.write(page.getByLabel("Done when", { exact: true }), "a page says it");
      await person.press(button(person, "Add the task"));
      await expect(row(person, task)).toContainText("Not ready");

      await page.goto("/django/tasks/nearly-ready");
      await arrivesAt(person, "Nearly ready");
      const mended = row(person, task);
      await person.write(mended.getByRole("textbox", { name: "How to verify" }), "Somebody new reads it and comes.");
      await person.press(mended.getByRole("button", { name: "Save and go on" }));
      await saidThat(person, "is ready now.");
      await expect(row(person, task)).toHaveCount(0);
      await expect(page.locator("main :focus")).toHaveCount(1);
    });
  });
}
