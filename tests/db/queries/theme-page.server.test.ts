import { expect, it } from "vitest";
import { listMembers } from "../../../db/queries/communities.server";
import { listTaskLines } from "../../../db/queries/task-lines.server";
import { findThemePage } from "../../../db/queries/theme-page.server";
import { findTheme } from "../../../db/queries/themes.server";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const { django, wagtail } = await makeCast(db);

it("brings what is read apart elsewhere: the theme, its tasks, and for organizers everybody they can choose", async () => {
  const members = await listMembers(db, django.id);
  expect(members.length).toBeGreaterThan(2);
  expect(await findThemePage(db, django.id, django.themeSlug, { withMembers: true })).toEqual({
    theme: await findTheme(db, django.id, django.themeSlug),
    tasks: await listTaskLines(db, django.id, django.themeId),
    members,
  });
});

it("names no member to anybody else, and knows no theme of another community", async () => {
  expect((await findThemePage(db, django.id, django.themeSlug, { withMembers: false }))?.members).toEqual([]);
  expect(await findThemePage(db, django.id, wagtail.themeSlug, { withMembers: true })).toBeNull();
});
