import { expect, it } from "vitest";
import { openPageShelf } from "../../../app/server/page-shelf.server";
import { change } from "../../../db/queries/change.server";
import { editPerson } from "../../../db/queries/people.server";
import { editTask } from "../../../db/queries/task-writing.server";
import { findTask } from "../../../db/queries/tasks.server";
import { openApp } from "../../support/app";
import { makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import type { Browser } from "../../support/http";
import { makeOrganizer } from "../../support/organizers";
import { TEST_NOW } from "../../support/test-clock";

const { db, address, setClock } = await testDatabase();
const cast = await makeCast(db);
const app = await openApp(address);
const { id: communityId, themeSlug, ready } = cast.django;
const [one = 0, two = 0] = ready;
const theme = `/django/themes/${themeSlug}`;

/** What the theme's page says with its nonce left out, once it is sure that this is the nonce its answer allows; and the nonce. */
async function open(browser: Browser): Promise<{ text: string; nonce: string }> {
  const answered = await browser.get(theme);
  const nonce = /'nonce-([^']+)'/.exec(String(answered.headers["content-security-policy"]))?.[1] ?? "";
  const said = [...answered.text.matchAll(/nonce="([^"]*)"/g)].map(([, stands]) => stands);
  expect(said.length).toBeGreaterThan(2);
  expect(new Set(said)).toEqual(new Set([nonce]));
  return { text: answered.text.replaceAll(nonce, "").replaceAll("<!-- -->", ""), nonce };
}

it("writes a page once for what it says, and gives it with the nonce of whoever asks", () => {
  const kept = openPageShelf();
  const page = (nonce: string) =>
    `<p>São Tomé</p><script nonce="${nonce}">1</script><script nonce="${nonce}">2</script>`;
  let written = 0;
  const read = (says: string, nonce: string) =>
    kept(says, nonce, () => {
      written += 1;
      return page(nonce);
    }).toString();
  expect(read("tides", "AAAA")).toBe(page("AAAA"));
  expect(read("tides", "BBBBBB")).toBe(page("BBBBBB"));
  expect(written).toBe(1);
  expect(read("winds", "AAAA")).toBe(page("AAAA"));
  expect(written).toBe(2);
});

it("shows an organizer the same page again, each time for scripts of another nonce", async () => {
  const mireia = await app.signedIn(cast.mireia);
  const [first, again] = [await open(mireia), await open(mireia)];
  expect(again.text).toBe(first.text);
  expect(again.nonce).not.toBe(first.nonce);
});

it("shows an organizer at once what a colleague has written, what they are called now, and who holds what", async () => {
  const mireia = await app.signedIn(cast.mireia);
  await open(mireia);
  const task = await findTask(db, communityId, one);
  if (!task) throw new Error("the stage has a ready task");
  await change(db, stage, "edit task", (tx) =>
    editTask(tx, { communityId, id: task.id, rev: task.rev }, { title: "Name every hasher" }),
  );
  const renamed = await open(mireia);
  // In the list, and in what its scripts read.
  expect(renamed.text.split("Name every hasher").length).toBeGreaterThan(2);

  await change(db, stage, "edit person", (tx) =>
    editPerson(tx, cast.priya.id, { name: "Priya Rao", timeZone: "Asia/Kolkata" }),
  );
  const asked = await open(mireia);
  expect(asked.text).toContain("Priya Rao");
  expect(asked.text).not.toContain("Priya Sharma");

  const kofi = await app.signedIn(cast.kofi);
  await kofi.post(`/django/tasks/${two}/claim`, { note: "" });
  expect((await open(mireia)).text).toContain("Held by Kofi Abara");
  await setClock("2026-05-12T09:00:00Z");
  expect((await open(mireia)).text).not.toContain("Held by Kofi Abara");
  await setClock(TEST_NOW);
});

it("shows everybody their own page, and what they may do from the moment on that they may", async () => {
  const [mireia, zoe] = [await app.signedIn(cast.mireia), await app.signedIn(cast.zoe)];
  for (const _ of [1, 2]) {
    const [organizers, members] = [(await open(mireia)).text, (await open(zoe)).text];
    expect(organizers).toContain('href="/me">Mireia Puig');
    expect(organizers).toContain("Split this theme");
    expect(members).toContain('href="/me">Zoë Lindqvist');
    expect(members).not.toContain("Split this theme");
  }
  await makeOrganizer(db, cast.django, cast.zoe);
  expect((await open(zoe)).text).toContain("Split this theme");
});
