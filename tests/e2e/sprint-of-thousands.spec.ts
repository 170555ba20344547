import { expectAccessible } from "./support/accessible";
import { backstage } from "./support/crowd";
import { plansASprint } from "./support/sprints";
import { arrivesAt, button, heading, link, saidThat, signsInByMail } from "./support/steps";
import { expect, test } from "./support/story";

test("two thousand people are paired beside the pages: one organizer looks on, another without JavaScript is told who is at it and stops it, and it ends at the table", async ({
  person: mireia,
  another,
  app,
}) => {
  const path = await plansASprint(mireia, "Thousands");
  const zoe = await another({ javaScriptEnabled: false });
  await zoe.page.goto("/sign-in");
  await signsInByMail(zoe, "zoe.of.thousands@example.org", "Zoë Ito");

  await backstage(app, path, async ({ crowdComes, organizes, whileItIsHeld }) => {
    await crowdComes(2_000);
    await organizes("zoe.of.thousands@example.org");
    for (const { page } of [mireia, zoe]) await page.goto(`${path}/plan`);

    await whileItIsHeld(async () => {
      await mireia.press(button(mireia, "Pair 2,000 newcomers"));
      await arrivesAt(mireia, "Pairing 2,001 people");
      await saidThat(mireia, "The pairing has begun.");
      await expect(mireia.page.locator("[aria-current=step]")).toHaveText("Now Reading who comes");
      await expectAccessible(mireia, "a crowd is being paired");

      zoe.noise.expects(409);
      await zoe.press(button(zoe, "Pair 2,000 newcomers"));
      await arrivesAt(zoe, "The pairing was not run");
      await expect(zoe.page.getByText("Mireia Puig is having 2,001 people paired at this moment.")).toBeVisible();
      await zoe.press(link(zoe, "Look at the table"));
      await arrivesAt(zoe, "Pairing 2,001 people");
      await zoe.press(link(zoe, "Look again"));
      await zoe.press(button(zoe, "Stop the pairing"));
      for (const person of [zoe, mireia]) {
        await arrivesAt(person, "The pairing table");
        await saidThat(person, "Zoë Ito stopped the pairing. Everything is as it was before.");
      }

      await mireia.press(button(mireia, "Pair 2,000 newcomers"));
      await arrivesAt(mireia, "Pairing 2,001 people");
      await zoe.page.reload();
      await arrivesAt(zoe, "Pairing 2,001 people");
    });

    await arrivesAt(mireia, "The pairing table");
    await saidThat(mireia, "Here is the best plan there is.");
    await zoe.press(link(zoe, "Look again"));
    await expect(heading(zoe, "The pairing table")).toBeVisible();
    await expect(zoe.page.getByText("2 of 2,000 newcomers paired, the most there can be.")).toBeVisible();
  });
});
