import { arrivesAt, button, field, looksAroundAs, saidThat, signsInByMail } from "./support/steps";
import { expect, type Person, test } from "./support/story";

const task = "Compare the existing stubs with the public API of one small module";
const plan = "I would begin with the functions that have no stub at all.";

async function opensTheTask(person: Person): Promise<void> {
  await person.page.goto("/django/tasks");
  await person.press(person.page.getByRole("main").getByRole("link", { name: task }));
  await arrivesAt(person, task);
  await expect(person.page.getByRole("heading", { name: "It is free" })).toBeVisible();
}

async function claims(person: Person): Promise<void> {
  await person.press(button(person, "Claim this task"));
  await arrivesAt(person, task);
  await saidThat(person, "This task is yours");
}

async function handsBack(person: Person): Promise<void> {
  await person.choose(person.page.getByRole("radio", { name: "I am handing it back" }));
  await person.press(button(person, "Save"));
  await saidThat(person, "Handed back.");
}

test("of two people who want one task, the second is told who won, keeps their words and sees three others", async ({
  person: kofi,
  another,
}) => {
  const priya = await another();
  await kofi.page.goto("/django");
  await looksAroundAs(kofi, "a newcomer");
  await priya.page.goto("/django");
  await looksAroundAs(priya, "a mentor");
  await opensTheTask(kofi);
  await opensTheTask(priya);
  await priya.write(field(priya, /^How you want to begin/), plan);
  await claims(kofi);

  priya.noise.expects(409);
  await priya.press(button(priya, "Claim this task"));
  await arrivesAt(priya, "This one is not free");
  const main = priya.page.getByRole("main");
  await expect(main).toContainText("Kofi Abara");
  await expect(main).toContainText("2 days and 23 hours left");
  await expect(priya.page.getByRole("region", { name: "What you wrote" })).toContainText(plan);
  const instead = priya.page.getByRole("region", { name: "Take one of these instead" });
  await expect(instead.getByRole("listitem")).toHaveCount(3);
  await priya.press(instead.getByRole("listitem").first().getByRole("link"));
  await expect(priya.page.getByRole("heading", { name: "It is free" })).toBeVisible();

  await handsBack(kofi);
});

test("somebody who is beaten to a task while signing in finds their words on its page, and three other tasks", async ({
  person: slow,
  another,
}) => {
  const kofi = await another();
  await opensTheTask(slow);
  await slow.write(field(slow, /^How you want to begin/), plan);
  await slow.press(button(slow, "Claim this task"));
  await kofi.page.goto("/django");
  await looksAroundAs(kofi, "a newcomer");
  await opensTheTask(kofi);
  await claims(kofi);

  await signsInByMail(slow, "slow@example.net", "Pilar Roca");
  await arrivesAt(slow, task);
  const holder = slow.page.getByRole("region", { name: "Somebody is on it" });
  await expect(holder).toContainText("Kofi Abara");
  await expect(holder).toContainText(plan);
  await expect(slow.page.getByRole("region", { name: "Take one of these instead" }).getByRole("listitem")).toHaveCount(
    3,
  );

  await handsBack(kofi);
});
