import { arrivesAt, button, field, link, saidThat, signsInByMail } from "./support/steps";
import { expect, test, waysOf } from "./support/story";

const theme = "Website: people cannot find things";
const task = "Collect ten pages that nobody can find, with how you looked for them";

for (const [index, { by, use }] of waysOf("keyboard, phone").entries()) {
  test.describe(by, () => {
    test.use(use);

    test("a newcomer reads the roadmap, claims a task through signing in, and hands it back", async ({ person }) => {
      const { page } = person;
      const plan = `I begin with the search of the website, ${by}.`;
      const handOver = `Five pages are found; the list is in the ticket. Left ${by}.`;

      await page.goto("/django");
      await arrivesAt(person, "Django");
      await person.press(link(person, /\d themes on the roadmap$/));
      await arrivesAt(person, /^Django roadmap/);
      await person.press(link(person, theme));
      await arrivesAt(person, theme);
      await person.press(link(person, task));

      await arrivesAt(person, task);
      await expect(page.getByRole("heading", { name: "It is free" })).toBeVisible();
      await person.write(field(person, /^How you want to begin/), plan);
      await person.press(button(person, "Claim this task"));

      await expect(page.getByText("What you wrote is kept.")).toBeVisible();
      await signsInByMail(person, `newcomer-${index}@example.net`, "Aiko Tanaka");

      await arrivesAt(person, task);
      await saidThat(person, "This task is yours: 3 days left.");
      const mine = page.getByRole("region", { name: "This task is yours" });
      await expect(mine).toContainText("2 days and 23 hours left");
      await expect(page.getByRole("main")).toContainText(plan);

      await person.press(page.getByRole("link", { name: "My work" }));
      await arrivesAt(person, "My work");
      const now = page.getByRole("region", { name: "Yours now" });
      await expect(now.getByRole("listitem")).toHaveCount(1);
      await expect(now).toContainText("2 days and 23 hours left");
      await person.press(now.getByRole("link", { name: task }));

      await arrivesAt(person, task);
      await person.choose(mine.getByRole("radio", { name: "I am handing it back" }));
      await person.write(mine.getByLabel("A note for whoever reads this next"), handOver);
      await person.press(mine.getByRole("button", { name: "Save" }));

      await arrivesAt(person, task);
      await saidThat(person, "Handed back. Your note is on the task for whoever comes next.");
      await expect(page.getByRole("heading", { name: "It is free" })).toBeVisible();
      const before = page.getByRole("region", { name: "Who was here before" });
      await expect(before.getByRole("listitem").filter({ hasText: handOver })).toContainText(
        "Aiko Tanaka handed it back",
      );
    });
  });
}
