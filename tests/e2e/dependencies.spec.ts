import { arrivesAt, button, field, link, looksAroundAs, saidThat } from "./support/steps";
import { expect, hardestWays, test } from "./support/story";

const theme = "/django/themes/modernise-contrib-auth";
const first = "Survey the third-party authentication packages: what each covers, how it is maintained";
const last = "Experiment: a TOTP step as a third-party app, without touching core";
const free = "Verify that every auth template passes an accessibility check";

for (const { by, use } of hardestWays) {
  test.describe(by, () => {
    test.use(use);

    test("an organizer lets a task wait for another, is refused a circle, and takes it out again", async ({
      person,
    }) => {
      const { page } = person;
      await page.goto(theme);
      await looksAroundAs(person, "an organizer");
      await person.press(link(person, free));
      await arrivesAt(person, free);
      await person.press(page.getByRole("main").getByText("Let it wait for a task", { exact: true }));
      await person.write(field(person, /^Which task has to be finished first/), "survey packages");
      await person.press(button(person, "Find it"));
      await person.press(button(person, `Wait for ${first}`));
      await arrivesAt(person, free);
      await saidThat(person, /waits for task \d+ now/);
      await expect(page.locator("#needs")).toContainText(first);

      await person.press(button(person, `Do not wait for ${first}`));
      await saidThat(person, /does not wait for task \d+ any more/);
      await expect(page.locator("#needs")).toContainText("Nothing that is not there already.");

      await page.goto(theme);
      await person.press(link(person, first));
      await arrivesAt(person, first);
      await person.press(page.getByRole("main").getByText("Let it wait for a task", { exact: true }));
      await person.write(field(person, /^Which task has to be finished first/), "TOTP step");
      await person.press(button(person, "Find it"));
      person.noise.expects(422);
      await person.press(button(person, `Wait for ${last}`));
      await expect(page.getByRole("alert")).toContainText("None of them could ever start.");
      await expect(page.getByRole("region", { name: "They would wait for one another" })).toContainText(last);
    });
  });
}

test("anybody reads the picture and its words", async ({ person }) => {
  const { page } = person;
  await page.goto(theme);
  await person.press(link(person, "See what waits for what"));
  await arrivesAt(person, "What waits for what");
  const picture = page.getByRole("region", { name: "The picture, from left to right" });
  await expect(picture.getByRole("link", { name: new RegExp(`: ${last}\\.`) })).toBeVisible();
});
