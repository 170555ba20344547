import { expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { listMembers } from "../../../db/queries/communities.server";
import { listTaskLines } from "../../../db/queries/task-lines.server";
import { findTask } from "../../../db/queries/tasks.server";
import { findThemePage } from "../../../db/queries/theme-page.server";
import { findTheme } from "../../../db/queries/themes.server";
import { makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const { django, wagtail, priya, zoe } = await makeCast(db);

it("brings what is read apart elsewhere: the theme, its tasks, and for organizers everybody they can choose", async () => {
  const members = await listMembers(db, django.id);
  expect(members.length).toBeGreaterThan(2);
  expect(await findThemePage(db, django.id, django.themeSlug, { withMembers: true })).toEqual({
    theme: await findTheme(db, django.id, django.themeSlug),
    tasks: await listTaskLines(db, django.id, django.themeId),
    members,
  });
});

it("says of each task what its own page says of it, and of its texts how they begin", async () => {
  await change(db, stage, "set the stage", async (tx) => {
    const [first, second] = django.ready;
    await tx.execute(`update tasks set mentor_id = ${priya.id}, size_minutes = null, goal = '  Find it.'
      where community_id = ${django.id} and number = ${first}`);
    await tx.execute(`insert into claims (community_id, task_id, person_id, slot, claimed_at, expires_at)
      select community_id, id, ${zoe.id}, 1, app_now(), app_now() + interval '1 hour' from tasks
      where community_id = ${django.id} and number = ${second}`);
  });
  const lines = await listTaskLines(db, django.id, django.themeId);
  expect(lines.map(({ number }) => number)).toEqual([...django.ready, django.unready, django.finished]);
  for (const { goal, start, doneWhen, verify, themeWhy, ...line } of lines) {
    const task = await findTask(db, django.id, line.number);
    expect(task).toMatchObject(line);
    const texts = [task?.goal, task?.start, task?.doneWhen, task?.verify, task?.themeWhy];
    expect([goal, start, doneWhen, verify, themeWhy]).toEqual(texts.map((text) => text?.trim().slice(0, 1)));
  }
});

it("names no member to anybody else, and knows no theme of another community", async () => {
  expect((await findThemePage(db, django.id, django.themeSlug, { withMembers: false }))?.members).toEqual([]);
  expect(await findThemePage(db, django.id, wagtail.themeSlug, { withMembers: true })).toBeNull();
});
