import { expectAccessible } from "./support/accessible";
import { startApp } from "./support/app";
import { drafts, jotted } from "./support/outlines";
import { addressOf, arrivesAt, button, field, looksAroundAs, saidThat } from "./support/steps";
import { type Person, test } from "./support/story";

// Each viewer's pages are one test; the two halves of the machine share them.
test.describe.configure({ mode: "parallel", timeout: 240_000 });
// Half-way through a change of colours, contrast says nothing.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const theme = "/django/themes/modernise-contrib-auth";
const free = "Verify that every auth template passes an accessibility check";
const held = "Document how to add a second factor with today's hooks";
const unready = "Write down what a TOTP second step needs from the login view";
const finished = "Read the last five years of forum threads on contrib.auth and list what people asked for";
const decided = "What would an experiment look like that we could throw away?";

/** Goes there and looks whether the page is accessible. */
async function visits(person: Person, name: string, path: string): Promise<void> {
  await person.page.goto(path);
  await expectAccessible(person, name);
}

/** Waits for the page that says what is wrong, and looks whether it is accessible. */
async function showsRefusal(person: Person, name: string): Promise<void> {
  await person.page.getByRole("alert").waitFor();
  await expectAccessible(person, name);
}

test("every page is accessible to somebody signed out", async ({ person, another }) => {
  const { page, noise } = person;
  const task = (title: string) => addressOf(person, theme, title);

  await visits(person, "home", "/");
  await visits(person, "community", "/django");
  await visits(person, "roadmap", "/django/roadmap");
  await visits(person, "theme", theme);
  await visits(person, "task free", await task(free));
  await visits(person, "task held", await task(held));
  await visits(person, "task not ready", await task(unready));
  await visits(person, "task finished", await task(finished));
  await visits(person, "tasks", "/django/tasks");
  await visits(person, "tasks of a kind without any", "/django/tasks?kind=review");
  await visits(person, "question open", "/django/questions/1");
  await visits(person, "question decided", await addressOf(person, "/django/themes/type-hints", decided));
  await visits(person, "what waits for what", `${theme}/dependencies`);
  await visits(person, "decisions", "/django/decisions");
  await visits(person, "mailbox empty", "/mailbox");

  await visits(person, "sign in", "/sign-in");
  noise.expects(422);
  await person.write(field(person, "Your e-mail address"), "nobody");
  await person.press(button(person, "Send me a link"));
  await showsRefusal(person, "sign in refused");
  await person.write(field(person, "Your e-mail address"), "axe@example.net");
  await person.press(button(person, "Send me a link"));
  await arrivesAt(person, "Look in your mail");
  await expectAccessible(person, "sign in sent");
  await visits(person, "mailbox", "/mailbox");
  await person.press(page.getByRole("region", { name: "Your link to sign in" }).getByRole("link"));
  await arrivesAt(person, "Welcome aboard");
  await expectAccessible(person, "link");
  await person.press(button(person, "Sign in"));
  await showsRefusal(person, "link refused");
  const link = page.url();
  await person.write(field(person, "Your name"), "Aiko Tanaka");
  await person.press(button(person, "Sign in"));
  await person.press(page.getByRole("button", { name: "Sign out" }));
  await saidThat(person, "You are signed out.");
  await expectAccessible(person, "said");

  noise.expects(410);
  await visits(person, "link used", link);
  noise.expects(404);
  await visits(person, "not found", "/django/tasks/9999");
  noise.expects(405);
  await visits(person, "takes only forms", "/sign-out");

  const mireia = await another();
  const gone = await task("Experiment: passkey login in a sample project");
  await mireia.page.goto(`${gone}/deletion`);
  await looksAroundAs(mireia, "an organizer");
  await mireia.press(button(mireia, "Delete the task"));
  await visits(person, "gone", gone);
});

test("every page is accessible to a newcomer", async ({ person, another }) => {
  const { page, noise } = person;
  const task = (title: string) => addressOf(person, theme, title);

  await page.goto("/");
  await looksAroundAs(person, "a newcomer");
  await expectAccessible(person, "newcomer home");
  await visits(person, "newcomer community", "/django");
  await visits(person, "newcomer roadmap", "/django/roadmap");
  await visits(person, "newcomer theme", theme);
  await visits(person, "newcomer tasks", "/django/tasks");
  await visits(person, "newcomer work empty", "/my-work");
  await visits(person, "newcomer task held", await task(held));

  const wanted = await task(free);
  await visits(person, "newcomer task free", wanted);
  const priya = await another();
  await priya.page.goto(wanted);
  await looksAroundAs(priya, "a mentor");
  await priya.press(button(priya, "Claim this task"));
  await saidThat(priya, "This task is yours");
  noise.expects(409);
  await person.write(field(person, /^How you want to begin/), "With the password reset.");
  await person.press(button(person, "Claim this task"));
  await arrivesAt(person, "This one is not free");
  await expectAccessible(person, "newcomer too late");

  await page.goto(await task("Reproduce the open tickets about password reset and note which still happen on main"));
  await person.write(field(person, /^How you want to begin/), "With the oldest ticket.");
  await person.press(button(person, "Claim this task"));
  await saidThat(person, "This task is yours");
  await expectAccessible(person, "newcomer task mine");
  noise.expects(422);
  await person.press(button(person, "Save"));
  await showsRefusal(person, "newcomer ending refused");
  await visits(person, "newcomer work", "/my-work");
  await visits(person, "newcomer guidance", "/django/roadmap/guidance");
  await person.press(button(person, "Prepare this").first());
  await arrivesAt(person, /^Make ready/);
  await expectAccessible(person, "newcomer preparation");

  await visits(person, "newcomer me", "/me");
  await person.write(field(person, "Your name"), "");
  await person.press(button(person, "Save"));
  await showsRefusal(person, "newcomer me refused");
  noise.expects(403);
  await visits(person, "newcomer forbidden", `${theme}/edit`);
});

