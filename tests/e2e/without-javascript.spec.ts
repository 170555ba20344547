import { arrivesAt, button, field, link, looksAroundAs, row, saidThat } from "./support/steps";
import { expect, test } from "./support/story";

test.use({ javaScriptEnabled: false });

test("a newcomer without JavaScript leaves and joins, says where they live, finishes a task and signs out", async ({
  person,
}) => {
  const { page } = person;
  const task = "Add a failing test for tasks enqueued inside a rolled back transaction";
  await page.goto("/django");
  await looksAroundAs(person, "a newcomer");
  await person.press(button(person, "Leave Django"));
  await saidThat(person, "You have left Django.");
  await person.press(button(person, "Join Django"));
  await saidThat(person, "You are a member of Django.");

  await person.press(page.getByRole("link", { name: "Kofi Abara" }));
  await arrivesAt(person, "About you");
  await person.pick(field(person, "Your time zone"), "Asia/Kathmandu");
  await person.press(button(person, "Save"));
  await saidThat(person, "Saved.");
  await expect(field(person, "Your time zone")).toHaveValue("Asia/Kathmandu");

  await page.goto("/django/tasks");
  await person.press(link(person, task));
  await person.press(button(person, "Claim this task"));
  await saidThat(person, "This task is yours");
  await expect(page.getByRole("main")).toContainText("Kathmandu time");
  await person.choose(page.getByRole("radio", { name: "It is finished" }));
  await person.write(field(person, "A note for whoever reads this next"), "It fails for the right reason.");
  await person.press(button(person, "Save"));
  await saidThat(person, "Finished. Thank you: that is one thing less on the roadmap.");

  await person.press(page.getByRole("button", { name: "Sign out" }));
  await saidThat(person, "You are signed out.");
});

test("an organizer without JavaScript frees a task, and adds, edits, moves and deletes what a roadmap is made of", async ({
  person,
}) => {
  const { page } = person;
  const main = page.getByRole("main");
  const held = "Document how to add a second factor with today's hooks";
  await page.goto("/django/themes/modernise-contrib-auth");
  await looksAroundAs(person, "an organizer");

  await person.press(link(person, held));
  await arrivesAt(person, held);
  await person.choose(page.getByRole("radio", { name: "Free it for somebody else" }));
  await person.press(button(person, "Save"));
  await saidThat(person, "The task is free for somebody else.");

  await page.goto("/django/roadmap");
  await person.press(link(person, "Add a theme"));
  await person.write(field(person, "Title"), "A calmer inbox");
  await person.press(button(person, "Add the theme"));
  await arrivesAt(person, "A calmer inbox");
  await person.press(link(person, "Edit the theme"));
  await person.write(field(person, "Title"), "A calmer inbox for everybody");
  await person.choose(page.getByRole("radio", { name: "Exploring" }));
  await person.press(button(person, "Save the theme"));
  await saidThat(person, "The theme is saved.");
  await arrivesAt(person, "A calmer inbox for everybody");
  await person.press(main.getByRole("link", { name: "Nobody is its champion yet" }));
  await person.pick(field(person, "Who could carry it?"), "Mireia Puig");
  await person.press(button(person, "Ask"));
  await arrivesAt(person, "Mireia Puig carries this theme");
  await person.press(link(person, "A calmer inbox for everybody"));
  await arrivesAt(person, "A calmer inbox for everybody");

  for (const pillar of ["Filters", "Habits"]) {
    await person.press(main.getByText("Add a pillar", { exact: true }));
    await person.write(field(person, "Name of the pillar"), pillar);
    await person.press(button(person, "Add the pillar"));
    await saidThat(person, "The pillar is there.");
  }
  await person.press(link(person, "Move Habits"));
  await person.pick(field(person, "Where it goes"), "Before “Filters”");
  await person.press(button(person, "Move the pillar"));
  await saidThat(person, "The pillar has moved.");
  await expect(main.getByRole("heading", { name: /^(Habits|Filters)$/ })).toHaveText(["Habits", "Filters"]);
  await person.press(link(person, "Edit Habits"));
  await person.write(field(person, "Name of the pillar"), "Good habits");
  await person.press(button(person, "Save the pillar"));
  await saidThat(person, "The pillar is saved.");

  await person.press(link(person, "Add a task").first());
  await person.write(field(person, "Title"), "Mute one list");
  await person.pick(field(person, "Pillar"), "Good habits");
  await person.press(button(person, "Add the task"));
  await expect(main.getByRole("region", { name: "Good habits" })).toContainText("Mute one list");
  await person.press(link(person, "Edit Mute one list"));
  await person.press(link(person, "Delete the task"));
  await arrivesAt(person, "Delete this task?");
  await person.press(button(person, "Delete the task"));
  await saidThat(person, "The task is off the roadmap.");
  await expect(row(person, "Mute one list")).toHaveCount(0);

  await page.goto("/django/roadmap");
  const before = await main.getByRole("listitem").getByRole("heading").allInnerTexts();
  await person.press(link(person, "Move A calmer inbox for everybody"));
  await person.pick(field(person, "Where it goes"), `Before “${before.at(-2)}”`);
  await person.press(button(person, "Move the theme"));
  await saidThat(person, "The theme has moved.");
  await expect
    .poll(async () => (await main.getByRole("listitem").getByRole("heading").allInnerTexts()).slice(-2))
    .toEqual(before.slice(-2).reverse());
  await person.press(link(person, "A calmer inbox for everybody"));
  await person.press(link(person, "Edit the theme"));
  await person.press(link(person, "Delete the theme"));
  await person.press(button(person, "Delete the theme"));
  await saidThat(person, "The theme is off the roadmap.");
  await expect(link(person, "A calmer inbox for everybody")).toHaveCount(0);
});
