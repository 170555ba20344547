import { beforeAll, expect, it } from "vitest";
import { runPlan } from "../../db/queries/planning.server";
import { openApp } from "../support/app";
import { makeCast, stage } from "../support/cast";
import { comes, sprintOf } from "../support/crowd";
import { testDatabase } from "../support/database";
import type { Browser } from "../support/http";
import { prepareTask } from "../support/preparations";

const { db, address } = await testDatabase();
const cast = await makeCast(db);
const app = await openApp(address);
const preparation = await prepareTask(db, cast.django, cast.zoe);
const [one = 0, two = 0, three = 0] = cast.django.ready;
const { themeSlug, question, decided, decision, sprint } = cast.django;

let passer: Browser;
let kofi: Browser;
let mireia: Browser;

beforeAll(async () => {
  [passer, kofi, mireia] = [app.visitor(), await app.signedIn(cast.kofi), await app.signedIn(cast.mireia)];
  await comes(db, cast.django, "Priya Sharma", { seats: 2, themes: [cast.django.themeId] });
  await comes(db, cast.django, "Ines Wood", { themes: [cast.django.themeId] });
  const { id: sprintId } = await sprintOf(db, cast.django);
  await runPlan(db, stage, { communityId: cast.django.id, sprintId, personId: cast.mireia.id }, null);
  for (const number of [one, two]) await kofi.post(`/django/tasks/${number}/claim`, { note: "I begin." });
});

/**
 * Statements to the database: signed out (the first of them asks whether the page was kept), as a newcomer with two tasks,
 * as an organizer. A page that is not theirs: null.
 */
const pages: [page: string, path: string, passer: number | null, newcomer: number | null, organizer: number | null][] =
  [
    ["home", "/", 1, 2, 2],
    ["community", "/django", 7, 6, 6],
    ["roadmap", "/django/roadmap", 5, 4, 4],
    ["theme", `/django/themes/${themeSlug}`, 3, 3, 3],
    ["guidance", "/django/roadmap/guidance", 3, 5, 5],
    ["who carries a theme", `/django/themes/${themeSlug}/champion`, null, 4, 4],
    ["what waits for what", `/django/themes/${themeSlug}/dependencies`, 7, 6, 6],
    ["task, free", `/django/tasks/${three}`, 7, 8, 7],
    ["task, held", `/django/tasks/${one}`, 8, 8, 8],
    ["tasks", "/django/tasks", 4, 3, 3],
    ["question", `/django/questions/${question}`, 4, 3, 3],
    ["question, answered", `/django/questions/${decided}`, 5, 4, 4],
    ["decisions", "/django/decisions?words=no", 4, 4, 4],
    ["decision", `/django/decisions/${decision}`, 3, 2, 2],
    ["sprint", `/django/sprints/${sprint}`, 6, 6, 6],
    ["preparation", `/django/preparations/${preparation}`, null, 3, 3],
    ["a member's page", `/django/people/${cast.zoe.id}`, null, 3, 3],
    ["overview of a sprint", `/django/sprints/${sprint}/overview`, null, null, 8],
    ["before pairing", `/django/sprints/${sprint}/readiness`, null, null, 11],
    ["pairing table, with a draft", `/django/sprints/${sprint}/plan`, null, null, 15],
    ["how a sprint pairs", `/django/sprints/${sprint}/plan/settings`, null, null, 2],
    ["sign-in", "/sign-in", 0, null, null],
    ["my work", "/my-work", null, 6, 6],
    ["edit a theme", `/django/themes/${themeSlug}/edit`, null, null, 2],
    ["what a task waits for", `/django/tasks/${three}/blockers?task=hasher`, null, null, 4],
    ["nearly ready", "/django/tasks/nearly-ready", null, null, 3],
    ["edit a question", `/django/questions/${question}/edit`, null, null, 4],
    ["edit a task", `/django/tasks/${three}/edit`, null, null, 7],
  ];

async function count(browser: Browser, path: string): Promise<number> {
  app.statements.length = 0;
  const answered = await browser.get(path);
  expect(answered.status, path).toBe(200);
  return app.statements.length;
}

it.each(pages)(
  "“%s” (%s) takes %s statements signed out, %s as a newcomer, %s as an organizer",
  async (_, path, signedOut, newcomer, organizer) => {
    const asked = [
      signedOut === null ? null : await count(passer, path),
      newcomer === null ? null : await count(kofi, path),
      organizer === null ? null : await count(mireia, path),
    ];
    expect(asked).toEqual([signedOut, newcomer, organizer]);
    // Whoever comes next is shown the same page; only what is searched for is looked up each time.
    if (signedOut && path.startsWith("/django") && !path.includes("?")) expect(await count(passer, path)).toBe(1);
  },
);
