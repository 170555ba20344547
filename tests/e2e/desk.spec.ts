import { arrivesAt, button, field, link, looksAroundAs, row, saidThat } from "./support/steps";
import { expect, type Person, test, waysOf } from "./support/story";

const written = (theme: string) => `People lose their way in ${theme}, and turn back.

- Who paints the signs?

- [ ] Draw the first sign (design, 2h)
      start: the barn
      done when: it hangs at the gate
      verify: somebody finds the barn by it
- [ ] Paint all the others (2 days)
`;

const outline = (person: Person) => field(person, "The theme as an outline");
const becomes = (person: Person) => person.page.getByRole("region", { name: "What it becomes" });
const grown = (person: Person) => person.page.getByRole("region", { name: "The theme it becomes" });

/** Makes a theme and opens its desk. */
async function opensDesk(person: Person, theme: string): Promise<void> {
  await person.page.goto("/django/themes/new");
  await arrivesAt(person, "Add a theme");
  await person.write(field(person, "Title"), theme);
  await person.press(button(person, "Add the theme"));
  await arrivesAt(person, theme);
  await person.press(link(person, "Split this theme"));
  await arrivesAt(person, `Split ${theme}`);
}

for (const { by, use } of waysOf("mouse, no scripts")) {
  test.describe(by, () => {
    test.use(use);

    test("an organizer splits a theme at its desk: writes, sees, saves, rewrites, undoes and does it again", async ({
      person,
    }) => {
      const { page } = person;
      const theme = `Wayside, ${by}`;
      await page.goto("/django/roadmap");
      await looksAroundAs(person, "an organizer");
      await opensDesk(person, theme);

      await person.write(outline(person), written(theme));
      if (by === "without JavaScript") await person.press(button(person, "Preview"));
      await expect(grown(person)).toContainText("Draw the first sign");
      await expect(grown(person)).toContainText("Two days is too big for a first task. Split it?");
      await expect(becomes(person)).toContainText("1 of 2 tasks ready");

      await person.press(button(person, "Save the theme"));
      await saidThat(person, "Saved: 3 came in, 1 changed.");
      await expect(outline(person)).toHaveValue(/Draw the first sign \(design, 2h\) #\d+/);

      const text = await outline(person).inputValue();
      await person.write(outline(person), text.replace("Draw the first sign", "Draw the sign at the gate"));
      await person.press(button(person, "Save the theme"));
      await saidThat(person, "Saved: 1 changed.");
      await person.press(button(person, "Undo what you saved"));
      await saidThat(person, "Undone: what you saved.");
      await expect(outline(person)).toHaveValue(/Draw the first sign/);
      await person.press(button(person, "Redo what you saved"));
      await saidThat(person, "Done again: what you saved.");
      await expect(outline(person)).toHaveValue(/Draw the sign at the gate/);

      await person.press(link(person, theme));
      await arrivesAt(person, theme);
      await expect(row(person, "Draw the sign at the gate")).toContainText("Ready");
      await expect(row(person, "Paint all the others")).toContainText("3 things missing");
    });
  });
}

test("two organizers at one desk: what goes together is put together, and the rest is shown to the second", async ({
  person,
  another,
}) => {
  const theme = "Wayside, by two";
  await person.page.goto("/django/roadmap");
  await looksAroundAs(person, "an organizer");
  await opensDesk(person, theme);
  await person.write(outline(person), written(theme));
  await person.press(button(person, "Save the theme"));
  await saidThat(person, "Saved:");
  const second = await another({ storageState: await person.context.storageState() });
  await second.page.goto(person.page.url());
  const text = await outline(second).inputValue();

  await person.write(outline(person), text.replace("the barn", "the shed").replace("Paint all", "Carve all"));
  await person.press(button(person, "Save the theme"));
  await saidThat(person, "Saved: 2 changed.");

  await second.write(outline(second), text.replace("the barn", "the mill").replace("Who paints", "Who carves"));
  second.noise.expects(409);
  await second.press(button(second, "Save the theme"));
  await expect(second.page.getByRole("alert")).toContainText("the shed");
  await expect(second.page.getByRole("alert")).toContainText("the mill");
  await expect(outline(second)).toHaveValue(/Carve all/);
  await expect(outline(second)).toHaveValue(/Who carves/);
  await second.press(button(second, "Save the theme"));
  await saidThat(second, "Saved:");
  await expect(outline(second)).toHaveValue(/start: the mill/);
});

test("whoever writes at the end of a long theme sees beside it what the line becomes, and the save button", async ({
  person,
}) => {
  const { page } = person;
  await page.goto("/django/roadmap");
  await looksAroundAs(person, "an organizer");
  await page.goto("/django/themes/modernise-contrib-auth/desk");
  await expect(button(person, "Preview")).toBeHidden();
  const pages = await page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
  expect(pages).toBeGreaterThan(2);

  await outline(person).press("Control+End");
  await outline(person).pressSequentially("\n- [ ] Name the browsers (research, 2h)");
  const grows = grown(person).getByRole("listitem").filter({ hasText: "Name the browsers" });
  await expect(grows).toBeInViewport({ ratio: 0.9 });
  await expect(button(person, "Save the theme")).toBeInViewport({ ratio: 1 });

  await outline(person).press("Control+Home");
  await outline(person).press("ArrowDown");
  await expect(grows).not.toBeInViewport();
});