test("every page about the roadmap is accessible to an organizer", async ({ person }) => {
  const { page, noise } = person;
  const main = page.getByRole("main");

  await page.goto("/django");
  await looksAroundAs(person, "an organizer");
  await expectAccessible(person, "organizer community");
  await visits(person, "organizer roadmap", "/django/roadmap");
  await page.goto(theme);
  await person.press(main.getByText("Add a pillar", { exact: true }));
  await person.press(main.getByText("Ask a question", { exact: true }));
  await expectAccessible(person, "organizer theme");

  noise.expects(422);
  await visits(person, "organizer theme new", "/django/themes/new");
  await person.press(button(person, "Add the theme"));
  await showsRefusal(person, "organizer theme new refused");
  await visits(person, "organizer theme edit", `${theme}/edit`);
  await visits(person, "organizer theme deletion", `${theme}/deletion`);
  await page.goto(theme);
  await person.press(page.getByRole("link", { name: "Edit Two-factor" }));
  await arrivesAt(person, /pillar/);
  await expectAccessible(person, "organizer pillar edit");

  await visits(person, "organizer question", "/django/questions/1");
  await person.press(button(person, "Put the answer on record"));
  await showsRefusal(person, "organizer question refused");

  await visits(person, "organizer import", "/django/roadmap/import");
  await person.press(button(person, "Preview"));
  await showsRefusal(person, "organizer import refused");
  await person.write(field(person, "Your roadmap"), jotted(drafts[0]));
  await person.press(button(person, "Preview"));
  await arrivesAt(person, "What it becomes");
  await expectAccessible(person, "organizer preview");
});

test("every page about a task is accessible to an organizer", async ({ person, another }) => {
  const { page, noise } = person;
  const task = (title: string) => addressOf(person, theme, title);
  await page.goto("/django");
  await looksAroundAs(person, "an organizer");
  await visits(person, "organizer task", await task(unready));
  await visits(person, "organizer task held", await task(held));
  await visits(person, "organizer nearly ready", "/django/tasks/nearly-ready");

  noise.expects(422);
  await visits(person, "organizer task new", `${theme}/tasks/new`);
  await person.press(button(person, "Add the task"));
  await showsRefusal(person, "organizer task new refused");
  const edited = await task(unready);
  await visits(person, "organizer task edit", `${edited}/edit`);
  const elsewhere = await another();
  await elsewhere.page.goto(`${edited}/edit`);
  await looksAroundAs(elsewhere, "an organizer");
  await elsewhere.write(field(elsewhere, "Notes"), "The forum has a drawing.");
  await elsewhere.press(button(elsewhere, "Save the task"));
  await saidThat(elsewhere, "The task is saved.");
  noise.expects(409);
  await person.write(field(person, "Notes"), "Ask who drew the first one.");
  await person.press(button(person, "Save the task"));
  await showsRefusal(person, "organizer task edit clash");
  await visits(person, "organizer division", `${edited}/division`);
  await person.press(button(person, "Divide the task"));
  await showsRefusal(person, "organizer division refused");
  await visits(person, "organizer division of held", `${await task(held)}/division`);
  await visits(person, "organizer task deletion", `${edited}/deletion`);
  await visits(person, "organizer task deletion of held", `${await task(held)}/deletion`);
});

test("every page is accessible in a Portolan that has nothing in it yet", async ({ person }) => {
  const app = await startApp();
  try {
    const { page, noise } = person;
    await page.goto(app.url);
    await person.press(page.getByText("Start your own"));
    await expectAccessible(person, "banner open");
    await person.press(page.getByRole("button", { name: "Clear the example" }));
    await arrivesAt(person, "Create your community");
    const setup = page.url();
    await expectAccessible(person, "setup");
    await visits(person, "home empty", app.url);
    await page.goto(setup);
    noise.expects(422);
    await person.press(button(person, "Create the community"));
    await showsRefusal(person, "setup refused");
    await person.write(field(person, "What the community is called"), "Wagtail");
    await person.write(field(person, "Your name"), "Omar Haddad");
    await person.write(field(person, "Your e-mail address"), "omar@example.net");
    await person.press(button(person, "Create the community"));
    await arrivesAt(person, "Wagtail");
    await expectAccessible(person, "community empty for its organizer");
    await visits(person, "roadmap empty for its organizer", `${app.url}/wagtail/roadmap`);
    noise.expects(410);
    await visits(person, "setup used", setup);
    await person.press(page.getByRole("button", { name: "Sign out" }));
    await visits(person, "community empty", `${app.url}/wagtail`);
    await visits(person, "roadmap empty", `${app.url}/wagtail/roadmap`);
    await visits(person, "tasks empty", `${app.url}/wagtail/tasks`);
  } finally {
    await app.stop();
  }
});
