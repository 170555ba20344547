import { expectAccessible } from "./support/accessible";
import { plansASprint } from "./support/sprints";
import { arrivesAt, button, field, link, looksAroundAs, saidThat } from "./support/steps";
import { expect, type Person, test } from "./support/story";

// Each viewer's pages are one test; the two halves of the machine share them.
test.describe.configure({ mode: "parallel", timeout: 120_000 });
// Half-way through a change of colours, contrast says nothing.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const sprint = "/django/sprints/django-on-the-med-palafrugell";

/** A table with one fault, so that its preview shows people and what has to be put right. */
const table = `role,name,email,time_zone,languages,days,attendance
newcomer,Ada Puig,ada@example.org,Europe/Madrid,en; ca,all,in person
mentor,Omar Haddad,omar@example.org,Africa/Atlantis,en; ar,day 1,online
`;

/** Goes there and looks whether the page is accessible. */
async function visits(person: Person, name: string, path: string): Promise<void> {
  const answer = await person.page.goto(path);
  expect(answer?.status(), path).toBe(200);
  await expectAccessible(person, name);
}

test("a sprint's public pages are accessible to somebody signed out", async ({ person }) => {
  await visits(person, "sprints", "/django/sprints");
  await visits(person, "sprint", sprint);
});

test("a sprint's pages are accessible to somebody who registers, and to a mentor", async ({ person, another }) => {
  const { page, noise } = person;
  const ana = await another();
  await ana.page.goto("/");
  await looksAroundAs(ana, "a newcomer");
  await visits(ana, "newcomer registration", `${sprint}/registration`);

  await page.goto(sprint);
  await looksAroundAs(person, "a mentor");
  await expectAccessible(person, "mentor sprint");
  await visits(person, "mentoring", `${sprint}/mentoring`);
  await person.press(
    page.getByRole("region", { name: "Your newcomers" }).getByRole("heading").getByRole("link").first(),
  );
  await arrivesAt(person, /^You and /);
  await person.press(page.getByText("Say when you meet next", { exact: true }));
  await person.press(page.getByText("Book a lock-in", { exact: true }));
  await person.press(page.locator("summary", { hasText: "End this pair" }));
  await expectAccessible(person, "mentor pair");
  noise.expects(422);
  await person.press(button(person, "Check in"));
  await arrivesAt(person, "Not checked in yet");
  await expectAccessible(person, "mentor check-in refused");
});

test("a sprint's pages are accessible to an organizer who plans it", async ({ person }) => {
  const { page, noise } = person;
  await page.goto("/django/sprints");
  await looksAroundAs(person, "an organizer");
  await expectAccessible(person, "organizer sprints");
  await visits(person, "organizer sprint", sprint);
  await visits(person, "organizer sprint edit", `${sprint}/edit`);
  await visits(person, "organizer sprint new", "/django/sprints/new");
  noise.expects(422);
  await person.press(button(person, "Plan the sprint"));
  await page.getByRole("alert").waitFor();
  await expectAccessible(person, "organizer sprint new refused");
  await visits(person, "organizer registrations", `${sprint}/registrations`);
  await visits(person, "organizer registrations import", `${sprint}/registrations/import`);
  await person.write(field(person, "The table"), table);
  await person.press(button(person, "Preview"));
  await arrivesAt(person, "What it becomes");
  await expect(page.getByRole("region", { name: "To put right" })).toContainText("Line 3");
  await expectAccessible(person, "organizer registrations preview");
});

test("what is asked before a registration is answered is accessible to whoever asks, and to whoever answers", async ({
  person,
  another,
}) => {
  const { page } = person;
  const path = await plansASprint(person, "Read first");
  await page.goto(`${path}/edit`);
  await person.choose(field(person, /^Organizers read each registration first/));
  await person.press(button(person, "Save the sprint"));
  const ana = await another();
  await ana.page.goto("/");
  await looksAroundAs(ana, "a newcomer");
  await ana.page.goto(`${path}/registration`);
  for (const day of await ana.page.locator("[name^=day-]").all()) await day.check();
  await ana.press(button(ana, "Register"));

  await page.goto(`${path}/registrations?part=review`);
  await person.press(page.getByRole("main").getByRole("listitem").getByRole("link", { name: /Abara/ }));
  person.noise.expects(422);
  await person.press(button(person, "Ask them something"));
  await expectAccessible(person, "organizer question refused");
  await person.write(field(person, /^Your question to/), "Do you bring a laptop?");
  await person.press(button(person, "Ask them something"));
  await expectAccessible(person, "organizer registration asked");

  await visits(ana, "newcomer sprint asked", path);
  await ana.press(link(ana, "Read it, and answer"));
  await expectAccessible(ana, "newcomer registration asked");
  ana.noise.expects(422);
  await ana.press(button(ana, "Send your answer"));
  await expectAccessible(ana, "newcomer answer refused");
  await ana.write(field(ana, "Your answer"), "An old one.");
  await ana.press(button(ana, "Send your answer"));
  await saidThat(ana, "The organizers read it with your registration");
  await page.reload();
  await expect(page.getByRole("region", { name: /was asked$/ })).toContainText("An old one.");
  await expectAccessible(person, "organizer registration answered");
});

test("a sprint's pages are accessible to an organizer who pairs its people", async ({ person }) => {
  const { page } = person;
  await page.goto(sprint);
  await looksAroundAs(person, "an organizer");
  await visits(person, "organizer overview", `${sprint}/overview`);
  await visits(person, "organizer before pairing", `${sprint}/readiness`);
  await visits(person, "organizer plan", `${sprint}/plan`);
  await person.press(button(person, /^Pair (the newcomer|\d+ newcomers)$/));
  await expect(page.getByText("Draft: nobody has been told")).toBeVisible();
  await expectAccessible(person, "organizer plan draft");
  if (process.env.LOOKS === "whole") {
    await page
      .getByRole("button", { name: /^Move by hand/ })
      .first()
      .focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await expectAccessible(person, "somebody is carried over the table");
    await page.keyboard.press("Escape");
    await visits(person, "how a sprint pairs", `${sprint}/plan/settings`);
    await page.goto(`${sprint}/plan`);
  }
  await person.press(
    page
      .getByRole("main")
      .getByRole("link", { name: /^(Change|Find a seat)/ })
      .first(),
  );
  await expect(link(person, "Close")).toBeVisible();
  await expectAccessible(person, "organizer plan moving");
  await page.goto(`${sprint}/overview`);
  await person.press(
    page
      .getByRole("region", { name: /^Pairs/ })
      .getByRole("heading", { level: 3 })
      .getByRole("link")
      .first(),
  );
  await arrivesAt(person, / and /);
  await expectAccessible(person, "organizer pair");
});
