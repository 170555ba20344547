import { expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { addAwaitedQuestions, addBlockers, addTasks } from "../../../db/queries/task-writing.server";
import { addThemes } from "../../../db/queries/theme-writing.server";
import { openApp } from "../../support/app";
import { makeCast, readyTask, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { wordsOf } from "../../support/page";

const { db, sql, address } = await testDatabase();
const { mireia, zoe, django } = await makeCast(db);
const app = await openApp(address);
const passer = app.visitor();
const theme = `/django/themes/${django.themeSlug}`;
const [one = 0, two = 0, three = 0] = django.ready;
const idOf = (number: number) => django.ids.get(number) ?? 0;

it("a theme in which nothing waits leads to no picture, and the picture's page says so", async () => {
  expect((await passer.get(theme)).text).not.toContain(`${theme}/dependencies`);
  expect(wordsOf(await passer.get(`${theme}/dependencies`))).toContain("Nothing in this theme waits for anything.");
});

it("anybody reads what waits for what, as a picture and in words, without JavaScript", async () => {
  const [question] =
    await sql`select id::int from questions where community_id = ${django.id} and number = ${django.question}`;
  const outside = await change(db, stage, "set the stage", async (tx) => {
    const [other] = await addThemes(tx, django.id, [{ title: "Type hints", why: "", state: "active" }]);
    const place = { communityId: django.id, themeId: other?.id ?? 0, pillarId: null };
    const [made] = await addTasks(tx, place, [readyTask("Annotate <one> module")]);
    await addBlockers(tx, django.id, [idOf(two)], [idOf(one), made?.id ?? 0]);
    await addBlockers(tx, django.id, [idOf(three)], [idOf(two)]);
    await addAwaitedQuestions(tx, django.id, idOf(three), [question?.id]);
    return made?.number ?? 0;
  });
  expect((await passer.get(theme)).text).toContain(`<a href="${theme}/dependencies">See what waits for what</a>`);

  const page = await passer.get(`${theme}/dependencies`);
  expect(page.status).toBe(200);
  expect(page.text).not.toMatch(/<script|style=/);
  const svg =
    /<svg[^>]*width="[\s\S]*?<\/svg>/.exec(page.text.slice(page.text.indexOf("from left to right")))?.[0] ?? "";
  expect(svg).toContain(`aria-label="Task ${one}: Name hasher one. Ready"`);
  expect(svg).toContain(`aria-label="Task ${three}: Name hasher three. Waits"`);
  expect(svg).toContain(`aria-label="Task ${outside}: Annotate &lt;one&gt; module. Ready, in Type hints"`);
  expect(svg).toContain(`aria-label="Question ${django.question}: Which hasher comes first?. Open question"`);
  expect(svg.match(/marker-end/g)).toHaveLength(4);

  const words = wordsOf(page).slice(wordsOf(page).indexOf("In words"));
  const places = ["Name hasher one", "After that", "Name hasher two", "Then, as step 3", "Name hasher three"].map(
    (name) => words.indexOf(name),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(words).toMatch(
    /Name hasher two .*waits for (Name hasher one and Annotate <one> module|Annotate <one> module and Name hasher one)/,
  );
  expect(words).toContain("in Type hints");
});

it("whoever holds a task is named in both", async () => {
  await (await app.signedIn(zoe)).post(`/django/tasks/${one}/claim`, { note: "" });
  const page = await passer.get(`${theme}/dependencies`);
  expect(page.text).toContain(`aria-label="Task ${one}: Name hasher one. Held by Zoë Lindqvist"`);
  expect(wordsOf(page)).toContain("Held by Zoë Lindqvist until");
});

it("a theme that was taken off the roadmap says so", async () => {
  await (await app.signedIn(zoe)).post(`/django/tasks/${one}/claim/ending`, { reason: "released", note: "" });
  await (await app.signedIn(mireia)).post(`${theme}/deletion`);
  expect((await passer.get(`${theme}/dependencies`)).status).toBe(410);
});
