import { arrivesAt, button, field, link, looksAroundAs, saidThat, signsInByMail } from "./support/steps";
import { expect, test } from "./support/story";

const task = "Benchmark three serialisation libraries on the same model, with the code published";
const typed = "Ask in the forum first: somebody had numbers in spring.\n\nTake the model of the polls tutorial.";

test("an organizer whose session ended while they were typing signs in, finds their words and saves them", async ({
  person,
}) => {
  const { page, context } = person;
  await page.goto("/django/themes/an-api-story");
  await looksAroundAs(person, "an organizer");
  await person.press(link(person, `Edit ${task}`));
  await arrivesAt(person, /^Edit task \d+$/);
  await person.write(field(person, "Notes"), typed);

  const otherTab = await context.newPage();
  await otherTab.goto("/django");
  await otherTab.getByRole("button", { name: "Sign out" }).click();
  await expect(otherTab.getByRole("main").getByRole("status").filter({ hasText: "You are signed out." })).toBeVisible();
  await otherTab.close();

  await person.press(button(person, "Save the task"));
  await expect(page.getByText("What you wrote is kept. Sign in, and it is there again.")).toBeVisible();
  await signsInByMail(person, "mireia@example.org");
  await arrivesAt(person, /^Edit task \d+$/);
  await expect(field(person, "Notes")).toHaveValue(typed);
  await person.press(button(person, "Save the task"));
  await arrivesAt(person, "An API story");
  await saidThat(person, "The task is saved.");

  await person.press(link(person, task));
  await arrivesAt(person, task);
  await expect(page.getByRole("main")).toContainText("Take the model of the polls tutorial.");
});
