import { arrivesAt, button, field, link, looksAroundAs, row, saidThat } from "./support/steps";
import { expect, type Person, test, waysOf } from "./support/story";

const small = "Describe the page that people land on";
const big = "Rebuild how people find their way";
const parts = ["Sketch three ways through the site", "Try the sketches with two readers"] as const;
const question = "Do we keep the old addresses?";

/** Expects these tasks in the theme, from top to bottom, and no others. */
const expectTasks = (person: Person, ...titles: string[]) =>
  expect(person.page.getByRole("region", { name: "Tasks" }).getByRole("listitem")).toHaveText(
    titles.map((title) => new RegExp(`^${title}`)),
  );

for (const { by, use } of waysOf("keyboard, phone")) {
  test.describe(by, () => {
    test.use(use);

    test("an organizer splits a theme: adds, edits, divides and moves tasks, asks a question and records its answer", async ({
      person,
    }) => {
      const { page } = person;
      const theme = `Signposts, ${by}`;
      await page.goto("/django/roadmap");
      await looksAroundAs(person, "an organizer");

      await person.press(link(person, "Add a theme"));
      await arrivesAt(person, "Add a theme");
      await person.write(field(person, "Title"), theme);
      await person.write(field(person, "Why it matters"), "People give up before they find the first page.");
      await person.press(button(person, "Add the theme"));
      await arrivesAt(person, theme);

      await person.press(link(person, "Add a task").first());
      await arrivesAt(person, "Add a task");
      await person.write(field(person, "Title"), small);
      await person.pick(field(person, "Kind"), "Docs");
      await person.pick(field(person, "Size"), "2h");
      await person.write(field(person, "Where to start"), "the front page");
      await person.press(button(person, "Propose “done when” and “verify”"));
      await expect(field(person, "Done when")).toHaveValue(/a reader who is new to the subject/);
      await expect(field(person, "How to verify")).toHaveValue(/build the documentation without warnings/);
      await expect(field(person, "Where to start")).toHaveValue("the front page");
      await person.press(button(person, "Add the task"));
      await arrivesAt(person, theme);
      await expect(row(person, small)).toContainText("Ready");
      await expect(row(person, small)).toContainText("2h");

      await person.press(link(person, "Add a task").first());
      await arrivesAt(person, "Add a task");
      await person.write(field(person, "Title"), big);
      await person.pick(field(person, "Size"), "5 days");
      await person.press(button(person, "Add the task"));
      await expect(row(person, big)).toContainText("That is too big for a first task. Divide it?");

      await person.press(link(person, `Divide ${big}`));
      await arrivesAt(person, /^Divide task \d+$/);
      await person.write(
        field(person, "What it becomes, one task a line"),
        `${parts[0]} (design, 2h)\n${parts[1]} (verify, 3h)`,
      );
      await person.press(button(person, "Divide the task"));
      await arrivesAt(person, theme);
      await saidThat(person, "waits for its 2 parts now. They stand right behind it.");
      await expectTasks(person, small, big, ...parts);
      await expect(row(person, big)).toContainText("4 things missing");

      await person.press(link(person, `Move ${parts[1]}`));
      await arrivesAt(person, /^Move task \d+$/);
      await person.pick(field(person, "Where it goes"), `Before “${parts[0]}”`);
      await person.press(button(person, "Move the task"));
      await saidThat(person, "The task has moved.");
      await expectTasks(person, small, big, parts[1], parts[0]);
      await person.press(link(person, `Move ${big}`));
      await person.pick(field(person, "Where it goes"), `Before “${small}”`);
      await person.press(button(person, "Move the task"));
      await saidThat(person, "The task has moved.");
      await expectTasks(person, big, small, parts[1], parts[0]);

      await person.press(page.getByRole("main").getByText("Ask a question", { exact: true }));
      await person.write(field(person, "The question"), question);
      await person.press(button(person, "Ask it"));
      await saidThat(person, "The question is asked.");

      await person.press(link(person, `Edit ${small}`));
      await arrivesAt(person, /^Edit task \d+$/);
      await person.tick(page.getByRole("checkbox", { name: question }));
      await person.pick(field(person, "Size"), "half a day");
      await person.press(button(person, "Save the task"));
      await arrivesAt(person, theme);
      await saidThat(person, "The task is saved.");
      await expect(row(person, small)).toContainText("half a day");
      await expect(row(person, small)).toContainText("Waits for");
      await expect(row(person, small)).toContainText(question);

      await person.press(link(person, question));
      await arrivesAt(person, question);
      await person.write(field(person, "The answer"), "Yes, for two years.");
      await person.press(button(person, "Put the answer on record"));
      await arrivesAt(person, theme);
      await saidThat(person, "The answer is on record. A task that waited for it is ready now.");
      await expect(row(person, small)).toContainText("Ready");
      await expect(page.getByRole("main")).toContainText("Yes, for two years.");
    });
  });
}
