import { drafts, jotted, readable } from "./support/outlines";
import { arrivesAt, button, field, link, looksAroundAs, row, saidThat } from "./support/steps";
import { expect, type Person, test, waysOf } from "./support/story";

async function opensTheImport(person: Person): Promise<void> {
  await person.press(person.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Roadmap" }));
  await arrivesAt(person, /^Django roadmap/);
  await person.press(link(person, "Bring in a roadmap"));
  await arrivesAt(person, "Bring in a roadmap");
}

/** Waits until the preview counts this many things as new, changed and the same. */
async function counts(person: Person, expected: { new: string; changed: string; same: string }): Promise<void> {
  const facts = person.page.getByRole("main").getByRole("listitem");
  const counted = async () => {
    const words = await facts.allInnerTexts();
    const figure = (word: string) => words.map((fact) => fact.match(`^(\\d+)\\s+${word}$`)?.[1]).find(Boolean);
    return { new: figure("new"), changed: figure("changed"), same: figure("the same") };
  };
  await expect.poll(counted).toEqual(expected);
}

for (const [index, { by, use }] of waysOf("mouse, no scripts").entries()) {
  test.describe(by, () => {
    test.use(use);

    test("an organizer pastes a roadmap, corrects what was not read, brings it in, and twice changes nothing", async ({
      person,
    }) => {
      const { page } = person;
      const draft = drafts[index] ?? drafts[0];
      const corrected = readable(jotted(draft));
      await page.goto("/django");
      await looksAroundAs(person, "an organizer");

      await opensTheImport(person);
      await person.write(field(person, "Your roadmap"), jotted(draft));
      await person.press(button(person, "Preview"));
      await arrivesAt(person, "What it becomes");
      await counts(person, { new: "5", changed: "0", same: "0" });
      await expect(page.getByRole("region", { name: "What could not be read" })).toContainText(
        "Line 5<!-- ask Omar about the budget -->This is a comment, which readers do not see.",
      );
      const tasks = page.getByRole("list", { name: "Tasks" }).getByRole("listitem");
      await expect(tasks.nth(0)).toContainText("New");
      await expect(tasks.nth(0)).toContainText("Research · 2h");
      await expect(tasks.nth(0)).toContainText("Ready");
      await expect(tasks.nth(1)).toContainText("Code · 5 days");
      await expect(tasks.nth(1)).toContainText("3 things missing");

      await person.write(field(person, "Your roadmap"), corrected);
      await person.press(button(person, "Preview again"));
      await expect(page.getByRole("region", { name: "What could not be read" })).toHaveCount(0);
      await counts(person, { new: "5", changed: "0", same: "0" });
      await person.press(button(person, "Bring it in"));
      await arrivesAt(person, /^Django roadmap/);
      await saidThat(person, "1 theme, 1 question, 1 pillar and 2 tasks came in.");
      await expect(row(person, draft.theme)).toContainText("1 ready");

      await opensTheImport(person);
      await person.write(field(person, "Your roadmap"), corrected);
      await person.press(button(person, "Preview"));
      await arrivesAt(person, "What it becomes");
      await counts(person, { new: "0", changed: "0", same: "5" });
      await expect(page.getByText("there is nothing to bring in")).toBeVisible();
      await expect(button(person, "Bring it in")).toHaveCount(0);

      await person.write(field(person, "Your roadmap"), corrected.replace("(code, 5 days)", "(docs, 1 day)"));
      await person.press(button(person, "Preview again"));
      await expect(page.getByText("there is nothing to bring in")).toHaveCount(0);
      await counts(person, { new: "0", changed: "1", same: "4" });
      await expect(tasks.nth(1)).toContainText("5 days becomes 1 day");
      await person.press(button(person, "Bring it in"));
      await saidThat(person, "1 task was changed.");
    });
  });
}

test("an organizer brings a roadmap as a file; a picture is refused with a sentence", async ({ person }) => {
  await person.page.goto("/django/roadmap/import");
  await arrivesAt(person, "Sign in");
  await looksAroundAs(person, "an organizer");
  await arrivesAt(person, "Bring in a roadmap");

  person.noise.expects(422);
  await field(person, "Or a file").setInputFiles({
    name: "roadmap.png",
    mimeType: "image/png",
    buffer: Buffer.from("\x89PNG\r\n\x1a\n\0\0", "latin1"),
  });
  await person.press(button(person, "Preview"));
  const problem = person.page.getByRole("alert", { name: "There is a problem" });
  await expect(problem).toBeFocused();
  await expect(problem).toContainText("“roadmap.png” is not a text file.");

  await field(person, "Or a file").setInputFiles({
    name: "roadmap.md",
    mimeType: "text/markdown",
    buffer: Buffer.from(jotted(drafts[4])),
  });
  await person.press(button(person, "Preview"));
  await arrivesAt(person, "What it becomes");
  await expect(field(person, "Your roadmap")).toHaveValue(jotted(drafts[4]));
  await person.press(button(person, "Bring it in"));
  await arrivesAt(person, /^Django roadmap/);
  await expect(row(person, drafts[4].theme)).toContainText("1 ready");
});
