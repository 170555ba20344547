import { handsOn } from "./support/hands";
import { plansASprint } from "./support/sprints";
import { arrivesAt, button, field, saidThat, signsInByMail } from "./support/steps";
import { expect, type Person, test } from "./support/story";

const [ines, juno, runa, teo] = ["Ines Wood", "Juno Park", "Runa Holt", "Teo Marsh"] as const;

/** Two newcomers and two mentors, each of whom knows what one of them wants. Addresses differ from story to story. */
const table = (story: string) => `role,name,email,languages,skills,wants_to_learn,attendance,capacity,hours
mentor,${runa},runa@${story}.example.net,en,docs,,in person,2,8
mentor,${teo},teo@${story}.example.net,en,css,,in person,2,8
newcomer,${ines},ines@${story}.example.net,en,,docs,in person,,
newcomer,${juno},juno@${story}.example.net,en,,css,in person,,
`;

/** An organizer plans a sprint to which these four come, and has them paired. Returns the path of the table. */
async function pairsThem(person: Person, story: string): Promise<string> {
  const organizer = { ...person, ...handsOn.mouse(person.page) };
  const path = await plansASprint(organizer, `Pairs ${story}`);
  await organizer.page.goto(`${path}/registrations/import`);
  await organizer.write(field(organizer, "The table"), table(story));
  await organizer.press(button(organizer, "Preview"));
  await organizer.press(button(organizer, "Bring it in"));
  await saidThat(organizer, "4 people came in.");
  await organizer.page.goto(`${path}/plan`);
  await organizer.press(button(organizer, "Pair 2 newcomers"));
  await saidThat(organizer, "Here is the best plan there is.");
  return `${path}/plan`;
}

const seatsWith = ({ page }: Person, mentor: string) => page.getByRole("list", { name: mentor, exact: true });
const handle = ({ page }: Person, name: string) =>
  page.getByRole("button", { name: `Move by hand: ${name}`, exact: true });
const hears = ({ page }: Person, words: string | RegExp) =>
  expect(page.getByRole("status").filter({ hasText: words })).toBeAttached();
const comesToLife = ({ page }: Person) =>
  expect(page.getByText("To move it with the keyboard, press Space").first()).toBeAttached();

test("an organizer moves newcomers with the mouse and the keyboard, and knows what it costs before; a colleague's table follows", async ({
  person: mireia,
  another,
}) => {
  const { page } = mireia;
  const plan = await pairsThem(mireia, "by-hand");
  const colleague = await another({ storageState: await mireia.context.storageState() });
  await colleague.page.goto(plan);
  await expect(seatsWith(colleague, runa)).toContainText(ines);

  await comesToLife(mireia);
  // Near an edge the page would scroll away under what is carried.
  await handle(mireia, ines).evaluate((element) => element.scrollIntoView({ block: "center" }));
  const from = await handle(mireia, ines).boundingBox();
  const to = await seatsWith(mireia, teo).boundingBox();
  if (!from || !to) throw new Error("the table has nobody on it");
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 20, { steps: 3 });
  await page.mouse.move(to.x + 60, to.y + 20, { steps: 6 });
  await hears(mireia, /^With Teo Marsh\. Fits \d+ of 100, \d+ less than now\. Nobody else moves\.$/);
  await page.mouse.up();
  await hears(mireia, `${ines} is with ${teo} now.`);
  await expect(seatsWith(mireia, teo).getByRole("listitem").filter({ hasText: ines })).toContainText("moved by hand");
  await expect(seatsWith(colleague, teo)).toContainText(ines);

  await handle(mireia, juno).focus();
  await page.keyboard.press("Space");
  await hears(mireia, `You have picked up ${juno}, with ${teo}.`);
  await page.keyboard.press("ArrowLeft");
  await hears(mireia, /^With Runa Holt\. Fits \d+ of 100/);
  await page.keyboard.press("ArrowLeft");
  await hears(mireia, "Among those who wait.");
  await page.keyboard.press("Space");
  await hears(mireia, `${juno} is among those who wait now.`);
  await expect(page.getByRole("heading", { name: "One newcomer waits" })).toBeVisible();
  await expect(handle(mireia, juno)).toBeFocused();
  await mireia.press(button(mireia, `Take back: Mireia Puig let ${juno} wait`));
  await expect(seatsWith(mireia, teo)).toContainText(juno);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an organizer asks what a seat costs, moves a newcomer and publishes; the newcomer reads why, and no more", async ({
    person: mireia,
    another,
  }) => {
    const { page } = mireia;
    await pairsThem(mireia, "by-form");
    await mireia.press(page.getByRole("link", { name: `Change: ${ines}` }));
    await expect(page.getByRole("heading", { name: ines })).toBeVisible();
    const seat = page.getByRole("radio", { name: new RegExp(`^${teo}`) });
    await expect(page.getByRole("main")).toContainText(/less than now\. Nobody else moves\. One seat is free\./);
    await mireia.choose(seat);
    await mireia.press(button(mireia, "Move in the draft"));
    await saidThat(mireia, "Moved. Nobody has been told.");
    await expect(seatsWith(mireia, teo)).toContainText("despite none of the skills to be learned");
    await mireia.press(button(mireia, "Publish 2 pairs"));
    await saidThat(mireia, "2 pairs are published, and 3 people have been told.");

    const newcomer = await another();
    await newcomer.page.goto("/sign-in");
    await signsInByMail(newcomer, "ines@by-form.example.net");
    await newcomer.page.goto("/my-work");
    await newcomer.press(newcomer.page.getByRole("main").getByRole("link", { name: teo, exact: true }).first());
    await arrivesAt(newcomer, `You and ${teo}`);
    const why = newcomer.page.getByRole("region", { name: "Why you two" });
    await expect(why).toContainText("because 24 shared hours");
    await expect(why).not.toContainText(/despite|Fits|of 100/);
  });
});
