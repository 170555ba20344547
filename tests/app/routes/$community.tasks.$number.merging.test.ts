import { describe, expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { addBlockers } from "../../../db/queries/task-writing.server";
import { openApp } from "../../support/app";
import { makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { problemsOn, saidBy, wordsOf } from "../../support/page";

const { db, sql, address } = await testDatabase();
const { mireia, priya, zoe, django, wagtail } = await makeCast(db);
const app = await openApp(address);
const organizer = await app.signedIn(mireia);
const [one = 0, two = 0, three = 0, four = 0, five = 0, six = 0] = django.ready;

const merging = (number: number) => `/django/tasks/${number}/merging`;
const merge = (number: number, into: number | string) => organizer.post(merging(number), { into: String(into) });
const undo = () => organizer.post(`/django/themes/${django.themeSlug}/desk/undo`, {});
const task = async (number: number) => {
  const [row] = await sql`select goal, start, notes, size_minutes, deleted_at,
    array(select b.number from dependencies d join tasks b on b.id = d.blocked_by_id where d.task_id = tasks.id order by 1) as waits
    from tasks where community_id = ${django.id} and number = ${number}`;
  return row;
};
const waitFor = (number: number, other: number) =>
  change(db, stage, "set the stage", (tx) =>
    addBlockers(tx, django.id, [django.ids.get(number) ?? 0], [django.ids.get(other) ?? 0]),
  );

describe("merging two tasks", () => {
  it("keeps every line, what either waits for and what waits for either, and leads from one address to the other", async () => {
    await waitFor(two, three);
    await waitFor(four, two);
    const before = await task(one);
    const answer = await merge(two, one);
    expect(answer).toMatchObject({ status: 303, headers: { location: `/django/tasks/${one}` } });
    expect(saidBy(answer)).toBe(`Task ${two} is part of task ${one} now, with every line it had.`);
    expect(await task(one)).toMatchObject({
      start: before?.start,
      notes: `With task ${two}: Name hasher two`,
      size_minutes: 240,
      waits: [three],
    });
    expect((await task(four))?.waits).toEqual([one]);
    const gone = await organizer.get(`/django/tasks/${two}`);
    expect(gone.status).toBe(410);
    expect(wordsOf(gone)).toContain("Mireia Puig merged the task “Name hasher two” into “Name hasher one”.");
  });

  it("can be undone, to the last line and the last wait", async () => {
    expect((await undo()).status).toBe(303);
    expect(await task(two)).toMatchObject({ deleted_at: null, waits: [three] });
    expect((await task(four))?.waits).toEqual([two]);
    expect(await task(one)).toMatchObject({ notes: "", size_minutes: 120, waits: [] });
  });

  it("keeps the only holder, who is told, and refuses two of them", async () => {
    expect((await (await app.signedIn(zoe)).post(`/django/tasks/${five}/claim`, { note: "" })).status).toBe(303);
    expect(saidBy(await merge(five, six))).toContain("Zoë Lindqvist goes on with it.");
    expect(app.mails.at(-1)).toMatchObject({ to: zoe.email, subject: `Your task is task ${six} now` });
    expect((await (await app.signedIn(priya)).post(`/django/tasks/${three}/claim`, { note: "" })).status).toBe(303);
    const refused = await merge(three, six);
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toContain(
      `Zoë Lindqvist holds task ${six} and Priya Sharma task ${three}. One of the two has to be handed back`,
    );
    expect((await task(three))?.deleted_at).toBeNull();
  });

  it.each([
    ["nothing", "", "Write the number of the task that stays, such as 12."],
    ["a task of nobody", "9999", "There is no task 9999 here. Write the number of another one."],
    [
      "another community's task",
      String(wagtail.ready[0]),
      `There is no task ${wagtail.ready[0]} here. Write the number of another one.`,
    ],
  ])("into %s is refused, and changes nothing", async (_, into, problem) => {
    const answer = await merge(four, into);
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)).toEqual([problem]);
    expect((await task(four))?.deleted_at).toBeNull();
  });

  it("into itself, or of a finished one, is refused", async () => {
    expect((await merge(four, four)).status).toBe(409);
    expect((await merge(four, django.finished)).status).toBe(409);
  });
});
