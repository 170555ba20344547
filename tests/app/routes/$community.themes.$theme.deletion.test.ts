import { describe, expect, it } from "vitest";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { saidBy, wordsOf } from "../../support/page";

const { db, sql, address } = await testDatabase();
const { mireia, zoe, omar, django, wagtail } = await makeCast(db);
const app = await openApp(address);
const organizer = await app.signedIn(mireia);
const deletion = `/django/themes/${django.themeSlug}/deletion`;
const [one = 0, two = 0] = django.ready;

describe("deleting a task", () => {
  it("is refused while somebody holds it, on the page and at the press, and the refusal is on the audit trail", async () => {
    const holder = await app.signedIn(zoe);
    expect((await holder.post(`/django/tasks/${one}/claim`, { note: "" })).status).toBe(303);
    const page = await organizer.get(`/django/tasks/${one}/deletion`);
    expect(wordsOf(page)).toContain("Zoë Lindqvist holds this task now.");
    expect(page.text).not.toContain(`action="/django/tasks/${one}/deletion"`);
    const answer = await organizer.post(`/django/tasks/${one}/deletion`);
    expect(answer.status).toBe(409);
    expect(wordsOf(answer)).toContain("Zoë Lindqvist holds this task now. Let them finish or hand back");
    const [audit] = await sql`select object_key from audit_rows where action = 'delete task' and outcome = 'denied'`;
    expect(audit?.object_key).toBe(String(one));
    expect((await organizer.get(`/django/tasks/${one}`)).status).toBe(200);
  });

  it("takes a free one off the roadmap, and each of its addresses says who did it", async () => {
    const page = await organizer.get(`/django/tasks/${two}/deletion`);
    expect(page.text).toContain(`action="/django/tasks/${two}/deletion"`);
    const answer = await organizer.post(`/django/tasks/${two}/deletion`);
    expect(answer).toMatchObject({ status: 303, headers: { location: `/django/themes/${django.themeSlug}` } });
    expect(saidBy(answer)).toBe("The task is off the roadmap.");
    for (const path of ["", "/edit", "/deletion", "/division"]) {
      const gone = await organizer.get(`/django/tasks/${two}${path}`);
      expect([path, gone.status]).toEqual([path, 410]);
      expect(wordsOf(gone)).toContain("Mireia Puig took the task “Name hasher two” off the roadmap.");
    }
    expect((await organizer.post(`/django/tasks/${two}/deletion`)).status).toBe(410);
  });

  it("of another community is none: it is missing there, and forbidden to its organizer here", async () => {
    const [theirs = 0, ours = 0] = [wagtail.ready[0], django.ready[2]];
    expect((await organizer.post(`/django/tasks/${theirs}/deletion`)).status).toBe(404);
    expect((await organizer.post(`/wagtail/tasks/${theirs}/deletion`)).status).toBe(403);
    expect((await (await app.signedIn(omar)).post(`/django/tasks/${ours}/deletion`)).status).toBe(403);
  });

  it("and claiming it at the same moment: either it is claimed or it is gone, never both", async () => {
    const claimant = await app.signedIn(mireia);
    for (const number of django.ready.slice(2)) {
      const [claimed, deleted] = await Promise.all([
        claimant.post(`/django/tasks/${number}/claim`, { note: "" }),
        organizer.post(`/django/tasks/${number}/deletion`),
      ]);
      const outcome = [claimed.status, deleted.status];
      expect([
        [303, 409],
        [404, 303],
        [410, 303],
        [409, 303],
      ]).toContainEqual(outcome);
      if (claimed.status === 303) {
        await claimant.post(`/django/tasks/${number}/claim/ending`, { reason: "released", note: "" });
      }
    }
    const both = await sql`select from tasks join claims on claims.task_id = tasks.id
      where deleted_at is not null and ended_at is null and deleted_at >= claimed_at`;
    expect(both).toEqual([]);
  });
});

describe("deleting a theme", () => {
  it("shows what goes with it, and is refused while somebody holds a task in it", async () => {
    const page = await organizer.get(deletion);
    expect(wordsOf(page)).toContain("Somebody holds a task of this theme now.");
    expect(wordsOf(page)).toContain("Held by Zoë Lindqvist");
    expect(page.text).not.toContain(`action="${deletion}"`);
    const answer = await organizer.post(deletion);
    expect(answer.status).toBe(409);
    expect(wordsOf(answer)).toContain("Let them finish or hand back, or free the tasks on their pages first.");
    expect((await organizer.get(`/django/themes/${django.themeSlug}`)).status).toBe(200);
  });

  it("takes it off the roadmap once they are free, and its tasks with it", async () => {
    await organizer.post(`/django/tasks/${one}/claim/ending`, { reason: "removed", note: "" });
    const page = await organizer.get(deletion);
    expect(wordsOf(page)).toMatch(/With “Modernise Django auth” go \d tasks, 2 questions, 1 pillar\./);
    const answer = await organizer.post(deletion);
    expect(answer).toMatchObject({ status: 303, headers: { location: "/django/roadmap" } });
    for (const path of [`/django/themes/${django.themeSlug}`, deletion, `/django/tasks/${one}`]) {
      expect([path, (await organizer.get(path)).status]).toEqual([path, 410]);
    }
    expect((await organizer.post(deletion)).status).toBe(410);
    expect((await organizer.post(`/django/tasks/${one}/claim`, { note: "" })).status).toBe(410);
    const adding = { title: "Too late", pillar: "" };
    expect((await organizer.post(`/django/themes/${django.themeSlug}/tasks`, adding)).status).toBe(410);
  });
});
