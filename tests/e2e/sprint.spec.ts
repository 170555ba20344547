import { readFile } from "node:fs/promises";
import { expectToFit } from "./support/accessible";
import { dayFromToday, opensLetter, plansASprint, registers } from "./support/sprints";
import { arrivesAt, button, field, heading, link, looksAroundAs, saidThat } from "./support/steps";
import { expect, test, waysOf } from "./support/story";

// Three people and their browsers take a while each; the two halves of the machine share the stories.
test.describe.configure({ mode: "parallel", timeout: 120_000 });

const example = "/django/sprints/django-on-the-med-palafrugell";

for (const [index, { by, use }] of waysOf("mouse, no scripts").entries()) {
  test.describe(by, () => {
    const { hands, ...browser } = use;
    test.use({ hands, ...browser });

    test("a newcomer finds the public page of a sprint, registers, is paired, and reads what their mentor writes", async ({
      person: aiko,
      another,
    }) => {
      const sprint = `Cork and code ${index + 1}`;
      const newcomer = { name: "Aiko Tanaka", email: `aiko-${index}@example.net` };
      const mentor = { name: "Jonas Lindqvist", email: `jonas-${index}@example.net` };
      const mireia = await another(browser);
      const jonas = await another(browser);

      const path = await plansASprint(mireia, sprint);
      await registers(aiko, { path, sprint, as: "As a newcomer", who: newcomer });
      await expect(aiko.page.getByRole("region", { name: "Your part" })).toContainText(
        "You come as a newcomer, on site, every day.",
      );
      await expectToFit(aiko.page, "the sprint's page");
      await registers(jonas, { path, sprint, as: "As a mentor", who: mentor });

      await mireia.press(link(mireia, "Overview"));
      await arrivesAt(mireia, "Overview");
      await mireia.press(link(mireia, "Plan the pairs"));
      await arrivesAt(mireia, "The pairing table");
      await mireia.press(button(mireia, "Pair the newcomer"));
      await saidThat(mireia, "Here is the best plan there is. Nobody has been told.");
      const seats = mireia.page.getByRole("list", { name: mentor.name });
      const seat = seats.getByRole("listitem").filter({ hasText: newcomer.name });
      await expect(seat).toContainText("because 24 shared hours, both are on site");
      await mireia.press(button(mireia, "Publish 1 pair"));
      await saidThat(mireia, "1 pair is published, and 2 people have been told.");
      await expect(seat.getByRole("link", { name: newcomer.name, exact: true })).toBeVisible();

      await opensLetter(aiko, { subject: `Your mentor at ${sprint}`, to: newcomer.email });
      await arrivesAt(aiko, `You and ${mentor.name}`);
      await expect(aiko.page.getByText("Nobody has checked in yet.")).toBeVisible();

      await jonas.page.goto(path);
      await jonas.press(link(jonas, "Who needs you"));
      await arrivesAt(jonas, `Who needs you, ${mentor.name}`);
      const theirs = jonas.page.getByRole("region", { name: "Your newcomers" }).getByRole("listitem");
      await expect(theirs).toHaveCount(1);
      await jonas.press(theirs.getByRole("link", { name: `Say hello to ${newcomer.name}` }));
      await arrivesAt(jonas, `You and ${newcomer.name}`);
      const how = jonas.page.getByRole("form", { name: "Check in" });
      await jonas.choose(how.getByRole("radio", { name: "It goes slowly" }));
      await jonas.write(how.getByLabel("What is in the way?"), "I land at noon; begin without me.");
      await jonas.press(how.getByRole("button", { name: "Check in" }));
      await saidThat(jonas, "Noted. Both of you can read it here.");

      await aiko.press(aiko.page.getByRole("link", { name: "My work" }));
      await arrivesAt(aiko, "My work");
      await aiko.press(
        aiko.page.getByRole("region", { name: "Your pairs" }).getByRole("link", { name: mentor.name, exact: true }),
      );
      await arrivesAt(aiko, `You and ${mentor.name}`);
      const news = aiko.page.getByRole("region", { name: "What you wrote to each other" }).getByRole("listitem");
      await expect(news.filter({ hasText: "I land at noon; begin without me." })).toContainText(mentor.name);
    });
  });
}

test("a sprint that would end before it begins is refused at both days, and what was typed is kept", async ({
  person,
}) => {
  const { page, noise } = person;
  await page.goto("/django/sprints/new");
  await looksAroundAs(person, "an organizer");
  await page.goto("/django/sprints/new");
  await person.write(field(person, "Name"), "Backwards");
  await person.write(field(person, "First day"), dayFromToday(12));
  await person.write(field(person, "Last day"), dayFromToday(10));
  await person.write(field(person, "Place"), "The town hall");
  noise.expects(422);
  await person.press(button(person, "Plan the sprint"));

  const problem = page.getByRole("alert", { name: "There is a problem" });
  await expect(problem).toBeFocused();
  const links = problem.getByRole("link");
  await expect(links).toHaveText([/^The first day, .+ is after the last\./, /^The last day, .+ is before the first\./]);
  for (const [label, days] of [
    ["First day", 12],
    ["Last day", 10],
  ] as const) {
    await expect(field(person, label)).toHaveAttribute("aria-invalid", "true");
    await expect(field(person, label)).toHaveValue(dayFromToday(days));
  }
  await expect(field(person, "Name")).toHaveValue("Backwards");
  await expect(field(person, "Place")).toHaveValue("The town hall");
  await links.last().click();
  await expect(field(person, "Last day")).toBeFocused();

  await person.write(field(person, "Last day"), dayFromToday(12));
  await person.press(button(person, "Plan the sprint"));
  await arrivesAt(person, "Backwards");
});

test("the public page of a sprint sends no JavaScript, and its days go into a calendar", async ({ person }) => {
  const { page } = person;
  const scripts: string[] = [];
  page.on("request", (request) => request.resourceType() === "script" && scripts.push(request.url()));
  await page.goto(example);
  await expect(heading(person, "Django on the Med, Palafrugell")).toBeVisible();
  await page.waitForLoadState("load");
  expect(scripts).toEqual([]);
  expect(await page.locator("script, link[rel=modulepreload]").count()).toBe(0);
  await expect(page.getByRole("img", { name: "The address of this page, as a QR code" })).toBeVisible();

  const saves = link(person, "Put the days in your calendar");
  const answer = await page.request.get((await saves.getAttribute("href")) ?? "");
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  const [download] = await Promise.all([page.waitForEvent("download"), person.press(saves)]);
  expect(download.suggestedFilename()).toBe("django-on-the-med-palafrugell.ics");
  const calendar = await readFile(await download.path(), "utf8");
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(calendar.match(/^BEGIN:VEVENT/gm)).toHaveLength(3);
});
